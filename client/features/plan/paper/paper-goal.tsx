/** A goal on paper, with its steps in a table that has an empty row. Finished steps are only counted. */
import { For, Show } from 'solid-js'
import type { StepCells } from '#domain/exchange/plan-text-blocks.ts'
import type { Block } from '#domain/story/story.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { StoryBlocks } from './story-blocks.tsx'

export const PaperGoal = (props: {
  about: readonly Block[]
  steps: readonly StepCells[]
  more: string | undefined
}) => (
  <>
    <StoryBlocks blocks={props.about} />
    <StepTable steps={props.steps} room={1} />
    <Show when={props.more}>{(more) => <p>{more()}</p>}</Show>
  </>
)

const NO_STEP: StepCells = ['', '', '', '', '']

export const StepTable = (props: { steps: readonly StepCells[]; room: number }) => {
  const copy = usePlanCopy()
  const words = () => copy().takeOut.paper
  const rows = () => [...props.steps, ...Array.from({ length: props.room }, () => NO_STEP)]
  return (
    <table class="pp-steps">
      <thead>
        <tr>
          <For each={[words().step, words().who, words().when, words().how, words().done]}>
            {(name) => <th scope="col">{name}</th>}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={rows()}>
          {(cells) => (
            <tr>
              <For each={cells}>{(cell) => <td dir="auto">{cell}</td>}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
