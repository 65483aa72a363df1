/** The rows y-indexeddb keeps of a document, read before it does: it waits for ever on a database that does not open, and fails whole on one bad row. */
import * as Y from 'yjs'
import { type Kept, kept } from '../failure.ts'

export type StoredRows =
  /** `next`: the key that a row written after these has at least. */
  | { ok: true; rows: readonly Uint8Array[]; next: number }
  | { ok: false; reason: 'damaged'; rows: readonly Uint8Array[] }
  | { ok: false; reason: 'unavailable' }

export const ROWS = 'updates'
/** The stores as y-indexeddb 9 makes them: whoever is first makes them for both. */
const STORES: readonly (readonly [name: string, options?: IDBObjectStoreParameters])[] = [
  [ROWS, { autoIncrement: true }],
  ['custom'],
]

/** Who says that a document changed because it was loaded, and not because somebody wrote. */
export const loadStoredRows = Symbol('loadStoredRows')

/** Reads them into `doc`, of which part may have changed when they are damaged. */
export const readStoredRows = async (name: string, doc: Y.Doc): Promise<StoredRows> => {
  const stored = await readRows(name)
  if (stored === null) return { ok: false, reason: 'unavailable' }
  const { rows, next } = stored
  const bytes = rows.filter((row) => row instanceof Uint8Array)
  const whole = bytes.length === rows.length && applied(doc, bytes)
  return whole ? { ok: true, rows: bytes, next } : { ok: false, reason: 'damaged', rows: bytes }
}

type Rows = { readonly rows: readonly unknown[]; readonly next: number }

const readRows = async (name: string): Promise<Rows | null> => {
  try {
    const database = await openDatabase(name)
    return await readAll(database).finally(() => database.close())
  } catch {
    return null
  }
}

/** All that is stored of it becomes this one row, in one go: half of each would be neither. */
export const replaceStoredRows = async (name: string, row: Uint8Array): Promise<Kept> =>
  kept(
    openDatabase(name).then((database) =>
      new Promise<void>((resolve, reject) => {
        const transaction = database.transaction(ROWS, 'readwrite')
        transaction.objectStore(ROWS).clear()
        transaction.objectStore(ROWS).add(row)
        transaction.addEventListener('complete', () => resolve())
        transaction.addEventListener('abort', () => reject(transaction.error))
      }).finally(() => database.close()),
    ),
  )

const openDatabase = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.addEventListener('upgradeneeded', () =>
      STORES.forEach((store) => request.result.createObjectStore(...store)),
    )
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })

const readAll = (database: IDBDatabase): Promise<Rows> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction(ROWS)
    const rows = transaction.objectStore(ROWS).getAll()
    const keys = transaction.objectStore(ROWS).getAllKeys()
    transaction.addEventListener('complete', () =>
      resolve({ rows: rows.result, next: Number(keys.result.at(-1) ?? 0) + 1 }),
    )
    transaction.addEventListener('abort', () => reject(transaction.error))
  })

/** In one transaction: its end costs as much as a row. */
const applied = (doc: Y.Doc, rows: readonly Uint8Array[]): boolean => {
  try {
    Y.transact(doc, () => rows.forEach((row) => Y.applyUpdate(doc, row)), loadStoredRows, false)
    return true
  } catch {
    return false
  }
}
