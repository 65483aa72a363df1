/**
 * The copy of one document on this device, kept by y-indexeddb behind this module. It says whether the copy is kept, comes back
 * when the browser closes the database, and never lets storage get in the way of an edit. Knows neither relay nor keys.
 */
import { clearDocument, IndexeddbPersistence, PREFERRED_TRIM_SIZE, storeState } from 'y-indexeddb'
import * as Y from 'yjs'
import { type Kept, kept, type StorageFailure, toFailure } from '../failure.ts'
import { loadStoredRows, readStoredRows, ROWS, type StoredRows } from './stored-rows.ts'

export type CopyState = 'saving' | 'saved' | { readonly failed: StorageFailure }
export type LocalCopy = {
  state(): CopyState
  onChange(listener: () => void): () => void
  /** Resolves when everything up to now is kept, or is known not to be. Never rejects. */
  flushed(): Promise<CopyState>
  /** Tries again what could not be kept; an edit does so by itself. */
  retry(): void
  close(): Promise<void>
}

/** When damaged, throw the document away: part of the copy may be in it. `rows` are what was stored, for whoever wants to save them. */
export type OpenedCopy =
  | { ok: true; copy: LocalCopy }
  | { ok: false; reason: 'damaged'; rows: readonly Uint8Array[] }
  | { ok: false; reason: 'unavailable' }

/** Every open adds a row and every edit another; more than these are merged into one. Fewer cost less to read than to rewrite. */
const TRIM_ROWS = 50

/** Resolves when the stored copy is in `doc`. */
export const openLocalCopy = async (name: string, doc: Y.Doc): Promise<OpenedCopy> => {
  const stored = await readStoredRows(name, doc)
  if (!stored.ok) return stored
  const copy = createCopy(name, doc)
  if (await copy.attach(stored)) return { ok: true, copy }
  await copy.close()
  return { ok: false, reason: 'unavailable' }
}

/** For a device that keeps nothing of it, and why; everything else goes on as usual. */
export const createMemoryCopy = (failed: StorageFailure = 'unavailable'): LocalCopy => ({
  state: () => ({ failed }),
  onChange: () => () => {},
  flushed: async () => ({ failed }),
  retry() {},
  async close() {},
})

export const removeLocalCopy = (name: string): Promise<Kept> => kept(clearDocument(name))

type Stored = Extract<StoredRows, { ok: true }>

const createCopy = (name: string, doc: Y.Doc) => {
  let persistence: IndexeddbPersistence | null = null
  let database: IDBDatabase | null = null
  let failure: StorageFailure | null = null
  let writing = 0
  let rows = 0
  /** The copy lacks something of the document: the next write is all of it. */
  let behind = false
  let attaching = false
  /** The last write was lost with its connection; if the next is lost too, it is not the connection. */
  let recovering = false
  let ended = false
  const listeners = new Set<() => void>()

  const state = (): CopyState => (failure !== null ? { failed: failure } : writing > 0 || behind ? 'saving' : 'saved')
  const changed = () => [...listeners].forEach((listener) => listener())
  const fail = (reason: StorageFailure) => {
    behind = true
    failure = reason
    changed()
  }

  /** Not y-indexeddb's own handler: that one throws into the edit when the database is closed, and says nothing when the disk is full. */
  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === persistence || origin === loadStoredRows) return
    if (database !== null) return write(behind ? Y.encodeStateAsUpdate(doc) : update)
    behind = true
    reattach()
    changed()
  }

  const write = (bytes: Uint8Array) => {
    if (database === null) return
    try {
      const transaction = database.transaction(ROWS, 'readwrite')
      const completes = behind
      transaction.objectStore(ROWS).add(bytes)
      transaction.commit() // at once: a page that goes now ("Snel weg") could not ask for it once the row is added
      writing += 1
      behind = false
      transaction.addEventListener('complete', () => finished(completes))
      transaction.addEventListener('abort', () => aborted(toFailure(transaction.error)))
      changed()
    } catch {
      lose()
    }
  }

  const finished = (completes: boolean) => {
    writing -= 1
    rows += 1
    recovering = false
    if (completes && !behind) failure = null
    if (rows >= PREFERRED_TRIM_SIZE && failure === null) trim()
    changed()
  }

  const aborted = (reason: StorageFailure) => {
    writing -= 1
    if (reason === 'full' || recovering || ended) return fail(reason)
    lose()
  }

  const trim = () => {
    rows = 0
    if (persistence !== null) void storeState(persistence).catch(() => {}) // what it would have merged is still there
  }

  /** The browser took the database away. All of the document is written again once it is back. */
  const lose = () => {
    behind = true
    recovering = true
    detach()
    reattach()
    changed()
  }

  const detach = () => {
    database?.removeEventListener('close', lose)
    database = null
    void persistence?.destroy().catch(() => {})
  }

  /** `false`: the browser gives no database. */
  const attach = async (stored: Stored): Promise<boolean> => {
    attaching = true
    const opened = attachTo(name, doc, stored.next)
    persistence = opened
    const loaded = await isAttached(opened)
    attaching = false
    if (!loaded || ended) return (detach(), loaded)
    doc.on('update', onUpdate)
    database = opened.db
    database?.addEventListener('close', lose)
    database?.addEventListener('versionchange', (event) => (event.newVersion === null ? removed() : lose()))
    rows = stored.rows.length
    if (rows >= TRIM_ROWS) trim()
    if (behind) write(Y.encodeStateAsUpdate(doc))
    return true
  }

  const reattach = () => {
    if (!attaching && !ended) void attachAgain()
  }
  const attachAgain = async () => {
    attaching = true
    const stored = await readStoredRows(name, doc)
    const back = stored.ok && (await attach(stored))
    attaching = false
    if (back) changed()
    else fail('unavailable')
  }

  /** Another tab takes this plan off the device: writing it back would bring it back. */
  const removed = () => {
    ended = true
    doc.off('update', onUpdate)
    detach()
    fail('unavailable')
  }

  const flushed = (): Promise<CopyState> =>
    new Promise((resolve) => {
      const check = () => {
        if (writing > 0 || attaching) return
        listeners.delete(check)
        resolve(state())
      }
      listeners.add(check)
      check()
    })

  return {
    attach,
    state,
    flushed,
    onChange(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    retry() {
      if (database === null) reattach()
      else if (behind) write(Y.encodeStateAsUpdate(doc))
    },
    async close() {
      await flushed()
      if (behind) write(Y.encodeStateAsUpdate(doc)) // nobody tries again, and there may be room by now
      await flushed()
      ended = true
      doc.off('update', onUpdate)
      detach()
      listeners.clear()
    },
  }
}

/**
 * y-indexeddb over a document that is loaded already: it is begun with an empty one, because it writes down all that it is
 * begun with, and reads on from `next`, because it would read each row a second time. What another tab has written since, it
 * must read: it removes what it merges by key.
 */
const attachTo = (name: string, doc: Y.Doc, next: number): IndexeddbPersistence => {
  const persistence = new IndexeddbPersistence(name, new Y.Doc())
  persistence.doc.off('update', persistence['_storeUpdate'])
  persistence.doc = doc
  persistence['_dbref'] = next
  return persistence
}

/** It says only that it has loaded, so we look once its transaction must be over. */
const isAttached = async (persistence: IndexeddbPersistence): Promise<boolean> => {
  try {
    const database = await persistence['_db']
    await new Promise((resolve, reject) => {
      const request = database.transaction(ROWS).objectStore(ROWS).count()
      request.addEventListener('success', resolve)
      request.addEventListener('error', () => reject(request.error))
    })
    return persistence.synced
  } catch {
    return false
  }
}
