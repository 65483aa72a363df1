/** Preparing a conversation, also offline: when, how, and what about. */
import { type JSX, Show } from 'solid-js'
import { toWhoName, toWhoWithin } from '#wording/names.ts'
import { setAside, showAgain } from '#domain/document/aside.ts'
import {
  addTalkPoint,
  type Conversation,
  type PointSource,
  type TalkPoint,
} from '#domain/conversations/conversations.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { settled } from '#domain/document/fields.ts'
import { toDay } from '#domain/document/days.ts'
import { goalsOf } from '#domain/goals/goals.ts'
import { latestWheelsOf } from '#domain/wheel/latest-wheels.ts'
import { moveAfter } from '#domain/document/order.ts'
import { toTalkList } from '#domain/wheel/talk-list.ts'
import { SharedText, WRITTEN_LIMIT } from '#editor/shared-text.tsx'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { SOME } from '#reactive/use-some.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { useTimes } from '#reactive/use-times.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { createDraft } from '#ui/draft.ts'
import { Fold } from '#ui/fold.tsx'
import { ForId } from '#ui/for-id.tsx'
import { Form } from '#ui/form.tsx'
import { createHeldRow, HeldNotice, LeftRow } from '#ui/held-row.tsx'
import { SortableList } from '#ui/sortable.tsx'
import { TextField } from '#ui/text-field.tsx'
import { toSuggestions } from '#wording/conversation-words.ts'
import { Meeting } from './meeting.tsx'
import { Drafts } from './own-notes.tsx'

/** Steps due within this time, in ms, are suggested: one week. */
const SOON_MS = 7 * 24 * 60 * 60 * 1000

export const Prepare = (props: { conversation: Conversation; onBegin: () => void }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const words = () => copy().conversations
  const times = useTimes()
  const talk = usePlanState((state) => toTalkList(latestWheelsOf(state, times())))
  const goals = usePlanState(goalsOf)
  const own = createDraft(() => `conversation/${props.conversation.id}/point`, { limit: WRITTEN_LIMIT })
  const { isShown, isLeft, hold, leave } = createHeldRow()
  const points = () => props.conversation.points.filter(isShown)
  const aside = () => props.conversation.points.filter((point) => point.aside !== null)
  const suggestions = () => {
    const until = settled(props.conversation.day) ?? toDay(platform.now() + SOON_MS)
    return toSuggestions(copy(), props.conversation, { talk: talk(), goals: goals(), until }, plan.members(), plan)
  }
  const add = (text: string, source: PointSource): void =>
    void addTalkPoint(plan.doc, props.conversation.id, { text, source }, platform)
  const addOwn = (): void => {
    if (own.text().trim() === '') return
    add(own.text().trim(), null)
    own.clear()
  }

  return (
    <>
      <Card name={words().day}>
        <Meeting conversation={props.conversation} />
      </Card>
      <h2>{words().prepareTitle}</h2>
      <Show when={points().length === 0}>
        <p class="soft">{words().noPoints}</p>
      </Show>
      <SortableList
        each={points()}
        name={(point) => point.text}
        words={copy().goals.move}
        onMove={(id, after) => moveAfter(plan.doc, 'talkPoint', id as EntityId, points(), after, platform)}
      >
        {(point, move) => (
          <PointRow
            point={point()}
            move={move}
            left={isLeft(point())}
            onHold={() => hold(point())}
            onAside={() => leave(point())}
          />
        )}
      </SortableList>
      <Form onSubmit={addOwn}>
        <TextField label={words().ownPoint} draft={own} />
        <Button type="submit">{words().add}</Button>
      </Form>
      <Show when={!plan.practice}>
        <Drafts conversation={props.conversation} />
      </Show>
      <Show when={suggestions().length > 0}>
        <Card tone="soft" title={words().also}>
          <ul class="cv-list">
            <ForId each={suggestions().slice(0, SOME)} by={({ key }) => key}>
              {(suggestion) => (
                <li class="cv-suggestion">
                  <span dir="auto">{suggestion().text}</span>
                  <Button
                    aria-label={words().addOf(suggestion().text)}
                    onClick={() => add(suggestion().text, suggestion().source)}
                  >
                    {words().add}
                  </Button>
                </li>
              )}
            </ForId>
          </ul>
        </Card>
      </Show>
      <Show when={aside().length > 0}>
        <Fold title={words().aside.title}>
          <ul class="cv-list">
            <ForId each={aside()} by={({ id }) => id}>
              {(point) => <AsidePoint point={point()} />}
            </ForId>
          </ul>
        </Fold>
      </Show>
      <Button look="main" wide onClick={() => props.onBegin()}>
        {words().begin}
      </Button>
    </>
  )
}

const PointRow = (props: {
  point: TalkPoint
  move: () => JSX.Element
  left: boolean
  onHold: () => void
  onAside: () => void
}) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const from = () => {
    const { source } = props.point
    const names = copy().conversations.from
    if (source === null) return names.own
    return 'checkIn' in source ? names.checkIn : 'step' in source ? names.step : names.goal
  }
  const back = () => showAgain(plan.doc, 'talkPoint', props.point.id, platform)
  const heldText = (): string | null => {
    const { aside } = props.point
    const person = aside === null ? null : plan.personAt(aside.client)
    const who = person === null ? copy().general.nameless : toWhoName(copy(), { person }, plan.members())
    return aside && copy().goals.aside.held(who)
  }
  return (
    <div onFocusIn={() => props.onHold()}>
      <Card name={props.point.text || from()} place={`talkPoint:${props.point.id}`}>
        <LeftRow
          left={props.left}
          text={copy().goals.aside.gone(props.point.text)}
          back={copy().goals.aside.back}
          onBack={back}
        >
          <HeldNotice text={heldText()} back={copy().goals.aside.back} onBack={back} />
          <SharedText doc={plan.doc} kind="talkPoint" id={props.point.id} field="text" label={from()} />
          {props.move()}
          <Button
            look="quiet"
            icon="archive"
            aria-label={copy().conversations.aside.goOf(props.point.text)}
            onClick={() => {
              props.onAside()
              setAside(plan.doc, 'talkPoint', props.point.id, platform.now(), platform)
            }}
          >
            {copy().conversations.aside.go}
          </Button>
        </LeftRow>
      </Card>
    </div>
  )
}

const AsidePoint = (props: { point: TalkPoint }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const words = () => {
    const { aside } = props.point
    const person = aside === null ? null : plan.personAt(aside.client)
    const who = person === null ? copy().general.namelessWithin : toWhoWithin(copy(), { person }, plan.members())
    return copy().conversations.aside.by(who, aside?.at ?? 0, platform.now())
  }
  return (
    <li class="cv-row" data-place={`talkPoint:${props.point.id}`}>
      <p dir="auto" translate="no">
        {props.point.text}
      </p>
      <p class="soft">{words()}</p>
      <Button
        look="quiet"
        aria-label={copy().conversations.aside.backOf(props.point.text)}
        onClick={() => showAgain(plan.doc, 'talkPoint', props.point.id, platform)}
      >
        {copy().conversations.aside.back}
      </Button>
    </li>
  )
}
