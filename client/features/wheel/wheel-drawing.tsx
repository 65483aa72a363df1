/** The wheel as a drawing: an input while it is unfinished, read-only afterwards; a name opens its topic below. */
import { createMemo, createSignal, Show } from 'solid-js'
import type { CheckIn } from '#domain/wheel/check-ins.ts'
import { type Topic, TOPICS } from '#domain/document/choices.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { hasOwnTopic, toSpokes } from '#wording/wheel-spokes.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { Button } from '#ui/button.tsx'
import { WheelInput } from '#ui/wheel/wheel-input.tsx'
import { ReadAloudButton } from '#ui/read-aloud.tsx'
import { TopicForm } from './topic-form.tsx'
import { useWheel } from './use-wheel.ts'

export type Under = { readonly checkIn: CheckIn; readonly name: string }

export const WheelDrawing = (props: { name: string; moment: string; under: Under | null }) => {
  const copy = useCopy()
  const wheel = useWheel()
  // Another wheel starts with all topics closed.
  const [open, setOpen] = createSignal<{ of: EntityId; topic: Topic } | null>(null)
  const opened = () => (open()?.of === wheel.checkIn().id ? (open()?.topic ?? null) : null)
  const setOpened = (topic: Topic | null) => setOpen(topic === null ? null : { of: wheel.checkIn().id, topic })
  const spokes = createMemo(() =>
    toSpokes(copy(), wheel.checkIn(), props.under?.checkIn ?? null, props.under?.name).map((spoke) => ({
      ...spoke,
      name: wheel.nameOf(toTopic(spoke.id)),
    })),
  )
  const set = (id: string, score: number | null): void => {
    wheel.score(toTopic(id), score)
    if (opened() !== null) setOpened(toTopic(id)) // the open details follow the topic touched last
  }
  let sheet!: HTMLDivElement
  const close = (): void => {
    sheet.querySelector<HTMLElement>('[aria-expanded=true]')?.focus() // the name that opened it
    setOpened(null)
  }
  return (
    <>
      <div class="wl-sheet" ref={sheet}>
        <WheelInput
          label={props.name}
          spokes={spokes()}
          legend={{
            now: copy().wheel.now(props.moment),
            before: props.under?.name,
            talkAbout: copy().wheel.talkAbout,
          }}
          opened={opened()}
          onOpen={(id) => setOpened(opened() === id ? null : toTopic(id))}
          onSet={wheel.filling() ? set : undefined}
        />
        <Show when={wheel.filling() && !hasOwnTopic(wheel.checkIn()) && opened() !== 'own'}>
          <Button look="quiet" onClick={() => setOpened('own')}>
            {copy().wheel.addOwn}
          </Button>
        </Show>
        <ReadAloudButton root={() => sheet} name={props.name} />
      </div>
      <Show when={opened()} keyed>
        {(topic) => <TopicSheet topic={topic} onClose={close} />}
      </Show>
    </>
  )
}

const TopicSheet = (props: { topic: Topic; onClose: () => void }) => {
  const wheel = useWheel()
  const copy = useCopy()
  return (
    <section class={`cd cd-plain wl-topic wh-${TOPICS.indexOf(props.topic)}`}>
      <ReadAloudButton name={wheel.nameOf(props.topic)} />
      <h2 dir="auto" tabindex="-1" ref={(heading) => queueMicrotask(() => showAndFocus(heading))}>
        {wheel.nameOf(props.topic)}
      </h2>
      <TopicForm topic={props.topic} />
      <Button look="quiet" icon="close" onClick={() => props.onClose()}>
        {copy().wheel.close}
      </Button>
    </section>
  )
}

/** After a tap on a name the details come into view, which are below the wheel on a phone. */
const showAndFocus = (heading: HTMLElement): void => {
  if (document.activeElement?.getAttribute('role') === 'slider') return // the handle keeps its focus while it is in use
  heading.focus({ preventScroll: true })
  heading.parentElement?.scrollIntoView({ block: 'nearest' }) // with the scores, where the screen has room for them
}

const toTopic = (id: string): Topic => TOPICS.find((topic) => topic === id) ?? 'own'
