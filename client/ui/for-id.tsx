/** A list whose rows keep their DOM node as long as their id stays, whatever a peer changes in them (CONTRIBUTING.md, habit 7). */
import { createComputed, createMemo, For, on, Show, type Accessor, type JSX } from 'solid-js'
import { tellMove } from './tell-move.ts'

export const ForId = <Row,>(props: {
  each: readonly Row[]
  by: (row: Row) => string
  children: (row: Accessor<Row>) => JSX.Element
}) => {
  const byId = createMemo(() => new Map(props.each.map((row) => [props.by(row), row])))
  const ids = createMemo(() => [...byId().keys()], [], { equals: isSame })
  createComputed(on(ids, () => tellMove('unknown'), { defer: true }))
  return (
    <For each={ids()}>
      {(id) => {
        // A row that is being removed shows its last value.
        const row = createMemo<Row | undefined>((last) => byId().get(id) ?? last)
        return <Show when={row()}>{(present) => props.children(present)}</Show>
      }}
    </For>
  )
}

const isSame = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((id, at) => id === after[at])
