/**
 * A document's copy on a simulated disk, by the rules of client/storage/document/local-copy.ts: after a refused write, the
 * next one is the whole document.
 */
import * as Y from 'yjs'
import type { Disk } from './disk.ts'

export type StoredCopy = {
  /** The disk lacks a part of the document. */
  isBehind(): boolean
  /** As when the page becomes visible. */
  retry(): void
}

/** `keeps` is false when the salt of this load was refused: then nothing of it may be stored (PROTOCOL.md §5). */
export const createStoredCopy = (doc: Y.Doc, disk: Disk, keeps: boolean, alive: () => boolean): StoredCopy => {
  let behind = false
  /** Written here, and not on the disk yet. */
  let mine: readonly Uint8Array[] = []
  const write = (update: Uint8Array): void => {
    const bytes = behind ? Y.encodeStateAsUpdate(doc) : update
    const written = mine
    behind = false
    mine = []
    disk.writeRow(bytes, written).catch(() => {
      behind = true
      mine = [...written, ...mine]
    })
  }
  doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (!alive() || !keeps) return
    if (transaction.local) mine = [...mine, update]
    write(update)
  })
  return {
    isBehind: () => behind,
    retry() {
      if (behind && alive()) write(Y.encodeStateAsUpdate(doc))
    },
  }
}
