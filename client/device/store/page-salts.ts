/**
 * Salts that the disk refused, kept as long as the page and offered to it again. Without its salt, words could not be
 * attributed after a restart, and would never be sent. Knows no document.
 */
import { type Kept, kept, StorageError, type StorageFailure, toFailure } from '#storage/failure.ts'
import type { SyncStore } from '#storage/sync/sync-store.ts'

export type PageSalts = {
  /** The store, completed with what it refused. */
  readonly store: SyncStore
  /** Tries to store all of them; whether they are stored now. */
  keep(): Promise<Kept>
  /** The document on the disk differs from the page's: from here on the page has a cursor of its own. */
  detach(cursor: Uint8Array): void
  /** Why the last refused one was refused. */
  refusal(): StorageFailure
}

export const createPageSalts = (store: SyncStore): PageSalts => {
  const refused: Uint8Array[] = []
  let refusal: StorageFailure = 'unavailable'
  let ownCursor: Uint8Array | null = null
  const keepAll = async (): Promise<void> => {
    for (const salt of refused.slice()) {
      await store.addSalt(salt).catch((error: unknown) => {
        refusal = error instanceof StorageError ? error.reason : toFailure(error)
        throw error
      })
      refused.splice(refused.indexOf(salt), 1)
    }
  }
  return {
    store: {
      ...store,
      async load() {
        const stored = await store.load()
        return { ...stored, cursor: ownCursor ?? stored.cursor, salts: [...stored.salts, ...refused] }
      },
      async saveCursor(cursor) {
        if (ownCursor === null) await store.saveCursor(cursor)
        else ownCursor = cursor
      },
      async addSalt(salt) {
        refused.push(salt)
        await keepAll()
      },
    },
    keep: () => kept(keepAll()),
    detach(cursor) {
      ownCursor = cursor
    },
    refusal: () => refusal,
  }
}
