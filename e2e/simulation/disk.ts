/**
 * A device's disk: writes become durable one by one, each store in its own order, none waiting for another. A crash
 * loses what was not durable yet; so every "between two writes" is met sooner or later.
 */
import type { StoredRecord, SyncStore } from '#storage/sync-store.ts'

export type Disk = {
  readonly store: SyncStore
  /** Rows of the document that are durable. */
  rows(): readonly Uint8Array[]
  writeRow(update: Uint8Array): void
  /** Stores with a write waiting. */
  waiting(): readonly string[]
  /** Makes the next write of one store durable. */
  commit(name: string): void
  commitAll(): void
  /** What waited is gone. */
  crash(): void
}

export const createDisk = (durable: (row: Uint8Array) => void): Disk => {
  const rows: Uint8Array[] = []
  const records = new Map<number, StoredRecord>()
  const salts: Uint8Array[] = []
  let cursor: Uint8Array | null = null
  let queues = new Map<string, (() => void)[]>()

  const write = (name: string, apply: () => void): Promise<void> =>
    new Promise((resolve) => {
      const queue = queues.get(name) ?? []
      queue.push(() => {
        apply()
        resolve()
      })
      queues.set(name, queue)
    })
  const commit = (name: string): void => queues.get(name)?.shift()?.()
  const waiting = (): readonly string[] => [...queues].filter(([, queue]) => queue.length > 0).map(([name]) => name)
  return {
    rows: () => rows,
    writeRow(update) {
      void write('document', () => {
        rows.push(update)
        durable(update)
      })
    },
    waiting,
    commit,
    commitAll() {
      for (const name of waiting()) while ((queues.get(name)?.length ?? 0) > 0) commit(name)
    },
    crash() {
      queues = new Map()
    },
    store: {
      load: async () => ({ records: [...records.values()], cursor, salts: [...salts] }),
      addRecords: (added) =>
        write('records', () => {
          for (const record of added) records.set(record.seq, record)
        }),
      saveCursor: (bytes) => write('cursor', () => void (cursor = bytes)),
      // Stored before the first edit (PROTOCOL.md §4): the app waits for it, so here it is durable at once.
      addSalt: async (salt) => void salts.push(salt),
    },
  }
}
