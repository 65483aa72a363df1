/** Reads a backup to its end before anything of it is used, and then puts it back under the locks of its plans. */
import type { BackupFault, OpenedBackup, Progress, PutBack } from '#ports/backup.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { deriveKeyHolder, type Secret } from '#keys/key-holder.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import type { Kept } from '#storage/failure.ts'
import type { PlanRow } from '#storage/rows.ts'
import { createTabLock, takeUnlessShown, toPlanLock } from '../lifetime/tab-lock.ts'
import type { Documents } from '../store/documents.ts'
import { HOME, HOME_VIEW, ORGANISATION, PROPOSED } from '../store/setting-names.ts'
import type { BackupKeys } from './backup-keys.ts'
import { DamagedBackup, type OpenedFile, openBackupFile } from '#storage/backup/backup-file.ts'
import {
  ABOUT,
  type About,
  decodeAbout,
  decodePlan,
  HOME as HOME_SECTION,
  PLAN,
  type SavedPlan,
} from '#storage/backup/backup-sections.ts'
import { isReadable, putHome, putPlan } from './put-back.ts'

export type OpenContext = {
  database(): DeviceDatabase
  /** Of the database as it is by then. */
  engine(): Promise<{ readonly documents: Documents; readonly keys: BackupKeys }>
  rows(): readonly PlanRow[]
  /** Ends every plan that is open in this tab. */
  closeAll(): Promise<void>
  /** Makes this device the file's person; nothing happens when it is that person already. */
  become(secret: Secret): Promise<Kept>
  /** Everything is there. `proposed`: the words of that setting. `became`: the device was somebody else before. */
  done(proposed: string, became: boolean): Promise<void>
}

type Sections = Extract<OpenedFile, { ok: true }>['sections']
type Read = {
  readonly about: About
  readonly plans: readonly { readonly id: WorkspaceId; readonly title: string }[]
  /** Of the plans and the home. */
  readonly locks: readonly WorkspaceId[]
}

type SavedPart = { readonly isHome: boolean; readonly plan: SavedPlan }

/** The plans of the file and the home, one after another. Throws `DamagedBackup`, also for one that nobody could open. */
async function* readParts(sections: Sections, progress: Progress): AsyncGenerator<SavedPart> {
  for await (const { kind, bytes } of sections(progress)) {
    if (kind !== PLAN && kind !== HOME_SECTION) continue
    const plan = decodePlan(bytes)
    if (plan === null || !isReadable(plan.document)) throw new DamagedBackup('A plan cannot be read.')
    yield { isHome: kind === HOME_SECTION, plan }
  }
}

const readAll = async (sections: Sections, progress: Progress): Promise<Read> => {
  let about: About | null = null
  for await (const { kind, bytes } of sections(() => {})) {
    if (kind === ABOUT) about = decodeAbout(bytes)
    break // it comes first
  }
  if (about === null) throw new DamagedBackup('Nothing is said about the file.')
  const plans: Read['plans'][number][] = []
  const locks: WorkspaceId[] = []
  for await (const { isHome, plan } of readParts(sections, progress)) {
    locks.push(plan.row.id)
    if (!isHome) plans.push({ id: plan.row.id, title: plan.row.title })
  }
  return { about, plans, locks }
}

/** The locks of these plans; `null` when one is open in another tab. */
const takeLocks = async (ids: readonly WorkspaceId[]): Promise<(() => void) | null> => {
  const names = ids.map(toPlanLock)
  const locks = names.map((name) => createTabLock(name))
  const taken = await Promise.all(locks.map((lock, at) => takeUnlessShown(lock, names[at] ?? '', () => {})))
  const release = (): void => locks.forEach((lock, at) => taken[at] && lock.release())
  if (taken.every(Boolean)) return release
  release()
  return null
}

const putAll = async (context: OpenContext, sections: Sections, me: PersonId, progress: Progress): Promise<PutBack> => {
  const { documents, keys } = await context.engine()
  const { id: home } = await keys.home()
  const skipped: string[] = []
  let done = 0
  try {
    for await (const { isHome, plan } of readParts(sections, progress)) {
      const place = { database: withPlanStores(context.database()), documents, me }
      const put = isHome ? await putHome(place, plan, home) : await putPlan(place, plan)
      if (put !== 'skipped' && !put.ok) return { ok: false, reason: put.reason, done }
      if (isHome) continue
      if (put === 'skipped') skipped.push(plan.row.title)
      else done += 1
    }
    return { ok: true, skipped }
  } catch (error) {
    if (error instanceof DamagedBackup) return { ok: false, reason: 'damaged', done }
    throw error
  }
}

/** What a device has chosen for itself stays. What it remembers of a home is of its person so far. */
const putSettings = async (database: DeviceDatabase, saved: About['settings'], became: boolean): Promise<void> => {
  for (const name of [HOME, HOME_VIEW, ORGANISATION]) {
    const value = saved.get(name)
    const isFree = name === HOME ? became : (await database.readSetting(name)) === null
    if (value !== undefined && isFree) await database.saveSetting(name, value)
  }
}

const putBack = async (
  context: OpenContext,
  sections: Sections,
  secret: Secret,
  { about, locks }: Read,
  progress: Progress,
): Promise<PutBack> => {
  await context.closeAll()
  const release = await takeLocks(locks)
  if (release === null) return { ok: false, reason: 'open-elsewhere', done: 0 }
  try {
    const { keys } = await context.engine()
    const became = !(await keys.isMine(secret))
    // First of all: a plan may never stand here as a person whose secret does not.
    const kept = became ? await context.become(secret) : ({ ok: true } as const)
    if (!kept.ok) return { ...kept, done: 0 }
    for (const earlier of about.earlier) {
      const known = await keys.keepEarlier(earlier)
      if (!known.ok) return { ...known, done: 0 }
    }
    const { id } = await deriveKeyHolder(secret)
    const result = await putAll(context, sections, id, progress)
    await putSettings(context.database(), about.settings, became)
    await context.done(about.settings.get(PROPOSED) ?? '', became)
    return result
  } finally {
    release()
  }
}

/** `secret`: of the card that was typed. Changes nothing. */
export const openBackup = async (
  context: OpenContext,
  file: Blob,
  secret: Secret,
  progress: Progress,
): Promise<{ ok: true; backup: OpenedBackup } | { ok: false; reason: BackupFault }> => {
  const opened = await openBackupFile(file, secret)
  if (!opened.ok) return opened
  const { sections } = opened
  try {
    const read = await readAll(sections, progress)
    const { keys } = await context.engine()
    const here = new Set(context.rows().map(({ id }) => id))
    const device = (await keys.isMine(secret)) ? 'same' : here.size > 0 ? 'other' : 'free'
    return {
      ok: true,
      backup: {
        savedAt: read.about.savedAt,
        device,
        plans: read.plans.map(({ id, title }) => ({ title, here: here.has(id) })),
        putBack: (heard) => putBack(context, sections, secret, read, heard),
      },
    }
  } catch (error) {
    if (error instanceof DamagedBackup) return { ok: false, reason: 'damaged' }
    throw error
  }
}
