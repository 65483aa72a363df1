/** Makes the file with everything of this device's person, plan by plan. Changes nothing. */
import type { BackupSaved, Progress } from '#ports/backup.ts'
import { BACKUP_SALT_BYTES, createBackupSealer } from '#keys/backup-seal.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import type { InvitationRow, PlanRow } from '#storage/rows.ts'
import { decodeCursor } from '#sync/log/cursor.ts'
import type { Environment } from '#sync/environment.ts'
import type { Documents } from '../store/documents.ts'
import { newRow } from '../store/plan-list.ts'
import { HOME, HOME_VIEW, ORGANISATION, PROPOSED } from '../store/setting-names.ts'
import type { BackupKeys } from './backup-keys.ts'
import { createBackupWriter } from '#storage/backup/backup-file.ts'
import { encodeAbout, encodePlan, HOME as HOME_SECTION, type SavedPlan } from '#storage/backup/backup-sections.ts'

export type SaveContext = {
  readonly environment: Environment
  readonly database: DeviceDatabase
  readonly documents: Documents
  readonly keys: BackupKeys
  readonly rows: readonly PlanRow[]
}

/** The cursor of a document that is only a preview. */
const previewOf = (cursor: Uint8Array | null): Uint8Array | null =>
  cursor !== null && (decodeCursor(cursor)?.preview ?? null) !== null ? cursor : null

/** `null`: the copy is damaged. */
const readPlan = async (
  { database, documents }: SaveContext,
  row: PlanRow,
  invitations: readonly InvitationRow[],
): Promise<SavedPlan | null> => {
  const store = documents.syncStore(row.id)
  const before = await store.load()
  const document = await documents.copyOf(row.id)
  if (document === null) return null
  // After the document: another tab may be writing, and no word is saved without its salt.
  const { records, salts, cursor } = await store.load()
  return {
    row,
    document,
    records,
    salts,
    journal: await withPlanStores(database).journalStore(row.id).load(),
    invitations: invitations.filter(({ workspace }) => workspace === row.id),
    cursor: previewOf(before.cursor) ?? previewOf(cursor),
  }
}

const SETTINGS = [PROPOSED, HOME, HOME_VIEW, ORGANISATION]
const readSettings = async (database: DeviceDatabase): Promise<ReadonlyMap<string, string>> => {
  const all = await Promise.all(SETTINGS.map(async (name) => [name, await database.readSetting(name)] as const))
  return new Map(all.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}

/** Rejects when this device cannot read what it has. */
export const saveAll = async (context: SaveContext, progress: Progress): Promise<BackupSaved> => {
  const { environment, database, keys } = context
  const sealer = await createBackupSealer(await keys.secret(), environment.randomBytes(BACKUP_SALT_BYTES))
  const writer = createBackupWriter(sealer)
  const rows = context.rows.filter(({ coming }) => coming !== 'refused')
  const persons = [...new Set(rows.flatMap(({ person }) => person ?? []))]
  const earlier = (await Promise.all(persons.map((person) => keys.earlier(person)))).flatMap((secret) => secret ?? [])
  await writer.add(encodeAbout({ savedAt: environment.now(), earlier, settings: await readSettings(database) }))
  const invitations = await database.readInvitations()
  const missing: string[] = []
  for (const [at, row] of rows.entries()) {
    const plan = await readPlan(context, row, invitations)
    if (plan === null) missing.push(row.title)
    else await writer.add(encodePlan(plan))
    progress((at + 1) / rows.length)
  }
  const home = await readPlan(context, newRow((await keys.home()).id, 'me', '', 0), [])
  if (home !== null && (home.records.length > 0 || home.salts.length > 0))
    await writer.add(encodePlan(home, HOME_SECTION))
  return { file: await writer.end(), plans: rows.length - missing.length, missing }
}
