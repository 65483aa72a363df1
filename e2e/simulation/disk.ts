/**
 * A device's disk: writes become durable one by one, each store in its own order, independent of the others. A crash loses
 * what was not durable yet, so every moment between two writes is met sooner or later. A full disk refuses a write when its
 * turn comes.
 */
import { decodeCursor } from '#sync/log/cursor.ts'
import type { Preview } from '#sync/log/log-state.ts'
import type { JournalStore } from '#storage/journal/journal-store.ts'
import { createMemoryJournal } from '#storage/journal/memory-journal-store.ts'
import type { StoredRecord, SyncStore } from '#storage/sync/sync-store.ts'

/** The error of a refused write. */
export class DiskFull extends Error {}

export type Disk = {
  readonly store: SyncStore
  /** History, written in an order of its own: a crash loses it before or after the cursor. */
  readonly journal: JournalStore
  /** The durable rows of the document. */
  rows(): readonly Uint8Array[]
  /** `mine`: the part that was written here. Rejects when the disk refuses it. */
  writeRow(update: Uint8Array, mine: readonly Uint8Array[]): Promise<void>
  /** Replaces all rows by this one, atomically. */
  replaceRows(document: Uint8Array): Promise<void>
  /** The checkpoint from which the stored document was begun, until the log has confirmed it (K2). */
  preview(): Preview | null
  /** Stores with a pending write. */
  waiting(): readonly string[]
  /** Makes the next write of one store durable, or refuses it. */
  commit(name: string): void
  commitAll(): void
  isFull(): boolean
  setFull(full: boolean): void
  /** The next row, or the next salt, is refused; later writes fit again. */
  refuseNext(name: 'document' | 'salt'): void
  /** Pending writes are lost. */
  crash(): void
  /** The browser, or somebody's hand, deleted one of its stores. */
  lose(name: 'document' | 'cursor'): void
}

type Write = { apply(): void; resolve(): void; reject(error: DiskFull): void }

/** `durable` receives what was written here. */
export const createDisk = (durable: (mine: Uint8Array) => void, refusing: (name: string) => void): Disk => {
  let rows: Uint8Array[] = []
  const records = new Map<number, StoredRecord>()
  const salts: Uint8Array[] = []
  let cursor: Uint8Array | null = null
  const journal = createMemoryJournal()
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
  const answer = <Result>(name: string, run: () => Result): Promise<Result> => {
    let result: Result | undefined
    return write(name, () => void (result = run())).then(() => result as Result)
  }
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
    journal: {
      append: (batch) => answer('journal', () => journal.append(batch)),
      begin: (base) => answer('journal', () => journal.begin(base)),
      fold: (base) => answer('journal', () => journal.fold(base)),
      extend: (older) => answer('journal', () => journal.extend(older)),
      load: async () => journal.load(),
      since: async (seq) => (journal.load()?.entries ?? []).filter((entry) => entry.seq > seq),
      loadWritten: async () => journal.loadWritten(),
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
