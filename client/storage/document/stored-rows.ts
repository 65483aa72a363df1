/**
 * The stored rows of a document, in y-indexeddb's layout: each row is an update, under growing keys. They are read before
 * anything else, because a database may not open, and one bad row must not fail the whole copy.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import * as Y from 'yjs'
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
export type RowsDatabase = IDBPDatabase<Shape>

/** The origin of changes that come from loading, not from an edit. */
export const loadStoredRows = Symbol('loadStoredRows')

/** Callbacks for a connection that was open. */
export type RowsWatch = {
  /** The browser closed the connection. */
  closed(): void
  /** Another tab takes the whole database off the device. */
  removed(): void
}

export const openRows = (name: string, watch?: RowsWatch): Promise<RowsDatabase> =>
  openDB<Shape>(name, undefined, {
    upgrade(database) {
      database.createObjectStore(ROWS, { autoIncrement: true })
      database.createObjectStore('custom')
    },
    terminated: () => watch?.closed(),
    blocking: (_current, wanted) => (wanted === null ? watch?.removed() : watch?.closed()),
  })

/** Adds a row. The commit is requested at once, because a page that closes now ("Snel weg") could not request it later. Throws when the connection is closed; resolves when the row is stored. */
export const addRow = (database: RowsDatabase, row: Uint8Array): Promise<void> => {
  const transaction = database.transaction(ROWS, 'readwrite')
  transaction.store.add(row).catch(() => {}) // the transaction carries the reason
  transaction.commit()
  return transaction.done
}

type Rows = { readonly rows: readonly unknown[]; readonly next: number }

/** Reads the rows from this key on. */
const readFrom = async (database: RowsDatabase, first: number): Promise<Rows> => {
  const { store } = database.transaction(ROWS)
  const range = IDBKeyRange.lowerBound(first)
  const [rows, keys] = await Promise.all([store.getAll(range), store.getAllKeys(range)])
  return { rows, next: (keys.at(-1) ?? first - 1) + 1 }
}

/** What undo keeps beside the rows; it is worth no failure. */
const readUndo = async (database: RowsDatabase): Promise<unknown> => {
  try {
    return await database.get(BESIDE, UNDO)
  } catch {
    return undefined
  }
}

/** Stores what undo keeps beside the rows, committed at once as in `addRow`. Throws when the connection is closed. */
export const writeUndo = (database: RowsDatabase, value: unknown): void => {
  const transaction = database.transaction(BESIDE, 'readwrite')
  transaction.store.put(value, UNDO).catch(() => {})
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

/**
 * Reads the stored rows into `doc`, which may have changed in part when they are damaged. `before` hears what undo kept, and
 * may prepare the document for it.
 */
export const readStoredRows = async (
  name: string,
  doc: Y.Doc,
  before: (undo: unknown) => void = () => {},
): Promise<StoredRows> => {
  const stored = await readAll(name)
  if (stored === null) return { ok: false, reason: 'unavailable' }
  const { rows, next, undo } = stored
  before(undo)
  const bytes = rows.filter((row) => row instanceof Uint8Array)
  return bytes.length === rows.length && applied(doc, rows)
    ? { ok: true, rows: bytes, next }
    : { ok: false, reason: 'damaged', rows: bytes }
}

const readAll = async (name: string): Promise<(Rows & { readonly undo: unknown }) | null> => {
  try {
    const database = await openRows(name)
    const both = Promise.all([readFrom(database, 0), readUndo(database)])
    const [rows, undo] = await both.finally(() => database.close())
    return { ...rows, undo }
  } catch {
    return null
  }
}

/** Reads another tab's new rows into `doc`. Resolves with the next key; rejects when they cannot be read. */
export const readMoreRows = async (database: RowsDatabase, doc: Y.Doc, first: number): Promise<number> => {
  const { rows, next } = await readFrom(database, first)
  if (!applied(doc, rows)) throw new Error('Another tab has left a row that is none.')
  return next
}

/**
 * Merges all rows into one. Another tab's rows from `first` on are read first, in the same transaction, so that none is lost.
 * Resolves with the next key.
 */
export const mergeRows = async (database: RowsDatabase, doc: Y.Doc, first: number): Promise<number> => {
  const transaction = database.transaction(ROWS, 'readwrite')
  const { store } = transaction
  const range = IDBKeyRange.lowerBound(first)
  const [rows, keys] = await Promise.all([store.getAll(range), store.getAllKeys(range)])
  const next = (keys.at(-1) ?? first - 1) + 1
  if (applied(doc, rows)) {
    store.add(Y.encodeStateAsUpdate(doc)).catch(() => {})
    store.delete(IDBKeyRange.upperBound(next, true)).catch(() => {})
  }
  await transaction.done
  return next
}

/** Replaces all rows of the document by this one, in one transaction: a mixture would be neither. */
export const replaceStoredRows = (name: string, row: Uint8Array): Promise<Kept> => kept(replaceAll(name, row))

const replaceAll = async (name: string, row: Uint8Array): Promise<void> => {
  const database = await openRows(name)
  const transaction = database.transaction(ROWS, 'readwrite')
  transaction.store.clear().catch(() => {})
  transaction.store.add(row).catch(() => {})
  await transaction.done.finally(() => database.close())
}
