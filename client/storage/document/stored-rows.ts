/**
 * The stored rows of a document, in y-indexeddb's layout: each row is an update, under growing keys. They are read before
 * anything else, because a database may not open, and one bad row must not fail the whole copy.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import * as Y from 'yjs'
import { type AtRest, PLAIN } from '../at-rest/at-rest.ts'
import { type Kept, kept } from '../failure.ts'

export type StoredRows =
  /** `next`: the least key that a later row can have. */
  | { ok: true; rows: readonly Uint8Array[]; next: number }
  | { ok: false; reason: 'damaged'; rows: readonly Uint8Array[] }
  | { ok: false; reason: 'unavailable' }

const ROWS = 'updates'
/** y-indexeddb's place for what belongs to a document without being of it; it goes when the document goes. */
const BESIDE = 'custom'
const UNDO = 'weef-undo'
/** The stores as y-indexeddb 9 makes them; the first to open the database creates them for both. Values are outside input. */
type Shape = DBSchema & {
  updates: { key: number; value: unknown }
  custom: { key: string; value: unknown }
}
export type RowsDatabase = {
  readonly raw: IDBPDatabase<Shape>
  /** A value as it is stored in this document's database, and back. */
  seal(value: unknown): unknown
  open(stored: unknown): unknown
  isCurrent(stored: unknown): boolean
  close(): void
}

/** The origin of changes that come from loading, not from an edit. */
export const loadStoredRows = Symbol('loadStoredRows')

/** Callbacks for a connection that was open. */
export type RowsWatch = {
  /** The browser closed the connection. */
  closed(): void
  /** Another tab takes the whole database off the device. */
  removed(): void
}

export const openRows = async (name: string, atRest: AtRest = PLAIN, watch?: RowsWatch): Promise<RowsDatabase> => {
  const raw = await openDB<Shape>(name, undefined, {
    upgrade(database) {
      database.createObjectStore(ROWS, { autoIncrement: true })
      database.createObjectStore('custom')
    },
    terminated: () => watch?.closed(),
    blocking: (_current, wanted) => (wanted === null ? watch?.removed() : watch?.closed()),
  })
  return {
    raw,
    seal: (value) => atRest.seal(name, value),
    open: (stored) => atRest.open(name, stored),
    isCurrent: (stored) => atRest.isCurrent(stored),
    close: () => raw.close(),
  }
}

/** Adds a row. The commit is requested at once, because a page that closes now ("Snel weg") could not request it later. Throws when the connection is closed; resolves when the row is stored. */
export const addRow = (database: RowsDatabase, row: Uint8Array): Promise<void> => {
  const transaction = database.raw.transaction(ROWS, 'readwrite')
  transaction.store.add(database.seal(row)).catch(() => {}) // the transaction carries the reason
  transaction.commit()
  return transaction.done
}

type Rows = { readonly rows: readonly unknown[]; readonly next: number }
type RowStore = {
  getAll(range: IDBKeyRange): Promise<unknown[]>
  getAllKeys(range: IDBKeyRange): Promise<number[]>
}

/** Reads the rows from this key on. */
const readFrom = async (database: RowsDatabase, store: RowStore, first: number): Promise<Rows> => {
  const range = IDBKeyRange.lowerBound(first)
  const [rows, keys] = await Promise.all([store.getAll(range), store.getAllKeys(range)])
  return { rows: rows.map(database.open), next: (keys.at(-1) ?? first - 1) + 1 }
}

/** What undo keeps beside the rows; it is worth no failure. */
const readUndo = async (database: RowsDatabase): Promise<unknown> => {
  try {
    return database.open(await database.raw.get(BESIDE, UNDO))
  } catch {
    return undefined
  }
}

/** Stores what undo keeps beside the rows, committed at once as in `addRow`. Throws when the connection is closed. */
export const writeUndo = (database: RowsDatabase, value: unknown): void => {
  const transaction = database.raw.transaction(BESIDE, 'readwrite')
  transaction.store.put(database.seal(value), UNDO).catch(() => {})
  transaction.commit()
  transaction.done.catch(() => {}) // undo then knows less after a reload
}

/** Applies the rows in one transaction, whose end costs as much as a row. `false`: a row is no update; the document may have changed in part. */
const applied = (doc: Y.Doc, rows: readonly unknown[]): boolean => {
  try {
    const apply = (): void =>
      rows.forEach((row) => {
        if (!(row instanceof Uint8Array)) throw new TypeError('A row holds bytes.')
        Y.applyUpdate(doc, row)
      })
    Y.transact(doc, apply, loadStoredRows, false)
    return true
  } catch {
    return false
  }
}

export type Loading = {
  /** Missing: they are not sealed. */
  readonly atRest?: AtRest | undefined
  /** Hears what undo kept before anything is in the document, and may prepare the document for it. */
  readonly before?: (undo: unknown) => void
}

/** Reads the stored rows into `doc`, which may have changed in part when they are damaged. */
export const readStoredRows = async (
  name: string,
  doc: Y.Doc,
  { atRest = PLAIN, before = () => {} }: Loading = {},
): Promise<StoredRows> => {
  const stored = await readAll(name, atRest)
  if (stored === null) return { ok: false, reason: 'unavailable' }
  const { rows, next, undo } = stored
  before(undo)
  const bytes = rows.filter((row) => row instanceof Uint8Array)
  return bytes.length === rows.length && applied(doc, rows)
    ? { ok: true, rows: bytes, next }
    : { ok: false, reason: 'damaged', rows: bytes }
}

const readAll = async (name: string, atRest: AtRest): Promise<(Rows & { readonly undo: unknown }) | null> => {
  try {
    const database = await openRows(name, atRest)
    const { store } = database.raw.transaction(ROWS)
    const both = Promise.all([readFrom(database, store, 0), readUndo(database)])
    const [rows, undo] = await both.finally(() => database.close())
    return { ...rows, undo }
  } catch {
    return null
  }
}

/** Reads another tab's new rows into `doc`. Resolves with the next key; rejects when they cannot be read. */
export const readMoreRows = async (database: RowsDatabase, doc: Y.Doc, first: number): Promise<number> => {
  const { rows, next } = await readFrom(database, database.raw.transaction(ROWS).store, first)
  if (!applied(doc, rows)) throw new Error('Another tab has left a row that is none.')
  return next
}

/**
 * Merges all rows into one. Another tab's rows from `first` on are read first, in the same transaction, so that none is lost.
 * Resolves with the next key.
 */
export const mergeRows = async (database: RowsDatabase, doc: Y.Doc, first: number): Promise<number> => {
  const transaction = database.raw.transaction(ROWS, 'readwrite')
  const { store } = transaction
  const { rows, next } = await readFrom(database, store, first)
  const isRead = applied(doc, rows)
  if (isRead) {
    store.add(database.seal(Y.encodeStateAsUpdate(doc))).catch(() => {})
    store.delete(IDBKeyRange.upperBound(next, true)).catch(() => {})
  }
  await transaction.done
  return isRead ? next : first // what was not read must not be merged away the next time
}

/** Replaces all rows of the document by this one, in one transaction: a mixture would be neither. */
export const replaceStoredRows = (name: string, row: Uint8Array, atRest: AtRest): Promise<Kept> =>
  kept(replaceAll(name, row, atRest))

const replaceAll = async (name: string, row: Uint8Array, atRest: AtRest): Promise<void> => {
  const database = await openRows(name, atRest)
  const transaction = database.raw.transaction(ROWS, 'readwrite')
  transaction.store.clear().catch(() => {})
  transaction.store.add(database.seal(row)).catch(() => {})
  await transaction.done.finally(() => database.close())
}

/** Stores each value of this document anew that stands in another form than new ones have; a row that does not open stays damaged. Rejects when the disk refuses one. */
export const rewriteRows = async (name: string, atRest: AtRest): Promise<void> => {
  const database = await openRows(name, atRest)
  try {
    const keys = await database.raw.getAllKeys(ROWS)
    for (const key of keys) await rewriteOne(database, ROWS, key)
    await rewriteOne(database, BESIDE, UNDO) // deleted words stand in it
  } finally {
    database.close() // after what was begun
  }
}
/** In one transaction: a newer value is never replaced by the one that was read. */
const rewriteOne = async (
  database: RowsDatabase,
  store: typeof ROWS | typeof BESIDE,
  key: number | string,
): Promise<void> => {
  const transaction = database.raw.transaction([ROWS, BESIDE], 'readwrite')
  const values = transaction.objectStore(store)
  const stored: unknown = await values.get(IDBKeyRange.only(key))
  if (stored !== undefined && !database.isCurrent(stored))
    values.put(database.seal(database.open(stored)), key as never).catch(() => {})
  await transaction.done
}
