/** Three equal ways of filling in one wheel. */
import { For } from 'solid-js'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'

const WAYS = ['drawing', 'questions', 'table'] as const
export type FillMethod = (typeof WAYS)[number]

export const parseFillMethod = (text: unknown): FillMethod => WAYS.find((way) => way === text) ?? 'drawing'

export const FillMethods = (props: { way: FillMethod; onChoose: (way: FillMethod) => void }) => {
  const copy = usePlanCopy()
  return (
    <div class="wl-ways" role="group" aria-label={copy().wheel.ways.label}>
      <For each={WAYS}>
        {(way) => (
          <button type="button" class="wl-way" aria-pressed={props.way === way} onClick={() => props.onChoose(way)}>
            {copy().wheel.ways[way]}
          </button>
        )}
      </For>
    </div>
  )
}
