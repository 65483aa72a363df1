/** Zero to ten as buttons, without a default. */
import { For, Show, type Ref } from 'solid-js'
import type { Topic } from '#domain/document/choices.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { Button } from '#ui/button.tsx'
import { useWheel } from './use-wheel.ts'

export const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

export const ScoreButtons = (props: { topic: Topic; ref?: Ref<HTMLDivElement> | undefined }) => {
  const copy = usePlanCopy()
  const wheel = useWheel()
  const scores = () => wheel.checkIn().topics[props.topic].score
  return (
    <div class="wl-answer">
      <p class="soft">{copy().wheel.scale}</p>
      <ScoreRow topic={props.topic} ref={props.ref} />
      <Show when={scores().length > 0}>
        <Button look="quiet" onClick={() => wheel.score(props.topic, null)}>
          {copy().wheel.clear}
        </Button>
      </Show>
    </div>
  )
}

/** The numbers alone. */
export const ScoreRow = (props: { topic: Topic; ref?: Ref<HTMLDivElement> | undefined; onScored?: () => void }) => {
  const copy = usePlanCopy()
  const wheel = useWheel()
  const scores = () => wheel.checkIn().topics[props.topic].score
  return (
    <div ref={props.ref} class="wl-scores" role="group" aria-label={copy().wheel.score(wheel.nameOf(props.topic))}>
      <For each={SCORES}>
        {(score) => (
          <button
            type="button"
            class="wl-score"
            aria-pressed={scores().length === 1 && scores()[0] === score}
            onClick={() => {
              wheel.score(props.topic, score)
              props.onScored?.()
            }}
          >
            {score}
          </button>
        )}
      </For>
    </div>
  )
}
