/**
 * The wheel as a drawing: an input while it is unfinished, read-only afterwards. A spoke brings its scale under the drawing; a
 * name opens everything about its topic.
 */
import { createMemo, createSignal, Show } from 'solid-js'
import type { CheckIn } from '#domain/wheel/check-ins.ts'
import { type Topic, TOPICS } from '#domain/document/choices.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { hasOwnTopic, toSpokes } from '#wording/wheel-spokes.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { Button } from '#ui/button.tsx'
import { WheelInput } from '#ui/wheel/wheel-input.tsx'
import { ReadAloudButton } from '#ui/read-aloud.tsx'
import { TopicForm } from './topic-form.tsx'
import { TopicScale } from './topic-scale.tsx'
import { useWheel } from './use-wheel.ts'

export type Under = { readonly checkIn: CheckIn; readonly name: string }

export const WheelDrawing = (props: { name: string; moment: string; under: Under | null }) => {
  const copy = usePlanCopy()
  const wheel = useWheel()
  // Another wheel starts with all topics closed.
  const [open, setOpen] = createSignal<{ of: EntityId; topic: Topic } | null>(null)
  const opened = () => (open()?.of === wheel.checkIn().id ? (open()?.topic ?? null) : null)
  const setOpened = (topic: Topic | null) =>
    setOpen(topic === null ? null : { of: wheel.filling() ? wheel.begun() : wheel.checkIn().id, topic })
  const [picked, setPicked] = createSignal<Topic | null>(null)
  /** At first the first topic without a score, and then the one that was touched last. */
  const first = createMemo<Topic>(
    (before) => before ?? TOPICS.find((topic) => wheel.checkIn().topics[topic].score.length === 0) ?? TOPICS[0],
  )
  const inScale = () => opened() ?? picked() ?? first()
  const shown = () => TOPICS.filter((topic) => topic !== 'own' || hasOwnTopic(wheel.checkIn()))
  const pick = (topic: Topic): void => {
    setPicked(topic)
    if (opened() !== null) setOpened(topic)
    else if (scale !== undefined && !isInView(scale)) scale.scrollIntoView({ block: 'nearest' })
  }
  const spokes = createMemo(() =>
    toSpokes(copy(), wheel.checkIn(), props.under?.checkIn ?? null, props.under?.name, wheel.talkAbout()).map(
      (spoke) => ({
        ...spoke,
        name: wheel.nameOf(toTopic(spoke.id)),
      }),
    ),
  )
  const set = (id: string, score: number | null): void => {
    wheel.score(toTopic(id), score)
    setPicked(toTopic(id))
    if (opened() !== null) setOpened(toTopic(id)) // the open details follow the topic touched last
  }
  let sheet!: HTMLDivElement
  let scale: HTMLElement | undefined
  const close = (): void => {
    sheet.querySelector<HTMLElement>('[aria-expanded=true]')?.focus() // the name that opened it
    setOpened(null)
  }
  /** The score that was just given is seen in the drawing: on a phone its scale covers the lower half. The scale stays under the finger. */
  const showScored = (): void => {
    const dot = sheet.querySelector('.wh-picked')
    if (scale === undefined || dot === null || getComputedStyle(scale).position !== 'sticky') return
    if (isCovered(dot, scale)) sheet.scrollIntoView({ block: 'start' })
  }
  return (
    <div class="wl-drawing">
      <div class="wl-sheet" ref={sheet}>
        <WheelInput
          label={props.name}
          spokes={spokes()}
          legend={{
            now: copy().wheel.now(props.moment),
            before: props.under?.name,
            talkAbout: wheel.talkAbout(),
            scale: copy().wheel.scale,
          }}
          opened={opened()}
          onOpen={(id) => setOpened(opened() === id ? null : toTopic(id))}
          picked={wheel.filling() ? inScale() : null}
          onPick={(id) => pick(toTopic(id))}
          onSet={wheel.filling() ? set : undefined}
        />
        <Show when={wheel.filling() && !hasOwnTopic(wheel.checkIn()) && opened() !== 'own'}>
          <Button look="quiet" onClick={() => setOpened('own')}>
            {copy().wheel.addOwn}
          </Button>
        </Show>
      </div>
      <Show when={wheel.filling() && opened() === null}>
        <div class="wl-scale-place" ref={(element) => (scale = element)}>
          <TopicScale
            topic={inScale()}
            next={shown()[shown().indexOf(inScale()) + 1]}
            onPick={pick}
            onScored={showScored}
          />
        </div>
      </Show>
      <Show when={opened()} keyed>
        {(topic) => <TopicSheet topic={topic} onClose={close} />}
      </Show>
    </div>
  )
}

const TopicSheet = (props: { topic: Topic; onClose: () => void }) => {
  const wheel = useWheel()
  const copy = usePlanCopy()
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

/**
 * Where it stands at hand already, nothing moves: `scrollIntoView` would go to where it stood without that, and a second tap
 * would meet something else.
 */
const isInView = (element: HTMLElement): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= window.innerHeight
}

const isCovered = (below: Element, above: Element): boolean => {
  const [one, other] = [below.getBoundingClientRect(), above.getBoundingClientRect()]
  return one.bottom > other.top && one.right > other.left && one.left < other.right
}

/** After a tap on a name the details come into view, which are below the wheel on a phone. */
const showAndFocus = (heading: HTMLElement): void => {
  if (document.activeElement?.getAttribute('role') === 'slider') return // the handle keeps its focus while it is in use
  heading.focus({ preventScroll: true })
  heading.parentElement?.scrollIntoView({ block: 'nearest' }) // with the scores, where the screen has room for them
}

const toTopic = (id: string): Topic => TOPICS.find((topic) => topic === id) ?? 'own'
