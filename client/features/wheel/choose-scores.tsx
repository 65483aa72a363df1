/**
 * Scores that two people gave at the same time, side by side until one is chosen (product.md, rule 5), even when the wheel
 * is finished.
 */
import { For } from 'solid-js'
import { TOPICS } from '#domain/document/choices.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { ChooseBetween } from '#ui/choose-between.tsx'
import { useWheel } from './use-wheel.ts'

export const ChooseScores = () => {
  const copy = usePlanCopy()
  const wheel = useWheel()
  const open = () => TOPICS.filter((topic) => wheel.checkIn().topics[topic].score.length > 1 && wheel.mayChoose(topic))
  return (
    <For each={open()}>
      {(topic) => (
        <ChooseBetween
          title={copy().wheel.choose(wheel.nameOf(topic))}
          options={wheel.checkIn().topics[topic].score.map((score) => ({
            label: score === null ? copy().wheel.chooseNone : String(score),
            onChoose: () => wheel.score(topic, score),
          }))}
        />
      )}
    </For>
  )
}
