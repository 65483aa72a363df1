/** The documents on this device, by plan: loaded into a Yjs document, written to without a session, deleted. */
import * as Y from 'yjs'
import { createPlanDoc, type PlanDoc } from '#domain/document/plan-doc.ts'
import { SALT_BYTES } from '#shared/protocol/limits.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { NO_UNDO, parseStoredUndo, protectDeleted, type StoredUndo } from '#domain/undo/stored-undo.ts'
import type { WholeDatabase } from '#storage/device/device-database.ts'
import { createMemoryCopy, type LocalCopy, openLocalCopy, removeLocalCopy } from '#storage/document/local-copy.ts'
import { type Kept, StorageError, type StorageFailure } from '#storage/failure.ts'
import { readStoredRows, replaceStoredRows } from '#storage/document/stored-rows.ts'
import type { SyncStore } from '#storage/sync/sync-store.ts'
import { decodeCursor } from '#sync/log/cursor.ts'
import { keepRedundantMarks } from '#sync/document/keep-redundant-marks.ts'
import { carryOver } from '#sync/document/carry-over.ts'
import { deriveClientId } from '#sync/document/client-ids.ts'
import type { Environment } from '#sync/environment.ts'
import { toDocumentName } from './document-names.ts'
import { createPageSalts, type PageSalts } from './page-salts.ts'

/** `undo`: what the page before kept, with the deleted words of it still in `doc`. */
export type OpenedDocument =
  | { ok: true; doc: PlanDoc; copy: LocalCopy; undo: StoredUndo }
  | { ok: false; reason: 'damaged' }

/** `unsaved`: it stands in this page alone, because the disk refused it. */
export type WriteOutcome = 'saved' | 'unsaved' | 'damaged'

export type Documents = {
  open(id: WorkspaceId): Promise<OpenedDocument>
  close(id: WorkspaceId, doc: PlanDoc, copy: LocalCopy): Promise<void>
  /** The copy when the salt of this load was refused: nothing is stored any more. */
  copyWithoutSalt(id: WorkspaceId): LocalCopy
  /** Sync's storage beside a document. */
  syncStore(id: WorkspaceId): SyncStore
  /** Writes into a plan that is not open, under one of this person's clientIDs. */
  write(id: WorkspaceId, person: PersonId, write: (doc: PlanDoc) => void): Promise<WriteOutcome>
  /** Reads in a document that is not open; `null`: it is damaged. */
  read<Result>(id: WorkspaceId, read: (doc: PlanDoc) => Result): Promise<Result | null>
  /**
   * For a plan that is not open: replaces first the document, then its cursor; an interruption between the two is repeated
   * safely.
   */
  replace(id: WorkspaceId, document: Uint8Array, cursor: Uint8Array): Promise<void>
  /** Looks at a document as it is stored, open or not; `null`: its copy is damaged. Rejects when it cannot be read now. */
  look<Result>(id: WorkspaceId, read: (doc: PlanDoc) => Result): Promise<Result | null>
  /** The whole document, in the same way. */
  copyOf(id: WorkspaceId): Promise<Uint8Array | null>
  /** Adds what a document from elsewhere has more, to a plan that is not open. */
  merge(id: WorkspaceId, document: Uint8Array): Promise<Kept | 'damaged'>
  /**
   * For a plan that is not open and whose whole log was read: what `from` wrote and the log lacks becomes `to`'s own, under new
   * clientIDs, and `write` then writes as `to`. An interruption is repeated safely: what has become `to`'s is `from`'s no more.
   */
  carryOver(id: WorkspaceId, from: PersonId, to: PersonId, write: ((doc: PlanDoc) => void) | null): Promise<boolean>
  remove(id: WorkspaceId): Promise<void>
  /** Whether this page alone has words that the disk refused, once it has answered. */
  holdsUnsaved(): Promise<boolean>
}

/** `keeps` is false "only for now": documents then last as long as the page. */
export const createDocuments = (database: WholeDatabase, environment: Environment, keeps: boolean): Documents => {
  const { atRest } = database
  /** Written by this page, and not on the disk. */
  const unsaved = new Map<WorkspaceId, Uint8Array>()
  /** Plans whose document on the disk differs from the page's, because the disk refused to replace it. */
  const detached = new Map<WorkspaceId, StorageFailure>()
  const salts = new Map<WorkspaceId, PageSalts>()
  const copies = new Set<LocalCopy>()
  const saltsOf = (id: WorkspaceId): PageSalts => {
    const known = salts.get(id) ?? createPageSalts(database.syncStore(id))
    salts.set(id, known)
    return known
  }

  const withUnkept = (id: WorkspaceId, doc: PlanDoc, copy: LocalCopy, undo = NO_UNDO): OpenedDocument => {
    const bytes = unsaved.get(id)
    if (bytes !== undefined) Y.applyUpdate(doc, bytes)
    copies.add(copy)
    return { ok: true, doc, copy, undo }
  }
  const open = async (id: WorkspaceId): Promise<OpenedDocument> => {
    const doc = createPlanDoc()
    keepRedundantMarks(doc)
    const failure = detached.get(id)
    if (failure !== undefined) return withUnkept(id, doc, createMemoryCopy(failure))
    let undo = NO_UNDO
    let endProtection = (): void => {}
    const beforeLoading = (stored: unknown): void => {
      undo = parseStoredUndo(stored, environment.now())
      endProtection = protectDeleted(doc, undo)
    }
    const opened = keeps ? await openLocalCopy(toDocumentName(id), doc, { atRest, before: beforeLoading }) : null
    endProtection()
    if (opened?.ok) {
      const known = await saltsOf(id).keep()
      if (known.ok) return withUnkept(id, doc, opened.copy, undo)
      await opened.copy.close() // no word is stored before its salt
      return withUnkept(id, doc, createMemoryCopy(known.reason))
    }
    if (opened?.reason !== 'damaged') return withUnkept(id, doc, createMemoryCopy())
    doc.destroy()
    return { ok: false, reason: 'damaged' }
  }
  const close = async (id: WorkspaceId, doc: PlanDoc, copy: LocalCopy): Promise<void> => {
    if ((await copy.flushed()) === 'saved') unsaved.delete(id)
    else unsaved.set(id, Y.encodeStateAsUpdate(doc))
    copies.delete(copy)
    await copy.close()
    doc.destroy()
  }
  const newClient = async (id: WorkspaceId, person: PersonId): Promise<number> => {
    const salt = environment.randomBytes(SALT_BYTES)
    await saltsOf(id)
      .store.addSalt(salt)
      .catch(() => {}) // then it is written for this page alone
    return deriveClientId(id, person, salt)
  }
  const writeAs: Documents['write'] = async (id, person, write) => {
    const client = await newClient(id, person)
    const opened = await open(id)
    if (!opened.ok) return 'damaged'
    opened.doc.clientID = client
    write(opened.doc)
    await close(id, opened.doc, opened.copy)
    return keeps && unsaved.has(id) ? 'unsaved' : 'saved'
  }
  /** `document` is `null` where nothing is to be carried over. */
  const findUnshared = async (id: WorkspaceId, from: PersonId, to: PersonId) => {
    const stored = await saltsOf(id).store.load()
    const cursor = stored.cursor && decodeCursor(stored.cursor)
    // What a preview shows was not compared with the log yet (K2): nobody knows what the log lacks.
    if (!cursor || cursor.preview !== null || stored.cursor === null) return null
    const opened = await open(id)
    if (!opened.ok) return null
    const mine = stored.salts.map((salt) => deriveClientId(id, from, new Uint8Array(salt)))
    const document = await carryOver(opened.doc, cursor.clocks, mine, () => newClient(id, to))
    await close(id, opened.doc, opened.copy)
    return { document, cursor: stored.cursor }
  }
  const replace: Documents['replace'] = async (id, document, cursor) => {
    // No word is stored before its salt.
    const before = keeps ? await saltsOf(id).keep() : null
    const stored = before?.ok ? await replaceStoredRows(toDocumentName(id), document, atRest) : before
    if (stored?.ok) unsaved.delete(id)
    else unsaved.set(id, document)
    if (stored === null || stored.ok) return saltsOf(id).store.saveCursor(cursor)
    detached.set(id, stored.reason)
    saltsOf(id).detach(cursor)
  }
  const look: Documents['look'] = async (id, read) => {
    const doc = createPlanDoc()
    keepRedundantMarks(doc)
    const stored = keeps && !detached.has(id) ? await readStoredRows(toDocumentName(id), doc, { atRest }) : null
    if (stored?.ok === false && stored.reason === 'damaged') return null
    if (stored?.ok === false) throw new StorageError(new Error(stored.reason))
    const bytes = unsaved.get(id)
    if (bytes !== undefined) Y.applyUpdate(doc, bytes)
    const result = read(doc)
    doc.destroy()
    return result
  }
  return {
    open,
    close,
    replace,
    write: writeAs,
    async carryOver(id, from, to, write) {
      const found = await findUnshared(id, from, to)
      if (found === null) return false
      if (found.document !== null) await replace(id, found.document, found.cursor)
      if (write !== null) await writeAs(id, to, write)
      return true
    },
    copyWithoutSalt: (id) => createMemoryCopy(saltsOf(id).refusal()),
    syncStore: (id) => saltsOf(id).store,
    async read(id, read) {
      const opened = await open(id)
      if (!opened.ok) return null
      const result = read(opened.doc)
      copies.delete(opened.copy)
      await opened.copy.close()
      opened.doc.destroy()
      return result
    },
    look,
    copyOf: (id) => look(id, (doc) => Y.encodeStateAsUpdate(doc)),
    async merge(id, document) {
      const opened = await open(id)
      if (!opened.ok) return opened.reason
      Y.applyUpdate(opened.doc, document)
      const state = await opened.copy.flushed()
      await close(id, opened.doc, opened.copy)
      return keeps && typeof state === 'object' ? { ok: false, reason: state.failed } : { ok: true }
    },
    async remove(id) {
      unsaved.delete(id)
      detached.delete(id)
      salts.delete(id)
      if (keeps) await removeLocalCopy(toDocumentName(id))
    },
    async holdsUnsaved() {
      const states = await Promise.all([...copies].map((copy) => copy.flushed()))
      return unsaved.size > 0 || states.some((state) => state !== 'saved')
    },
  }
}
