/** All conversations: in preparation, held, set aside. */
import { sameList } from '#domain/document/memoize.ts'
import { inTime } from '#domain/document/moments.ts'
import { Show } from 'solid-js'
import { useNavigate } from '@solidjs/router'
import { toWhoWithin } from '#wording/names.ts'
import { setAside, showAgain } from '#domain/document/aside.ts'
import { drawId } from '#domain/document/add-entity.ts'
import { type Conversation, conversationsOf } from '#domain/conversations/conversations.ts'
import { settled } from '#domain/document/fields.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { createSome } from '#reactive/use-some.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { useTimes } from '#reactive/use-times.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Fold } from '#ui/fold.tsx'
import { ForId } from '#ui/for-id.tsx'
import { createHeldRow, LeftRow } from '#ui/held-row.tsx'
import { Screen } from '#ui/screen.tsx'
import { ShowMore } from '#ui/show-more.tsx'
import { toConversationTitle } from '#wording/conversation-words.ts'
import type { Begun } from './use-unwritten.ts'
import './conversations.css'

export const ConversationsScreen = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const navigate = useNavigate()
  const times = useTimes()
  const all = usePlanState((state) => inTime(conversationsOf(state), times()), sameList)
  const mayWrite = () => plan.role() !== 'reader'
  const { isShown, isLeft, leave } = createHeldRow()
  const inView = () => all().filter(isShown)
  const aside = () => all().filter((conversation) => conversation.aside !== null)
  const held = () => inView().filter((conversation) => conversation.held)
  const coming = () => inView().filter((conversation) => !conversation.held)
  const [someHeld, someComing, someAside] = [createSome(held), createSome(coming), createSome(aside)]

  const prepare = (): void =>
    navigate(paths.conversation(plan.id, drawId(platform)), { state: { unwritten: true } satisfies Begun })

  const nameOf = (conversation: Conversation) => toConversationTitle(copy(), conversation, platform.now())
  const row = (conversation: () => Conversation) => (
    <li class="cv-row">
      <Card name={nameOf(conversation())}>
        <LeftRow
          left={isLeft(conversation())}
          text={copy().goals.aside.gone(nameOf(conversation()))}
          back={copy().goals.aside.back}
          onBack={() => showAgain(plan.doc, 'conversation', conversation().id, platform)}
        >
          <h3>
            <a class="cv-link" href={toHref(paths.conversation(plan.id, conversation().id))}>
              {nameOf(conversation())}
            </a>
          </h3>
          <p class="soft">{summary(conversation())}</p>
          <Show when={mayWrite()}>
            <Button
              look="quiet"
              icon="archive"
              aria-label={copy().conversations.aside.goOf(nameOf(conversation()))}
              onClick={() => {
                leave(conversation())
                setAside(plan.doc, 'conversation', conversation().id, platform.now(), platform)
              }}
            >
              {copy().conversations.aside.go}
            </Button>
          </Show>
        </LeftRow>
      </Card>
    </li>
  )
  const summary = (conversation: Conversation): string => {
    const form = settled(conversation.form)
    const points = conversation.points.filter((point) => point.aside === null).length
    return [form === null ? '' : copy().conversations.forms[form], copy().conversations.points(points)]
      .filter((words) => words !== '')
      .join(' · ')
  }
  const asideWords = (conversation: Conversation): string => {
    const person = conversation.aside === null ? null : plan.personAt(conversation.aside.client)
    const who = person === null ? copy().general.namelessWithin : toWhoWithin(copy(), { person }, plan.members())
    return copy().conversations.aside.by(who, conversation.aside?.at ?? 0, platform.now())
  }

  return (
    <Screen
      title={copy().plan.conversations}
      lead={mayWrite() ? copy().conversations.lead : copy().conversations.readOnlyLead}
    >
      <Show when={mayWrite()}>
        <Button look="main" wide onClick={prepare}>
          {copy().conversations.prepare}
        </Button>
      </Show>
      <Show when={inView().length === 0}>
        <p class="soft">{copy().conversations.none}</p>
      </Show>
      <Show when={coming().length > 0}>
        <h2>{copy().conversations.coming}</h2>
        <ul class="cv-list">
          <ForId each={someComing.shown()} by={({ id }) => id}>
            {row}
          </ForId>
        </ul>
        <ShowMore rest={someComing.rest()} label={copy().general.more} onMore={someComing.more} />
      </Show>
      <Show when={held().length > 0}>
        <h2>{copy().conversations.held}</h2>
        <ul class="cv-list">
          <ForId each={someHeld.shown()} by={({ id }) => id}>
            {row}
          </ForId>
        </ul>
        <ShowMore rest={someHeld.rest()} label={copy().general.more} onMore={someHeld.more} />
      </Show>
      <Show when={aside().length > 0}>
        <Fold title={copy().conversations.aside.title}>
          <ul class="cv-list">
            <ForId each={someAside.shown()} by={({ id }) => id}>
              {(conversation) => (
                <li class="cv-row">
                  <p>{nameOf(conversation())}</p>
                  <p class="soft">{asideWords(conversation())}</p>
                  <Show when={mayWrite()}>
                    <Button
                      look="quiet"
                      aria-label={copy().conversations.aside.backOf(nameOf(conversation()))}
                      onClick={() => showAgain(plan.doc, 'conversation', conversation().id, platform)}
                    >
                      {copy().conversations.aside.back}
                    </Button>
                  </Show>
                </li>
              )}
            </ForId>
          </ul>
          <ShowMore rest={someAside.rest()} label={copy().general.more} onMore={someAside.more} />
        </Fold>
      </Show>
    </Screen>
  )
}
