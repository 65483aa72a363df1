/** What a document holds against what the log holds: is everything there, and what of mine is not shared yet? */
import * as Y from 'yjs'
import { itemOf } from './yjs-internals.ts'
import { addDeletes, type DeleteSet, deletesOf, type Range, subtractDeletes } from '../update/delete-set.ts'
import type { Clocks } from '../update/update.ts'

/** A state vector and a delete set. */
export type Snapshot = { readonly clocks: Clocks; readonly deletes: DeleteSet }

/** If not, the document lost something that the cursor counts as done, and the log must be read again. */
export const containsSnapshot = (doc: Y.Doc, snapshot: Snapshot): boolean =>
  [...snapshot.clocks].every(([client, clock]) => Y.getState(doc.store, client) >= clock) &&
  subtractDeletes(snapshot.deletes, deletesOf(doc)).size === 0

const lacks = (doc: Y.Doc, own: Iterable<number>, clocks: Clocks): boolean => {
  for (const client of own) if (Y.getState(doc.store, client) > (clocks.get(client) ?? 0)) return true
  return false
}

/** Merging deletes it by itself: an older value of a map's key, and what lies inside something deleted. */
const deletedByMerging = (item: Y.Item): boolean => {
  const { parent, parentSub, right } = item
  return (
    (parentSub !== null && right !== null) || (parent instanceof Y.AbstractType && itemOf(parent)?.deleted === true)
  )
}

/** Deletions that somebody made. The others stand in no entry, and happen to every reader of the log alike. */
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

/** The document holds exactly this, and nothing waits in it for something missing. */
export const isSnapshotOf = (doc: Y.Doc, { clocks }: Snapshot): boolean =>
  [...Y.decodeStateVector(Y.encodeStateVector(doc))].every(([client, clock]) => clocks.get(client) === clock) &&
  doc.store.pendingStructs === null &&
  doc.store.pendingDs === null

/** Whether `doc` holds text of these clientIDs, or deletions, that the log has not (C1). */
export const hasUnshared = (doc: Y.Doc, own: Iterable<number>, snapshot: Snapshot): boolean =>
  lacks(doc, own, snapshot.clocks) || subtractDeletes(madeDeletes(doc), snapshot.deletes).size > 0
