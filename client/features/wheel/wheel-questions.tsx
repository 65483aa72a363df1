/** The wheel as one question at a time: answer, skip or clear, forwards and backwards, and finish at any question. */
import { createSignal, onMount, Show } from 'solid-js'
import { TOPICS } from '#domain/document/choices.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { Button } from '#ui/button.tsx'
import { ReadAloudButton } from '#ui/read-aloud.tsx'
import { Finish } from './finish.tsx'
import { TopicForm } from './topic-form.tsx'
import { useWheel } from './use-wheel.ts'

export const WheelQuestions = (props: { onFinish: () => void }) => {
  const copy = usePlanCopy()
  const wheel = useWheel()
  const [number, setNumber] = createSignal(0)
  const topic = () => TOPICS[number()] ?? 'own'
  const isLast = () => number() === TOPICS.length - 1
  const isAnswered = () => wheel.checkIn().topics[topic()].score.length > 0
  let heading: HTMLHeadingElement | undefined
  let scores: HTMLDivElement | undefined
  // On a small phone the first question starts low: with only 0 to 5 in view, people would take those for the whole
  // scale.
  onMount(() => scores?.scrollIntoView({ block: 'nearest' }))
  const go = (by: number): void => {
    setNumber((before) => Math.min(TOPICS.length - 1, Math.max(0, before + by)))
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <>
      <Show when={topic()} keyed>
        {(shown) => (
          <section class={`cd cd-plain wl-topic wh-${TOPICS.indexOf(shown)}`}>
            <ReadAloudButton name={wheel.nameOf(shown)} />
            <p class="soft">{copy().wheel.progress(TOPICS.indexOf(shown) + 1, TOPICS.length)}</p>
            <h2 ref={heading} tabindex="-1" dir="auto">
              {wheel.nameOf(shown)}
            </h2>
            <TopicForm topic={shown} scores={(element) => (scores = element)} />
          </section>
        )}
      </Show>
      <div class="wl-steps">
        <Show when={number() > 0}>
          <Button icon="back" onClick={() => go(-1)}>
            {copy().wheel.back}
          </Button>
        </Show>
        <Button look="main" onClick={() => (isLast() ? props.onFinish() : go(1))}>
          {isLast() ? copy().wheel.finish : isAnswered() ? copy().wheel.next : copy().wheel.skip}
        </Button>
      </div>
      <Show when={isLast()} fallback={<Finish main={false} onFinish={props.onFinish} />}>
        <p class="soft">{copy().wheel.finishHint}</p>
      </Show>
    </>
  )
}
