/**
 * Puts a backup back: plans that are not here, and what the file has more of those that are. It only adds: a document merges,
 * and what was not shared is shared later under the clientIDs that wrote it.
 */
import * as Y from 'yjs'
import { decodeRecord } from '#shared/chain/records.ts'
import { equalBytes } from '#shared/protocol/bytes.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { WholeDatabase } from '#storage/device/device-database.ts'
import { type Kept, kept, StorageError, toFailure } from '#storage/failure.ts'
import type { Journal } from '#storage/journal/journal-store.ts'
import type { PlanRow } from '#storage/rows.ts'
import type { StoredLog, StoredRecord, SyncStore } from '#storage/sync/sync-store.ts'
import { decodeCursor, encodeCursor } from '#sync/log/cursor.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import type { Documents } from '../store/documents.ts'
import type { SavedPlan } from '#storage/backup/backup-sections.ts'

export type PutContext = {
  readonly database: WholeDatabase
  readonly documents: Documents
  /** The person of the file, who is this device's by now. */
  readonly me: PersonId
}

/** Whether a document can be read at all: nothing is put back of a file that has one which cannot. */
export const isReadable = (document: Uint8Array): boolean => {
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, document)
    return true
  } catch {
    return false
  } finally {
    doc.destroy()
  }
}

const numberOf = ({ bytes }: StoredRecord): number | null => decodeRecord(new Uint8Array(bytes))?.number ?? null

/** The records that the device lacks, if those that it has are the first of the file's: two chains are never mixed. */
const missingRecords = (here: readonly StoredRecord[], saved: readonly StoredRecord[]): readonly StoredRecord[] => {
  const theirs = new Map(saved.map((record) => [numberOf(record), record]))
  const known = new Set(here.map(numberOf))
  const isSame = here.every((record) =>
    equalBytes(record.bytes, theirs.get(numberOf(record))?.bytes ?? new Uint8Array(0)),
  )
  const places = new Set(here.map(({ seq }) => seq))
  return isSame ? saved.filter((record) => !known.has(numberOf(record)) && !places.has(record.seq)) : []
}

/** A preview is replaced by what the log says, so its cursor stays; any other document is compared with the whole log again. */
const isPreview = (cursor: Uint8Array | null): boolean =>
  cursor !== null && (decodeCursor(cursor)?.preview ?? null) !== null

const addLog = async (store: SyncStore, here: StoredLog, saved: SavedPlan): Promise<void> => {
  const known = (salt: Uint8Array): boolean => here.salts.some((each) => equalBytes(each, salt))
  for (const salt of saved.salts.filter((each) => !known(each))) await store.addSalt(salt)
  const records = missingRecords(here.records, saved.records)
  if (records.length > 0) await store.addRecords(records)
}

const mergeRows = (here: PlanRow, saved: PlanRow): PlanRow => {
  const isBlank = here.title === ''
  const coming = here.coming === 'title' || here.coming === 'content' ? 'content' : null
  return {
    ...here,
    ...(isBlank ? { title: saved.title, people: saved.people, ownersTitle: saved.ownersTitle } : {}),
    myName: here.myName || saved.myName,
    seen: here.seen ?? saved.seen,
    unshared: here.unshared || saved.unshared,
    coming,
  }
}

/** `skipped`: it is here as another person, or damaged, or the file has only a preview of it. */
export const putPlan = async (context: PutContext, saved: SavedPlan): Promise<Kept | 'skipped'> => {
  const { database, me } = context
  const { id } = saved.row
  try {
    const here = (await database.readPlans()).find((row) => row.id === id)
    if (here !== undefined && ((here.person ?? me) !== (saved.row.person ?? me) || saved.cursor !== null))
      return 'skipped'
    if (saved.cursor !== null && !isPreview(saved.cursor)) return 'skipped'
    const put = await putContent(context, saved)
    if (put === 'skipped') return put
    if (put.ok && here !== undefined) return await database.changePlan(id, (row) => mergeRows(row, saved.row))
    const added = put.ok ? await addPlan(context, saved) : put
    if (!added.ok && here === undefined) await removeRemains(context, saved)
    return added
  } catch (error) {
    return { ok: false, reason: error instanceof StorageError ? error.reason : toFailure(error) }
  }
}

/** A home has no row. That of another person is nobody's here. */
export const putHome = async (context: PutContext, saved: SavedPlan, home: WorkspaceId): Promise<Kept | 'skipped'> => {
  if (saved.row.id !== home || saved.cursor !== null) return 'skipped' // the relay has it, or another device of mine
  try {
    return await putContent(context, saved)
  } catch (error) {
    return { ok: false, reason: error instanceof StorageError ? error.reason : toFailure(error) }
  }
}

/** In this order: no word before its salt, and a preview is known to be one before it is there. */
const putContent = async ({ documents }: PutContext, saved: SavedPlan): Promise<Kept | 'skipped'> => {
  const { id } = saved.row
  const store = documents.syncStore(id)
  const before = await store.load()
  await addLog(store, before, saved)
  if (saved.cursor !== null) await store.saveCursor(saved.cursor)
  const merged = await documents.merge(id, saved.document)
  if (merged === 'damaged') return 'skipped'
  if (merged.ok && before.cursor !== null && !isPreview(before.cursor))
    await store.saveCursor(encodeCursor({ ...startOfLog(id), records: 0 }))
  return merged
}

/** The row comes last: a plan on the list is whole. */
const addPlan = async ({ database, me }: PutContext, saved: SavedPlan): Promise<Kept> => {
  const { row, journal, invitations } = saved
  if (journal !== null) await putJournal(database, row, journal)
  for (const invitation of invitations) await database.saveInvitation(invitation)
  const person = row.person ?? null
  return database.savePlan({ ...row, person: person === me ? null : person })
}

/** History is worth no plan: the log tells it again. */
const putJournal = async (database: WholeDatabase, { id }: PlanRow, { base, entries, end }: Journal): Promise<void> => {
  const store = database.journalStore(id)
  await kept(
    store.begin(base).then(() => store.append({ from: base.place, to: end, between: [], entries, whole: true })),
  )
}

const removeRemains = async ({ database, documents }: PutContext, { row }: SavedPlan): Promise<void> => {
  await database.removePlan(row.id)
  await kept(documents.remove(row.id))
}
