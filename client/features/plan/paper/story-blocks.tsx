/** The story on paper, read-only. Each block has its own text direction. */
import { For, type JSX } from 'solid-js'
import type { Block, Run } from '#domain/story/story.ts'

export const StoryBlocks = (props: { blocks: readonly Block[] }): JSX.Element => (
  <For each={props.blocks}>{toElement}</For>
)

const toElement = (block: Block): JSX.Element => {
  switch (block.name) {
    case 'paragraph':
      return (
        <p dir="auto" translate="no">
          {toRuns(block.runs)}
        </p>
      )
    case 'heading':
      return block.level === 2 ? (
        <h2 dir="auto" translate="no">
          {toRuns(block.runs)}
        </h2>
      ) : (
        <h3 dir="auto" translate="no">
          {toRuns(block.runs)}
        </h3>
      )
    case 'list': {
      const items = () => (
        <For each={block.items}>
          {(item) => (
            <li dir="auto" translate="no">
              {<StoryBlocks blocks={item} />}
            </li>
          )}
        </For>
      )
      return block.ordered ? (
        <ol class="pp-numbers" start={block.start}>
          {items()}
        </ol>
      ) : (
        <ul class="pp-points">{items()}</ul>
      )
    }
  }
}

const toRuns = (runs: readonly Run[]): JSX.Element => <For each={runs}>{(run) => toMarked(run)}</For>

const toMarked = (run: Run): JSX.Element => {
  if (run.bold && run.italic)
    return (
      <strong>
        <em>{run.text}</em>
      </strong>
    )
  if (run.bold) return <strong>{run.text}</strong>
  if (run.italic) return <em>{run.text}</em>
  return run.text
}
