/** One conversation: prepare it, walk through it together, close it, look back. */
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { useParams } from '@solidjs/router'
import { type Conversation, readConversations, setConversation } from '#domain/conversations.ts'
import { toDay } from '#domain/days.ts'
import { SharedText } from '#editor/shared-text.tsx'
import { followDoc, sameContent } from '#reactive/follow-doc.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useSurroundings } from '#reactive/use-surroundings.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Screen } from '#ui/screen.tsx'
import { Agreements } from './agreements.tsx'
import { toConversationTitle } from './conversation-words.ts'
import { LookBack } from './look-back.tsx'
import { Meeting } from './meeting.tsx'
import { Prepare } from './prepare.tsx'
import { Walk } from './walk.tsx'
import './conversations.css'

const PHASES = ['prepare', 'talk', 'close'] as const
type Phase = (typeof PHASES)[number]

export const ConversationScreen = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const surroundings = useSurroundings()
  const params = useParams<{ conversation: string }>()
  const all = followDoc(plan.doc, readConversations, sameContent)
  const conversation = () => all().find(({ id }) => id === params.conversation)
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
        <Screen title={toConversationTitle(copy(), present(), surroundings.now())}>
          <Show when={!present().held && plan.role() !== 'reader'} fallback={<Past conversation={present()} />}>
            <Phases conversation={present()} />
          </Show>
          <ToAll />
        </Screen>
      )}
    </Show>
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
  const surroundings = useSurroundings()
  return (
    <>
      <LookBack conversation={props.conversation} />
      <Show when={plan.role() !== 'reader'}>
        <Button onClick={() => setConversation(plan.doc, props.conversation.id, { held: false }, surroundings)}>
          {copy().conversations.reopen}
        </Button>
      </Show>
    </>
  )
}

const Phases = (props: { conversation: Conversation }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const surroundings = useSurroundings()
  const [phase, setPhase] = createSignal<Phase>('prepare')
  let top!: HTMLDivElement
  const goTo = (next: Phase): void => {
    setPhase(next)
    top.querySelector<HTMLElement>('[aria-current]')?.focus()
    top.scrollIntoView?.()
  }
  /** Without a day it was today. */
  const close = (): void => {
    const { id, day } = props.conversation
    setConversation(
      plan.doc,
      id,
      { held: true, ...(day.length === 0 ? { day: toDay(surroundings.now()) } : {}) },
      surroundings,
    )
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
              onClick={() => setPhase(each)}
            >
              {`${index() + 1}. ${copy().conversations.phases[each]}`}
            </button>
          )}
        </For>
      </div>
      <Switch>
        <Match when={phase() === 'prepare'}>
          <Prepare conversation={props.conversation} onBegin={() => goTo('talk')} />
        </Match>
        <Match when={phase() === 'talk'}>
          <Walk conversation={props.conversation} onClose={() => goTo('close')} />
        </Match>
        <Match when={phase() === 'close'}>
          <Agreements conversation={props.conversation} />
          <Card>
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
    </>
  )
}
