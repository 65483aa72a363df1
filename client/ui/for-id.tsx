/** A list whose rows keep their DOM node as long as their id stays, whatever a peer changes in them (CONTRIBUTING.md, habit 7). */
import { For, Show, createMemo, type Accessor, type JSX } from 'solid-js'

export const ForId = <Row,>(props: {
  each: readonly Row[]
  by: (row: Row) => string
  children: (row: Accessor<Row>) => JSX.Element
}) => {
  const byId = createMemo(() => new Map(props.each.map((row) => [props.by(row), row])))
  return (
    <For each={[...byId().keys()]}>
      {(id) => {
        // A row that is being removed shows its last value.
        const row = createMemo<Row | undefined>((last) => byId().get(id) ?? last)
        return <Show when={row()}>{(present) => props.children(present)}</Show>
      }}
    </For>
  )
}
