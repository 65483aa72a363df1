/** A list whose rows keep their DOM node for as long as their id stays, whatever a peer changes in them (CONTRIBUTING.md, habit 7). */
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
        // While a row is on its way out it shows what it last was.
        const row = createMemo<Row | undefined>((last) => byId().get(id) ?? last)
        return <Show when={row()}>{(present) => props.children(present)}</Show>
      }}
    </For>
  )
}
