/**
 * Salts that the disk refused stay known as long as the page does, and are offered to it again: without its salt nothing
 * tells whose words they are, and they would never leave this device. Knows no document.
 */
import { type Kept, kept, StorageError, type StorageFailure, toFailure } from '#storage/failure.ts'
import type { SyncStore } from '#storage/sync-store.ts'

export type PageSalts = {
  /** The store, with what it refused. */
  readonly store: SyncStore
  /** Whether all of them are kept by now. */
  keep(): Promise<Kept>
  /** Why the last one that was refused was. */
  refusal(): StorageFailure
}

export const createPageSalts = (store: SyncStore): PageSalts => {
  const refused: Uint8Array[] = []
  let refusal: StorageFailure = 'unavailable'
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
        return { ...stored, salts: [...stored.salts, ...refused] }
      },
      async addSalt(salt) {
        refused.push(salt)
        await keepAll()
      },
    },
    keep: () => kept(keepAll()),
    refusal: () => refusal,
  }
}
