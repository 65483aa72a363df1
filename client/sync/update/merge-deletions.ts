/** Deletions by merging a foreign update (a map's key set twice): no delete set holds them, and they belong to the log all the same. */
import * as Y from 'yjs'
import { addDeletes, fromYjs, type Range, subtractDeletes } from './delete-set.ts'
import type { Stop } from '../environment.ts'

/** `log`: the origin of transactions that apply the log. */
export const noteMergedDeletes = (doc: Y.Doc, log: unknown, deletes: () => Map<number, readonly Range[]>): Stop => {
  // A damaged copy may hold a deletion and lack its text. It takes effect when the text comes in, which does not make it the log's.
  const { pendingDs } = doc.store
  const waiting = pendingDs === null ? new Map() : fromYjs(Y.decodeUpdateV2(pendingDs).ds)
  const note = (transaction: Y.Transaction): void => {
    if (transaction.origin === log) addDeletes(deletes(), subtractDeletes(fromYjs(transaction.deleteSet), waiting))
  }
  doc.on('afterTransaction', note)
  return () => doc.off('afterTransaction', note)
}
