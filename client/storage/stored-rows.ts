/** The rows y-indexeddb keeps of a document, looked at before it does: it waits for ever on a database that does not open, and fails whole on one bad row. */
import * as Y from 'yjs'

export type StoredRows =
  | { ok: true; rows: readonly Uint8Array[] }
  | { ok: false; reason: 'damaged'; rows: readonly Uint8Array[] }
  | { ok: false; reason: 'unavailable' }

export const ROWS = 'updates'
/** The stores as y-indexeddb 9 makes them: whoever is first makes them for both. */
const STORES: readonly (readonly [name: string, options?: IDBObjectStoreParameters])[] = [
  [ROWS, { autoIncrement: true }],
  ['custom'],
]

export const checkStoredRows = async (name: string): Promise<StoredRows> => {
  try {
    const database = await openDatabase(name)
    const rows = await readAll(database).finally(() => database.close())
    const bytes = rows.filter((row) => row instanceof Uint8Array)
    return rows.every(isUpdate) ? { ok: true, rows: bytes } : { ok: false, reason: 'damaged', rows: bytes }
  } catch {
    return { ok: false, reason: 'unavailable' }
  }
}

const openDatabase = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.addEventListener('upgradeneeded', () =>
      STORES.forEach((store) => request.result.createObjectStore(...store)),
    )
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })

const readAll = (database: IDBDatabase): Promise<readonly unknown[]> =>
  new Promise((resolve, reject) => {
    const request = database.transaction(ROWS).objectStore(ROWS).getAll()
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })

const isUpdate = (row: unknown): boolean => {
  try {
    return row instanceof Uint8Array && Y.decodeUpdate(row) !== null
  } catch {
    return false
  }
}
