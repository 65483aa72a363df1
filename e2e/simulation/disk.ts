/**
 * A device's disk: writes become durable one by one, each store in its own order, none waiting for another. A crash
 * loses what was not durable yet; so every "between two writes" is met sooner or later. A full disk refuses each when
 * its turn comes.
 */
import { decodeCursor } from '#sync/log/cursor.ts'
import type { Preview } from '#sync/log/log-state.ts'
import type { StoredRecord, SyncStore } from '#storage/sync/sync-store.ts'

/** What a write is refused with. */
export class DiskFull extends Error {}

export type Disk = {
  readonly store: SyncStore
  /** Rows of the document that are durable. */
  rows(): readonly Uint8Array[]
  /** `mine`: what of it was written here. Rejects when the disk does not take it. */
  writeRow(update: Uint8Array, mine: readonly Uint8Array[]): Promise<void>
  /** All rows by this one, in one go. */
  replaceRows(document: Uint8Array): Promise<void>
  /** The checkpoint that the stored document was begun with, as long as the log has not said that it is true (K2). */
  preview(): Preview | null
  /** Stores with a write waiting. */
  waiting(): readonly string[]
  /** Makes the next write of one store durable, or refuses it. */
  commit(name: string): void
  commitAll(): void
  isFull(): boolean
  setFull(full: boolean): void
  /** The next row is refused, or the next salt; what comes then fits again. */
  refuseNext(name: 'document' | 'salt'): void
  /** What waited is gone. */
  crash(): void
  /** The browser, or somebody's hand, removed one of its stores. */
  lose(name: 'document' | 'cursor'): void
}

type Write = { apply(): void; resolve(): void; reject(error: DiskFull): void }

/** `durable` is told of what was written here. */
export const createDisk = (durable: (mine: Uint8Array) => void, refusing: (name: string) => void): Disk => {
  let rows: Uint8Array[] = []
  const records = new Map<number, StoredRecord>()
  const salts: Uint8Array[] = []
  let cursor: Uint8Array | null = null
  let queues = new Map<string, Write[]>()
  let full = false
  const refused = new Set<string>()

  const refuses = (name: string): boolean => {
    const refuse = refused.delete(name) || full
    if (refuse) refusing(name)
    return refuse
  }
  const write = (name: string, apply: () => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const queue = queues.get(name) ?? []
      queue.push({ apply, resolve, reject })
      queues.set(name, queue)
    })
  const commit = (name: string): void => {
    const next = queues.get(name)?.shift()
    if (next === undefined) return
    if (refuses(name)) return next.reject(new DiskFull(name))
    next.apply()
    next.resolve()
  }
  const waiting = (): readonly string[] => [...queues].filter(([, queue]) => queue.length > 0).map(([name]) => name)
  return {
    rows: () => rows,
    preview: () => (cursor && decodeCursor(cursor))?.preview ?? null,
    writeRow: (update, mine) =>
      write('document', () => {
        rows.push(update)
        mine.forEach(durable)
      }),
    replaceRows: (document) => write('document', () => void (rows = [document])),
    waiting,
    commit,
    commitAll() {
      for (const name of waiting()) while ((queues.get(name)?.length ?? 0) > 0) commit(name)
    },
    isFull: () => full,
    setFull(value) {
      full = value
    },
    refuseNext: (name) => void refused.add(name),
    crash() {
      queues = new Map()
    },
    lose(name) {
      if (name === 'document') rows = []
      else cursor = null
    },
    store: {
      load: async () => ({ records: [...records.values()], cursor, salts: [...salts] }),
      addRecords: (added) =>
        write('records', () => {
          for (const record of added) records.set(record.seq, record)
        }),
      replaceRecords: (all) =>
        write('records', () => {
          records.clear()
          for (const record of all) records.set(record.seq, record)
        }),
      saveCursor: (bytes) => write('cursor', () => void (cursor = bytes)),
      // Stored before the first edit (PROTOCOL.md §4): the app waits for it, so here it is answered at once.
      async addSalt(salt) {
        if (refuses('salt')) throw new DiskFull('salt')
        salts.push(salt)
      },
    },
  }
}
