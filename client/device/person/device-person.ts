/**
 * Whose this device is: it shows its person's card, keeps everything in a file, becomes another person, keeps nothing from now
 * on, or forgets everything.
 * Loaded with the list of plans; what reads a secret is person-keys.ts, in the engine.
 */
import { createSignal } from 'solid-js'
import type { Device, Proposal } from '#ports/device.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { Secret } from '#keys/key-holder.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import type { Kept } from '#storage/failure.ts'
import type { PlanRow } from '#storage/rows.ts'
import type { Environment } from '#sync/environment.ts'
import type { ListResult } from '#sync/workspaces/list-workspaces.ts'
import { createBackup } from '../backup/backup.ts'
import type { Pages } from '../lifetime/pages.ts'
import { createOtherTabs } from '../lifetime/other-tabs.ts'
import { createNewCard, type NewCard } from '../new-card/new-card.ts'
import { createRestore, type Restore } from '../restore/restore.ts'
import type { Documents } from '../store/documents.ts'
import { PROPOSED } from '../store/setting-names.ts'
import type { PersonKeys } from './person-keys.ts'
import { parseProposals } from './proposals.ts'

export type DevicePersonOptions = {
  readonly environment: Environment
  readonly appUrl: string
  database(): DeviceDatabase
  rows(): readonly PlanRow[]
  engine(): Promise<{
    readonly keys: PersonKeys
    readonly documents: Documents
    readonly home: { takeOver(other: WorkspaceId): Promise<unknown> }
    listPlans(of: Secret | PersonId | null): Promise<ListResult>
  }>
  keeps(): boolean
  /** Lists plans of which nothing but their ids is known, of another person than this device's if so. */
  list(ids: readonly WorkspaceId[], more?: Pick<PlanRow, 'person' | 'move'>): Promise<void>
  change(id: WorkspaceId, change: (row: PlanRow) => PlanRow): Promise<void>
  remove(id: WorkspaceId): Promise<void>
  /** Reads the rows again. */
  refresh(): Promise<void>
  visitNow(): void
  closeAll(): Promise<void>
  /** What this device knows of its person goes into the home of their new card. */
  homeRenewed(): Promise<void>
  openInMemory(): Promise<DeviceDatabase>
  /** Goes on with this database, in memory. */
  keepNothing(memory: DeviceDatabase): Promise<void>
  removeSettings(): void
  readonly pages: Pages
  startAnew(): void
  /** The settings, at the start. */
  readonly stored: {
    readonly proposed: string | null
    readonly restore: string | null
    readonly newCard: string | null
  }
}
export type DevicePerson = {
  me(): Promise<PersonId>
  readonly restore: Restore
  readonly newCard: NewCard
  readonly device: Pick<
    Device,
    | 'keyCard'
    | 'checkCard'
    | 'takeCard'
    | 'restore'
    | 'dismissRestore'
    | 'renewCard'
    | 'newCard'
    | 'retryNewCard'
    | 'dismissNewCard'
    | 'onlyForNow'
    | 'forgetDevice'
    | 'wasProposed'
    | 'keepProposed'
    | 'saveAll'
    | 'openBackup'
  >
}

export const createDevicePerson = (options: DevicePersonOptions): DevicePerson => {
  const { database, engine, rows } = options
  const [proposed, setProposed] = createSignal<readonly string[]>((options.stored.proposed ?? '').split(' '))
  const otherTabs = createOtherTabs(() => options.startAnew())
  const restore = createRestore({
    database,
    stored: options.stored.restore,
    rows,
    ask: async () => (await engine()).listPlans(null),
    add: options.list,
    remove: options.remove,
    known: (ids) => newCard.followTo(ids),
  })
  const me = async (): Promise<PersonId> => (await (await engine()).keys.of(null)).id
  const newCard = createNewCard({
    database,
    stored: options.stored.newCard,
    rows,
    me,
    ask: async (person) => (await engine()).listPlans(person),
    async renew() {
      const kept = await (await engine()).keys.renew()
      if (kept.ok) await options.refresh()
      return kept
    },
    async takeOverHome(before) {
      await options.homeRenewed()
      const { keys, home } = await engine()
      const other = await keys.homeOf(before)
      if (other !== null) await home.takeOver(other)
    },
    add: (ids, person, move) => options.list(ids, { person, move }),
    change: options.change,
  })
  const become = async (secret: Secret): Promise<Kept> => {
    const kept = await (await engine()).keys.become(secret)
    if (!kept.ok) return kept
    hasCard()
    await options.refresh()
    otherTabs.tell()
    return kept
  }
  /** Who typed their card, also for a file, is not asked to keep it. */
  const hasCard = (): void => {
    device.keepProposed('card-with-content')
    device.keepProposed('card-with-ownership')
  }
  const backup = createBackup({
    ...options,
    become,
    async done(words, became) {
      for (const what of parseProposals(words)) device.keepProposed(what)
      await options.refresh()
      if (became) await restore.begin(null) // plans that are younger than the file
      options.visitNow()
    },
  })
  const device: DevicePerson['device'] = {
    ...backup,
    keyCard: async () => (await engine()).keys.card(options.appUrl),
    async checkCard(text) {
      const { keys } = await engine()
      const reading = keys.readCard(text)
      if (!reading.ok) return reading
      if (await keys.isMine(reading.secret)) return { ok: true, device: 'same' }
      return { ok: true, device: rows().length > 0 ? 'other' : 'free' }
    },
    async takeCard(text) {
      const { keys, listPlans } = await engine()
      const reading = keys.readCard(text)
      if (!reading.ok) return { ok: false, reason: 'not-a-card' }
      const answer = await listPlans(reading.secret)
      if (!answer.ok && answer.reason === 'unknown') return { ok: false, reason: 'no-plans' }
      // My own card brings back what was taken off this device.
      if (!(await keys.isMine(reading.secret))) {
        const kept = await become(reading.secret)
        if (!kept.ok) return kept
      }
      hasCard()
      await restore.begin(answer)
      options.visitNow()
      return { ok: true }
    },
    restore: restore.state,
    dismissRestore: restore.dismiss,
    async renewCard() {
      await options.closeAll()
      const kept = await newCard.begin()
      if (!kept.ok) return kept
      otherTabs.tell()
      options.visitNow()
      return { ok: true }
    },
    newCard: newCard.state,
    async retryNewCard() {
      await newCard.retry()
      options.visitNow()
    },
    dismissNewCard: newCard.dismiss,
    async onlyForNow() {
      if (!options.keeps()) return
      const memory = await options.openInMemory() // before anything ends: its code may not be there
      await options.closeAll()
      // What another person has here stays theirs, and is not shown.
      const isFree = rows().length === 0 && (await database().readInvitations()).length === 0
      if (isFree) {
        await database().erase()
        options.removeSettings()
      }
      otherTabs.leave()
      database().close()
      restore.forget()
      newCard.forget()
      setProposed([])
      await options.keepNothing(memory)
    },
    async forgetDevice() {
      await options.closeAll()
      const { forgetEverything } = await import('./forget-everything.ts')
      await forgetEverything({
        database: database(),
        pages: options.pages,
        plans: [...rows().map(({ id }) => id), (await (await engine()).keys.home()).id],
        removeSettings: options.removeSettings,
        tellOthers: otherTabs.tell,
      })
      options.startAnew()
    },
    wasProposed: (what: Proposal) => proposed().includes(what),
    keepProposed(what) {
      const all = [...new Set([...proposed(), what])].filter((one) => one !== '')
      setProposed(all)
      void database().saveSetting(PROPOSED, all.join(' '))
    },
  }
  return { me, restore, newCard, device }
}
