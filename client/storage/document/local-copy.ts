/**
 * The copy of one document on this device, in y-indexeddb's own layout. It says whether the copy is kept, comes back when the
 * browser closes the database, and never lets storage get in the way of an edit. Knows neither relay nor keys.
 *
 * y-indexeddb's own class writes all of a document each time it opens, throws into the edit once the browser has closed the
 * database, and says nothing when the disk is full; it has no public way to leave that. So it does a job less here: it says
 * when rows are many and takes a document off the device; rows are written in stored-rows.ts, and it can read them.
 */
import { clearDocument, PREFERRED_TRIM_SIZE } from 'y-indexeddb'
import * as Y from 'yjs'
import { type Kept, kept, type StorageFailure, toFailure } from '../failure.ts'
import {
  addRow,
  loadStoredRows,
  mergeRows,
  openRows,
  readMoreRows,
  readStoredRows,
  type RowsDatabase,
  type StoredRows,
} from './stored-rows.ts'

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
  let database: RowsDatabase | null = null
  /** The key that the next row of another tab has at least. */
  let next = 0
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

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === loadStoredRows) return
    if (database !== null) return write(behind ? Y.encodeStateAsUpdate(doc) : update)
    behind = true
    reattach()
    changed()
  }

  const write = (bytes: Uint8Array) => {
    if (database === null) return
    try {
      const completes = behind
      const added = addRow(database, bytes)
      writing += 1
      behind = false
      added.then(
        () => finished(completes),
        (error: unknown) => aborted(toFailure(error)),
      )
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
    if (database === null) return
    mergeRows(database, doc, next).then(
      (reached) => (next = reached),
      () => {}, // what it would have merged is still there
    )
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
    database?.close()
    database = null
  }

  /** Reads also what another tab has written since: merging rows may remove it. `null`: the browser gives no database. */
  const openAfter = async (stored: Stored): Promise<RowsDatabase | null> => {
    try {
      const opened = await openRows(name, { closed: () => database === opened && lose(), removed })
      next = await readMoreRows(opened, doc, stored.next)
      return opened
    } catch {
      return null
    }
  }

  /** `false`: the browser gives no database. */
  const attach = async (stored: Stored): Promise<boolean> => {
    attaching = true
    const opened = await openAfter(stored)
    attaching = false
    if (opened === null) return false
    if (ended) return (opened.close(), true)
    doc.on('update', onUpdate)
    database = opened
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
