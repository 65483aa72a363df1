/** Comparisons of a document with a snapshot of the log: does it hold everything, and does it hold unshared work? */
import * as Y from 'yjs'
import { itemOf } from './yjs-internals.ts'
import { addDeletes, type DeleteSet, deletesOf, type Range, subtractDeletes } from '../update/delete-set.ts'
import type { Clocks } from '../update/update.ts'

/** A state vector and a delete set. */
export type Snapshot = { readonly clocks: Clocks; readonly deletes: DeleteSet }

/** Whether the document holds the whole snapshot. If not, it lost something that the cursor counts as read, and the log must be read again. */
export const containsSnapshot = (doc: Y.Doc, snapshot: Snapshot): boolean =>
  [...snapshot.clocks].every(([client, clock]) => Y.getState(doc.store, client) >= clock) &&
  subtractDeletes(snapshot.deletes, deletesOf(doc)).size === 0

const lacks = (doc: Y.Doc, own: Iterable<number>, clocks: Clocks): boolean => {
  for (const client of own) if (Y.getState(doc.store, client) > (clocks.get(client) ?? 0)) return true
  return false
}

/** Whether merging alone deleted this item: an older value of a map's key, or an item inside a deleted one. */
const deletedByMerging = (item: Y.Item): boolean => {
  const { parent, parentSub, right } = item
  return (
    (parentSub !== null && right !== null) || (parent instanceof Y.AbstractType && itemOf(parent)?.deleted === true)
  )
}

/** The deletions that people made. The others stand in no entry, and happen on every device that reads the log. */
const madeDeletes = (doc: Y.Doc): DeleteSet => {
  const made = new Map<number, readonly Range[]>()
  for (const [client, structs] of doc.store.clients) {
    const ranges = structs
      .filter((struct) => struct instanceof Y.Item && struct.deleted && !deletedByMerging(struct))
      .map(({ id, length }): Range => [id.clock, id.clock + length])
    addDeletes(made, new Map([[client, ranges]]))
  }
  return made
}

/** Whether the document equals this snapshot, without pending structs. */
export const isSnapshotOf = (doc: Y.Doc, { clocks }: Snapshot): boolean =>
  [...Y.decodeStateVector(Y.encodeStateVector(doc))].every(([client, clock]) => clocks.get(client) === clock) &&
  doc.store.pendingStructs === null &&
  doc.store.pendingDs === null

/** Whether `doc` holds text of these clientIDs, or deletions, that the log lacks (C1). */
export const hasUnshared = (doc: Y.Doc, own: Iterable<number>, snapshot: Snapshot): boolean =>
  lacks(doc, own, snapshot.clocks) || subtractDeletes(madeDeletes(doc), snapshot.deletes).size > 0
