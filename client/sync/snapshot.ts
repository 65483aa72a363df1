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

/** Whether `doc` holds text of these clientIDs that the log has not. */
export const hasUnsharedText = (doc: Y.Doc, own: Iterable<number>, clocks: Clocks): boolean => {
  for (const client of own) if (Y.getState(doc.store, client) > (clocks.get(client) ?? 0)) return true
  return false
}

/** The same, deletions included (C1). */
export const hasUnshared = (doc: Y.Doc, own: Iterable<number>, snapshot: Snapshot): boolean =>
  hasUnsharedText(doc, own, snapshot.clocks) || subtractDeletes(deletesOf(doc), snapshot.deletes).size > 0
