/**
 * The scale of one topic under the drawing, always at hand on a phone: a tap on a spoke brings its topic here and moves nothing,
 * so that a second tap meets what was there before. A score is given here, on purpose.
 */
import { Show } from 'solid-js'
import { type Topic, TOPICS } from '#domain/document/choices.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { Button } from '#ui/button.tsx'
import { ScoreRow } from './score-buttons.tsx'
import { useWheel } from './use-wheel.ts'

export const TopicScale = (props: {
  topic: Topic
  next: Topic | undefined
  onPick: (topic: Topic) => void
  onScored: () => void
}) => {
  const copy = usePlanCopy()
  const wheel = useWheel()
  return (
    <section class={`wl-scale wh-${TOPICS.indexOf(props.topic)}`} aria-label={wheel.nameOf(props.topic)}>
      <div class="wl-scale-head">
        <p aria-live="polite">
          <strong dir="auto">{wheel.nameOf(props.topic)}</strong>
          <span class="soft">{copy().wheel.scale}</span>
        </p>
        <Show when={props.next}>
          {(next) => (
            <Button look="quiet" onClick={() => props.onPick(next())}>
              {copy().wheel.next}
            </Button>
          )}
        </Show>
      </div>
      <ScoreRow topic={props.topic} onScored={props.onScored} />
    </section>
  )
}
