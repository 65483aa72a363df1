/** The one bridge from Yjs to Solid, read-only: components never see a shared type, and write through the domain. */
import { onCleanup } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'

/** Any shared type; Yjs' own base type would ask for the events of each kind. */
type Shared = { observeDeep(listener: () => void): void; unobserveDeep(listener: () => void): void }

/** A store that follows a shared type. Rows keep their identity by `id`, so `<For>` moves DOM nodes instead of making them anew. */
export const createYStore = <Source extends Shared, Row extends { readonly id: string }>(
  source: Source,
  read: (source: Source) => readonly Row[],
): readonly Row[] => {
  const [rows, setRows] = createStore<readonly Row[]>(read(source))
  const update = () => setRows(reconcile(read(source)))
  source.observeDeep(update)
  onCleanup(() => source.unobserveDeep(update))
  return rows
}
