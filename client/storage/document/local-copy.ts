/**
 * The local copy of one document, in y-indexeddb's own layout. It reports whether edits are stored, reopens the database when
 * the browser closes it, and never lets storage stop an edit. It knows neither relay nor keys.
 *
 * y-indexeddb's own class writes the whole document at each open, throws into the edit once the browser has closed the
 * database, and reports no full disk; no public option changes that. So only two parts of it are used: the number of rows from
 * which they are merged, and the removal of a document. stored-rows.ts writes the rows, in a layout that the class can read.
 */
import { clearDocument, PREFERRED_TRIM_SIZE } from 'y-indexeddb'
import * as Y from 'yjs'
import type { AtRest } from '../at-rest/at-rest.ts'
import { type Kept, kept, type StorageFailure, toFailure } from '../failure.ts'
import {
  addRow,
  type Loading,
  loadStoredRows,
  mergeRows,
  openRows,
  readMoreRows,
  readStoredRows,
  type RowsDatabase,
  type StoredRows,
  writeUndo,
} from './stored-rows.ts'

export type CopyState = 'saving' | 'saved' | { readonly failed: StorageFailure }
export type LocalCopy = {
  state(): CopyState
  onChange(listener: () => void): () => void
  /** Resolves when everything up to now is stored, or known not to be. Never rejects. */
  flushed(): Promise<CopyState>
  /** Tries the failed writes again; each edit does so by itself. */
  retry(): void
  /** Stores what undo keeps beside the document, unless storage does not work now. */
  saveUndo(value: unknown): void
  close(): Promise<void>
}

/** After `damaged` the document must be discarded, because it may hold a part of the copy. `rows` are the stored rows, so that they can be saved. */
export type OpenedCopy =
  | { ok: true; copy: LocalCopy }
  | { ok: false; reason: 'damaged'; rows: readonly Uint8Array[] }
  | { ok: false; reason: 'unavailable' }

/** The most rows before they are merged into one: each open and each edit adds one, and fewer cost less to read than to rewrite. */
const TRIM_ROWS = 50

/** Resolves when the stored copy is in `doc`. */
export const openLocalCopy = async (name: string, doc: Y.Doc, loading: Loading = {}): Promise<OpenedCopy> => {
  const stored = await readStoredRows(name, doc, loading)
  if (!stored.ok) return stored
  const copy = createCopy(name, doc, loading.atRest)
  if (await copy.attach(stored)) return { ok: true, copy }
  await copy.close()
  return { ok: false, reason: 'unavailable' }
}

/** The copy of a device that stores nothing of the document, with the reason; everything else works as usual. */
export const createMemoryCopy = (failed: StorageFailure = 'unavailable'): LocalCopy => ({
  state: () => ({ failed }),
  onChange: () => () => {},
  flushed: async () => ({ failed }),
  retry() {},
  saveUndo() {},
  async close() {},
})

export const removeLocalCopy = (name: string): Promise<Kept> => kept(clearDocument(name))

type Stored = Extract<StoredRows, { ok: true }>

const createCopy = (name: string, doc: Y.Doc, atRest?: AtRest) => {
  let database: RowsDatabase | null = null
  /** The least key that another tab's next row can have. */
  let next = 0
  let failure: StorageFailure | null = null
  let writing = 0
  let rows = 0
  /** Whether the copy lacks an edit, so that the next write is the whole document. */
  let behind = false
  let attaching = false
  /** Whether the last write was lost with its connection. If the next is lost too, the connection is not the cause. */
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
      () => {}, // the rows that it would have merged are still there
    )
  }

  /** Handles a database that the browser took away: the whole document is written once it is back. */
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

  /** Opens the database and reads another tab's new rows, which merging may remove. `null`: the browser gives no database. */
  const openAfter = async (stored: Stored): Promise<RowsDatabase | null> => {
    try {
      const opened = await openRows(name, atRest, { closed: () => database === opened && lose(), removed })
      next = await readMoreRows(opened, doc, stored.next)
      return opened
    } catch {
      return null
    }
  }

  /** Attaches the copy to the database; `false` when the browser gives none. */
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
    const stored = await readStoredRows(name, doc, { atRest })
    const back = stored.ok && (await attach(stored))
    attaching = false
    if (back) changed()
    else fail('unavailable')
  }

  /** Another tab took this plan off the device, so writing stops: it would bring the plan back. */
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
    saveUndo(value: unknown) {
      try {
        if (database !== null) writeUndo(database, value)
      } catch {
        // The next edit notices that the connection is closed.
      }
    },
    async close() {
      await flushed()
      if (behind) write(Y.encodeStateAsUpdate(doc)) // nothing tries again after the end, and there may be room by now
      await flushed()
      ended = true
      doc.off('update', onUpdate)
      detach()
      listeners.clear()
    },
  }
}
