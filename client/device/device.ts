/**
 * The real `Device` (client/ports/device.ts), over this browser's database and network. The list of plans needs nothing
 * else; the code that opens plans is engine.ts.
 */
import { createSignal } from 'solid-js'
import type { Device } from '#ports/device.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import type { Environment } from '#sync/environment.ts'
import { type BackgroundVisits, createBackgroundVisits } from './background-visits.ts'
import type { Engine } from './engine.ts'
import { readSettings } from './settings.ts'
import { createPlansOnScreen } from './plans-on-screen.ts'
import { createLocking } from './lock/locking.ts'
import type { Unlocking } from './lock/pass-lock.ts'
import { createJoinedPlans } from './joined-plans.ts'
import { createDeviceHome } from './home/device-home.ts'
import { createDevicePerson } from './person/device-person.ts'
import { NEW_CARD } from './new-card/new-card.ts'
import { createDrafts } from './store/drafts.ts'
import { createSeenLast } from './store/seen-last.ts'
import { newRow, toVisit } from './store/plan-list.ts'
import { RESTORE } from './restore/restore.ts'
import { type ForNow, openDatabase, openInMemory } from './open-database.ts'
import { createPersistence, isPersisted } from './store/persistence.ts'
import { createPlanRows } from './store/plan-rows.ts'
import { HOME, PROPOSED } from './store/setting-names.ts'

export type DeviceOptions = {
  readonly environment: Environment
  readonly relay: RelayAddress
  readonly appUrl: string
  /** Starts the app anew at home, because the device is another person's now, or nobody's. */
  readonly startAnew?: () => void
  /** What this page does at a device with a lock. Missing: it opens none. */
  readonly unlocking?: Unlocking
  /** Missing: the choice ends with this device. */
  readonly forNow?: ForNow
  /** Removes what the app stores outside of the database, such as the language. */
  readonly removeSettings?: () => void
}

export type OpenedDevice = {
  readonly device: Device
  readonly database: DeviceDatabase
  readonly background: BackgroundVisits
}

export const createDevice = async (options: DeviceOptions): Promise<OpenedDevice> => {
  const { environment, relay, appUrl } = options
  const removeSettings = (): void => options.removeSettings?.()
  const asking = isPersisted()
  const locking = createLocking({
    environment,
    unlocking: options.unlocking,
    async forget(locked, ids, pages) {
      const { forgetEverything } = await import('./person/forget-everything.ts')
      await forgetEverything({ database: locked, pages, plans: ids, removeSettings, tellOthers: pages.tell })
      options.startAnew?.()
    },
  })
  const opening = await openDatabase(environment, locking.pass, options.forNow)
  let { database } = opening
  if (opening.storage.name === 'memory') locking.leave()
  const [storage, setStorage] = createSignal(opening.storage)
  const drafts = createDrafts({ environment, database: () => database })
  const [known, { forget: forgetSettings, ...settings }, lastProposed, lastRestore, lastHome, lastCard, persisted] =
    await Promise.all([
      database.readPlans(),
      readSettings(() => database),
      database.readSetting(PROPOSED),
      database.readSetting(RESTORE),
      database.readSetting(HOME),
      database.readSetting(NEW_CARD),
      asking,
      drafts.refresh(),
    ])
  const persistence = createPersistence(persisted)
  const plans = createPlanRows(() => database, known)
  const { rows, refresh } = plans
  const keeps = (): boolean => storage().name === 'ready'
  let loading: Promise<Engine> | null = null
  const engine = (): Promise<Engine> => {
    loading ??= import('./engine.ts').then(({ createEngine }) =>
      createEngine({
        database,
        environment,
        relay,
        appUrl,
        keeps: keeps(),
        changePlan: plans.change,
        written: persistence.ask,
        homeDevice: own.device,
      }),
    )
    loading.catch(() => (loading = null)) // fetched again on the next call: the network may be back
    return loading
  }
  const background = createBackgroundVisits({
    environment,
    plans: () => toVisit(rows()),
    // The home comes first: it has the titles of plans that are still to come, and what was seen elsewhere is no news.
    async prepare() {
      await person.restore.prepare()
      await person.newCard.prepare()
      await own.visit()
    },
    waiting: () => `${person.restore.waiting()}${person.newCard.waiting()}`,
    ended(reached) {
      person.restore.reached(reached)
      person.newCard.reached(reached)
    },
    async visit(id) {
      const { visit } = await engine()
      const row = plans.read(id)
      return row === null || shown.has(id) ? null : visit(row)
    },
  })
  const shown = createPlansOnScreen({
    environment,
    engine,
    row: plans.read,
    keeps,
    atRest: () => database.atRest,
    drafts,
    giveWay: background.giveWay,
    closed: () => own.changed(), // what was seen of it
  })
  const closeAll = async (): Promise<void> => {
    await background.giveWay()
    if (loading !== null) await (await loading).home.giveWay()
    await shown.closeAll()
  }
  const own = createDeviceHome({
    environment,
    database: () => database,
    rows,
    engine,
    changePlan: plans.change,
    addPlans: plans.add,
    seenElsewhere: background.now,
    stored: lastHome,
  })
  const removePlan = async (id: WorkspaceId): Promise<void> => {
    await Promise.all([drafts.remove(id), plans.remove(id)])
    await (await engine()).removeDocument(id)
  }
  const person = createDevicePerson({
    environment,
    appUrl,
    database: () => database,
    rows,
    engine,
    keeps,
    async list(ids, more = {}) {
      await plans.add(
        ids.map((id) => ({ ...newRow(id, 'joined', '', environment.now()), coming: 'title' as const, ...more })),
      )
    },
    change: plans.change,
    remove: removePlan,
    refresh,
    visitNow: () => background.now(),
    closeAll,
    homeRenewed: () => own.renewed(),
    openInMemory,
    async keepNothing(memory) {
      options.forNow?.choose()
      await drafts.leave()
      database = memory
      loading = null // it holds what was read from the other one
      forgetSettings()
      own.forget()
      locking.leave()
      setStorage({ name: 'memory', reason: 'chosen' })
      await plans.begin()
    },
    removeSettings,
    pages: locking.pages,
    startAnew: () => options.startAnew?.(),
    stored: { proposed: lastProposed, restore: lastRestore, newCard: lastCard },
  })

  const holdsUnsaved = async (): Promise<boolean> =>
    (await drafts.holdsUnsaved()) || (loading !== null && (await (await loading).documents.holdsUnsaved()))
  const joined = createJoinedPlans({
    environment,
    engine,
    plans,
    own,
    me: () => person.me(),
    giveWay: () => background.giveWay(),
  })
  const device: Device = {
    plans: plans.summaries,
    storage,
    persistence: persistence.state,
    async startPlan({ title, name, forWhom, fill }) {
      const id = await (await engine()).makePlan(title, own.called(name), forWhom, fill)
      await plans.save([{ ...newRow(id, forWhom, title, environment.now()), myName: name }])
      own.changed()
      return id
    },
    async previewInvitation(link) {
      const preview = await (await engine()).preview(link)
      // The reply to the join was lost: this person is a member, though the plan is in no list yet.
      if (preview.ok && preview.kind === 'mine') await joined.remember(link.workspace)
      return preview
    },
    join: joined.join,
    async setArchived(id, archived) {
      await plans.change(id, (row) => ({ ...row, archived }))
      own.changed()
    },
    readPassages: async (id) => (await engine()).readPassages(id),
    async takeOff(id) {
      await shown.close(id) // otherwise its writes while closing would remain
      await background.giveWay()
      await own.tookOff(id)
      await removePlan(id)
    },
    bringBack: joined.remember,
    openPlan: shown.open,
    ...settings,
    beginPracticeAnew: shown.beginPracticeAnew,
    home: own.home,
    drafts: drafts.drafts,
    seenLast: createSeenLast({ environment, database: () => database, row: plans.read, keeps }),
    lock: locking.begin(opening, holdsUnsaved),
    ...person.device,
  }
  return {
    device,
    get database() {
      return database
    },
    background: {
      ...background,
      start() {
        own.start()
        background.start()
        void locking.resume()
      },
    },
  }
}
