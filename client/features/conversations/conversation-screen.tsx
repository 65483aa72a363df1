/** One conversation: prepare it, go through it together, close it, look back. */
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js'
import { useParams } from '@solidjs/router'
import {
  type Conversation,
  PHASES,
  type Phase,
  conversationsOf,
  setConversation,
  setPhase,
} from '#domain/conversations/conversations.ts'
import { toDay } from '#domain/document/days.ts'
import { SharedText } from '#editor/shared-text.tsx'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { useWhoSet } from '#reactive/use-who-set.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { createHeldEnd, isWriting } from '#ui/held-end.ts'
import { Screen } from '#ui/screen.tsx'
import { Agreements } from './agreements.tsx'
import { toConversationTitle } from '#wording/conversation-words.ts'
import { CopyReport } from './copy-report.tsx'
import { LookBack } from './look-back.tsx'
import { Meeting } from './meeting.tsx'
import { ConversationNotes } from './own-notes.tsx'
import { Prepare } from './prepare.tsx'
import { useUnwritten } from './use-unwritten.ts'
import { Walk } from './walk.tsx'
import './conversations.css'

export const ConversationScreen = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const params = useParams<{ conversation: string }>()
  const known = usePlanState((state) => conversationsOf(state).find(({ id }) => id === params.conversation))
  const { unwritten, watch } = useUnwritten(() => (known() === undefined ? params.conversation : null))
  const conversation = () => known() ?? unwritten()
  return (
    <Show
      when={conversation()}
      fallback={
        <Screen title={copy().conversations.title} lead={copy().conversations.gone}>
          <ToAll />
        </Screen>
      }
    >
      {(present) => (
        <Screen title={toConversationTitle(copy(), present(), platform.now())}>
          <div class="cv-place" ref={watch}>
            <Course conversation={present()} />
            <Show when={!plan.practice}>
              <ConversationNotes conversation={present()} />
            </Show>
          </div>
          <ToAll />
        </Screen>
      )}
    </Show>
  )
}

/** It, or what came of it. */
const Course = (props: { conversation: Conversation }) => {
  const plan = useOpenPlan()
  let place!: HTMLDivElement
  const { isOver, goAlong } = createHeldEnd(
    () => props.conversation.held,
    () => place,
  )
  return (
    <div class="cv-place" ref={place}>
      <Show when={!isOver() && plan.role() !== 'reader'} fallback={<Past conversation={props.conversation} />}>
        <Phases conversation={props.conversation} onEnd={goAlong} />
      </Show>
    </div>
  )
}

const ToAll = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  return (
    <LinkButton look="quiet" icon="back" href={toHref(paths.conversations(plan.id))}>
      {copy().conversations.toAll}
    </LinkButton>
  )
}

const Past = (props: { conversation: Conversation }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  return (
    <>
      <LookBack conversation={props.conversation} />
      <Show when={props.conversation.held}>
        <CopyReport conversation={props.conversation} />
      </Show>
      <Show when={plan.role() !== 'reader'}>
        <Button onClick={() => setConversation(plan.doc, props.conversation.id, { held: false }, platform)}>
          {copy().conversations.reopen}
        </Button>
      </Show>
    </>
  )
}

const Phases = (props: {
  conversation: Conversation
  /** Ends it, or follows the others to its end. */ onEnd: (end?: () => void) => void
}) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  let top!: HTMLDivElement
  let place!: HTMLDivElement
  const [wanted, want] = createSignal<Phase | null>(null)
  const ender = useWhoSet(() => `conversation:${props.conversation.id}`, 'held')
  /** Follows the others from phase to phase, but never under somebody who is typing: they are asked first. */
  const phase = createMemo<Phase>((before = props.conversation.phase) => {
    const { phase: now } = props.conversation
    return now === wanted() || !isWriting(place) ? now : before
  })
  const goTo = (next: Phase): void => {
    want(next)
    setPhase(plan.doc, props.conversation.id, next, platform)
    want(null)
    top.querySelector<HTMLElement>('[aria-current]')?.focus()
    top.scrollIntoView?.()
  }
  /** Without a day, today is taken. */
  const close = (): void => {
    const { id, day } = props.conversation
    const values = { held: true, ...(day.length === 0 ? { day: toDay(platform.now()) } : {}) }
    props.onEnd(() => setConversation(plan.doc, id, values, platform))
  }
  return (
    <>
      <div class="cv-phases" ref={top}>
        <For each={PHASES}>
          {(each, index) => (
            <button
              type="button"
              class="cv-phase"
              aria-current={phase() === each ? 'step' : undefined}
              onClick={() => goTo(each)}
            >
              {`${index() + 1}. ${copy().conversations.phases[each]}`}
            </button>
          )}
        </For>
      </div>
      <div class="cv-elsewhere" role="status">
        <Show when={props.conversation.held || phase() !== props.conversation.phase}>
          <div class="cv-buttons">
            <p>
              {props.conversation.held
                ? copy().conversations.ended(ender())
                : copy().conversations.elsewhere(copy().conversations.phases[props.conversation.phase])}
            </p>
            <Button onClick={() => (props.conversation.held ? props.onEnd() : goTo(props.conversation.phase))}>
              {copy().conversations.along}
            </Button>
          </div>
        </Show>
      </div>
      <div class="cv-place" ref={place} data-place={`conversation:${props.conversation.id}`}>
        <Switch>
          <Match when={phase() === 'prepare'}>
            <Prepare conversation={props.conversation} onBegin={() => goTo('talk')} />
          </Match>
          <Match when={phase() === 'talk'}>
            <Walk conversation={props.conversation} onClose={() => goTo('close')} />
          </Match>
          <Match when={phase() === 'close'}>
            <Agreements conversation={props.conversation} />
            <Card name={copy().conversations.notes}>
              <SharedText
                doc={plan.doc}
                kind="conversation"
                id={props.conversation.id}
                field="notes"
                label={copy().conversations.notes}
                lines={3}
              />
            </Card>
            <Card title={copy().conversations.nextContact}>
              <Meeting conversation={props.conversation} next />
            </Card>
            <Button look="main" wide onClick={close}>
              {copy().conversations.close}
            </Button>
          </Match>
        </Switch>
      </div>
    </>
  )
}
