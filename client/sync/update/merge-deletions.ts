/** What a foreign update deletes by merging (a map's key set twice) stands in no delete set; it is the log's all the same. */
import * as Y from 'yjs'
import { addDeletes, fromYjs, type Range, subtractDeletes } from './delete-set.ts'
import type { Stop } from '../environment.ts'

/** `log`: the origin of what comes from there. */
export const noteMergedDeletes = (doc: Y.Doc, log: unknown, deletes: () => Map<number, readonly Range[]>): Stop => {
  // A damaged copy may hold a deletion and lack the text. It happens when the text comes in, and is not the log's by that.
  const { pendingDs } = doc.store
  const waiting = pendingDs === null ? new Map() : fromYjs(Y.decodeUpdateV2(pendingDs).ds)
  const note = (transaction: Y.Transaction): void => {
    if (transaction.origin === log) addDeletes(deletes(), subtractDeletes(fromYjs(transaction.deleteSet), waiting))
  }
  doc.on('afterTransaction', note)
  return () => doc.off('afterTransaction', note)
}
