/**
 * Records what a browser writes to IndexedDB, by transaction, so that a test can restart as if the browser had been killed
 * after any of them.
 */
import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'

type Change = {
  readonly store: string
  readonly method: 'put' | 'add' | 'delete' | 'clear'
  readonly value: unknown
  readonly request: IDBRequest
  readonly range: unknown
}
/** One committed transaction. */
export type DiskWrite = { readonly database: string; readonly changes: readonly Change[] }

/** Lasts until `vi.restoreAllMocks()`. `onWrite` is called as soon as one is committed. */
export const keepJournal = (onWrite: (write: DiskWrite) => void): void => {
  const changes = new WeakMap<IDBTransaction, Change[]>()
  const note = (store: IDBObjectStore, change: Omit<Change, 'store'>): void => {
    const known = changes.get(store.transaction)
    known?.push({ store: store.name, ...change })
    if (known !== undefined) return
    const first = [{ store: store.name, ...change }]
    changes.set(store.transaction, first)
    const database = store.transaction.db.name
    store.transaction.addEventListener('complete', () => onWrite({ database, changes: first }))
  }
  for (const method of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[method]
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) {
      const request = write.call(this, value, key)
      note(this, { method, value: structuredClone(value), request, range: null })
      return request
    })
  }
  const { delete: remove, clear } = IDBObjectStore.prototype
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, range) {
    const request = remove.call(this, range)
    note(this, { method: 'delete', value: null, request, range })
    return request
  })
  vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (this: IDBObjectStore) {
    const request = clear.call(this)
    note(this, { method: 'clear', value: null, request, range: null })
    return request
  })
}

const apply = (store: IDBObjectStore, { method, value, request, range }: Change): void => {
  if (method === 'clear') store.clear()
  else if (method === 'delete') store.delete(range as IDBValidKey)
  else store.put(value, request.result as IDBValidKey)
}

/** A browser with the results of these writes, and nothing else. `stores`: the initial structure of each database. */
export const browserWith = async (
  writes: readonly DiskWrite[],
  begin: (database: string, opened: IDBDatabase) => void,
): Promise<IDBFactory> => {
  const browser = new IDBFactory()
  for (const name of new Set(writes.map(({ database }) => database))) {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = browser.open(name, 1)
      request.addEventListener('upgradeneeded', () => begin(name, request.result))
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error))
    })
    for (const { changes } of writes.filter(({ database }) => database === name)) {
      const transaction = opened.transaction([...new Set(changes.map(({ store }) => store))], 'readwrite')
      for (const change of changes) apply(transaction.objectStore(change.store), change)
      await new Promise((resolve) => transaction.addEventListener('complete', resolve))
    }
    opened.close()
  }
  return browser
}
