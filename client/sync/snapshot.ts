/** What a document holds against what the log holds: is everything there, and what of mine is not shared yet? */
import * as Y from 'yjs'
import { type DeleteSet, deletesOf, subtractDeletes } from './delete-set.ts'
import type { Clocks } from './update.ts'

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

/** Whether `doc` holds text of these clientIDs, or deletions, that the log has not (C1). */
export const hasUnshared = (doc: Y.Doc, own: Iterable<number>, snapshot: Snapshot): boolean =>
  lacks(doc, own, snapshot.clocks) || subtractDeletes(deletesOf(doc), snapshot.deletes).size > 0

/**
 * The same for somebody who may not write any more. Who never wrote has no work of their own: what their document deletes
 * beyond the log is what merging deleted.
 */
export const hasUnsharedWork = (doc: Y.Doc, own: Iterable<number>, snapshot: Snapshot): boolean => {
  const mine = [...own]
  return mine.some((client) => Y.getState(doc.store, client) > 0) && hasUnshared(doc, mine, snapshot)
}
