/** A value read from a Yjs document, as a signal: read again after every update, told only when it has changed. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'
import type * as Y from 'yjs'

export const followDoc = <Value>(
  doc: Y.Doc,
  read: (doc: Y.Doc) => Value,
  equals: (before: Value, after: Value) => boolean = Object.is,
): Accessor<Value> => {
  const [value, setValue] = createSignal(read(doc), { equals })
  const update = () => setValue(() => read(doc))
  doc.on('update', update)
  onCleanup(() => doc.off('update', update))
  return value
}

export const sameList = <Item>(before: readonly Item[], after: readonly Item[]): boolean =>
  before.length === after.length && before.every((item, index) => item === after[index])

/** For what a reader of the document makes anew each time: plain values, the same when they say the same. */
export const sameContent = (before: unknown, after: unknown): boolean =>
  before === after || JSON.stringify(before) === JSON.stringify(after)
