/**
 * The real `Device` (client/ports/device.ts), over this browser's database and network. The list of plans needs nothing
 * else; the code that opens plans is engine.ts.
 */
import { createSignal } from 'solid-js'
import type { Device, Persistence } from '#ports/device.ts'
import { PRACTICE_ID } from '#domain/plan/practice-id.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import type { PlanRow } from '#storage/rows.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import type { Environment } from '#sync/environment.ts'
import { type BackgroundVisits, createBackgroundVisits } from './background-visits.ts'
import type { Engine, EngineContext } from './engine.ts'
import { readSettings } from './settings.ts'
import { openPlan, type PlanHandle } from './plan/open-plan.ts'
import { toPlanLock } from './lifetime/tab-lock.ts'
import { createDevicePerson, PROPOSED } from './person/device-person.ts'
import { newRow, sameSummaries, toSummaries, toVisit } from './plan-list.ts'
import { RESTORE } from './restore/restore.ts'
import { openDatabase } from './store/open-database.ts'

export type DeviceOptions = {
  readonly environment: Environment
  readonly relay: RelayAddress
  readonly appUrl: string
  /** Starts the app anew at home, because the device is another person's now, or nobody's. */
  readonly startAnew?: () => void
  /** Removes what the app stores outside of the database, such as the language. */
  readonly removeSettings?: () => void
}

const isPersisted = async (): Promise<boolean> => (await navigator.storage?.persisted?.().catch(() => false)) ?? false

export type OpenedDevice = {
  readonly device: Device
  readonly database: DeviceDatabase
  readonly background: BackgroundVisits
}

export const createDevice = async (options: DeviceOptions): Promise<OpenedDevice> => {
  const { environment, relay, appUrl } = options
  const asking = isPersisted()
  const opening = await openDatabase(environment)
  let { database } = opening
  const [storage, setStorage] = createSignal(opening.storage)
  const [known, { forget: forgetSettings, ...settings }, lastProposed, lastRestore, persisted] = await Promise.all([
    database.readPlans(),
    readSettings(() => database),
    database.readSetting(PROPOSED),
    database.readSetting(RESTORE),
    asking,
  ])
  const [rows, setRows] = createSignal(known)
  const [plans, setPlans] = createSignal(toSummaries(known), { equals: sameSummaries })
  const [persistence, setPersistence] = createSignal<Persistence>(persisted ? 'granted' : 'unknown')

  /** Rows that the disk refused, such as a plan that was joined while it was full: on the list as long as the page lasts. */
  const unsaved = new Map<WorkspaceId, PlanRow>()
  const keepRow = async (row: PlanRow): Promise<void> => {
    if ((await database.savePlan(row)).ok) unsaved.delete(row.id)
    else unsaved.set(row.id, row)
  }
  const refresh = async (): Promise<void> => {
    for (const row of unsaved.values()) await keepRow(row)
    const now = [...unsaved.values(), ...(await database.readPlans())]
    setRows(now)
    setPlans(toSummaries(now))
  }
  const savePlan = async (row: PlanRow): Promise<void> => {
    await keepRow(row)
    await refresh()
  }
  /** In one transaction: another tab, or the open plan itself, may be changing or deleting the row at the same time. */
  const changePlan: EngineContext['changePlan'] = async (id, change) => {
    const row = unsaved.get(id)
    if (row === undefined) await database.changePlan(id, change)
    else unsaved.set(id, change(row))
    await refresh()
  }
  let asked = false
  /**
   * Asks after the first real input: browsers grant persistence to sites that are used, and people then know why they are
   * asked.
   */
  const askPersistence = (): void => {
    if (asked || persistence() === 'granted') return
    asked = true
    navigator.storage?.persist?.().then(
      (granted) => setPersistence(granted ? 'granted' : 'refused'),
      () => setPersistence('refused'),
    )
  }
  const readPlan = (id: WorkspaceId): PlanRow | null => rows().find((row) => row.id === id) ?? null
  const keeps = (): boolean => storage().name === 'ready'
  let loading: Promise<Engine> | null = null
  const engine = (): Promise<Engine> => {
    loading ??= import('./engine.ts').then(({ createEngine }) =>
      createEngine({ database, environment, relay, appUrl, keeps: keeps(), changePlan, written: askPersistence }),
    )
    loading.catch(() => (loading = null)) // fetched again on the next call: the network may be back
    return loading
  }
  const opened = new Map<WorkspaceId, PlanHandle>()
  const onScreen = new Set<WorkspaceId>()
  const background = createBackgroundVisits({
    environment,
    plans: () => toVisit(rows()),
    prepare: () => person.restore.prepare(),
    waiting: () => person.restore.waiting(),
    ended: (reached) => person.restore.reached(reached),
    async visit(id) {
      const { visit } = await engine()
      const row = readPlan(id)
      return row === null || onScreen.has(id) ? null : visit(row)
    },
  })
  const openReal = (id: WorkspaceId, free: Promise<void>): PlanHandle =>
    openPlan({ environment, lock: toPlanLock(id) }, free, async (stops, endings) => {
      const { run } = await engine()
      const row = readPlan(id)
      return row === null ? { ok: false, reason: 'not-on-device' } : run(row, stops, endings)
    })
  const openPractice = (free: Promise<void>): PlanHandle =>
    openPlan({ environment, lock: 'weef-practice' }, free, async (stops) => {
      const { runPractice } = await import('./practice/run-practice.ts')
      return runPractice({ environment, keeps: keeps() }, stops)
    })
  const removePractice = async (): Promise<void> => {
    const { forgetPractice } = await import('./practice/run-practice.ts')
    await forgetPractice()
  }
  const rememberJoined = async (id: WorkspaceId): Promise<void> => {
    const row = readPlan(id)
    if (row === null) await savePlan(newRow(id, 'joined', '', environment.now()))
    else if (row.coming === 'refused') await savePlan({ ...row, coming: null }) // invited anew
  }
  const removePlan = async (id: WorkspaceId): Promise<void> => {
    unsaved.delete(id)
    await database.removePlan(id)
    await refresh()
    await (await engine()).removeDocument(id)
  }
  const person = createDevicePerson({
    environment,
    appUrl,
    database: () => database,
    rows,
    engine,
    keeps,
    async list(ids) {
      for (const id of ids) await keepRow({ ...newRow(id, 'joined', '', environment.now()), coming: 'title' })
      await refresh()
    },
    remove: removePlan,
    refresh,
    visitNow: () => background.now(),
    async closeAll() {
      await background.giveWay()
      for (const handle of opened.values()) await handle.close()
    },
    async keepNothing() {
      database = createMemoryDeviceDatabase()
      loading = null // it holds what was read from the other one
      unsaved.clear()
      forgetSettings()
      setStorage({ name: 'memory', reason: 'chosen' })
      await refresh()
    },
    removeSettings: () => options.removeSettings?.(),
    startAnew: () => options.startAnew?.(),
    stored: { proposed: lastProposed, restore: lastRestore },
  })

  const device: Device = {
    plans,
    storage,
    persistence,
    async startPlan({ title, name, forWhom, fill }) {
      const id = await (await engine()).makePlan(title, name, fill)
      await savePlan({ ...newRow(id, forWhom, title, environment.now()), myName: name })
      return id
    },
    readInvitation: parseInvitationLink,
    async previewInvitation(link) {
      const preview = await (await engine()).preview(link)
      // The reply to the join was lost: this person is a member, though the plan is in no list yet.
      if (preview.ok && preview.kind === 'mine') await rememberJoined(link.workspace)
      return preview
    },
    join: async (link, { name, code }) =>
      (await engine()).join(link, name, code, async () => {
        await background.giveWay()
        await rememberJoined(link.workspace)
      }),
    async setArchived(id, archived) {
      await changePlan(id, (row) => ({ ...row, archived }))
    },
    async takeOff(id) {
      await opened.get(id)?.close() // otherwise its writes while closing would remain
      await background.giveWay()
      await removePlan(id)
    },
    bringBack: rememberJoined,
    openPlan(id) {
      const before = opened.get(id)?.close()
      const free = background.giveWay().then(() => before)
      const plan = id === PRACTICE_ID ? openPractice(free) : openReal(id, free)
      const close = (): Promise<void> =>
        plan.close().finally(() => {
          if (opened.get(id) === handle) onScreen.delete(id)
        })
      const handle = { ...plan, close }
      opened.set(id, handle)
      onScreen.add(id)
      return handle
    },
    ...settings,
    async beginPracticeAnew() {
      const handle = opened.get(PRACTICE_ID)
      await (handle === undefined ? removePractice() : handle.restart(removePractice))
    },
    ...person.device,
  }
  return {
    device,
    get database() {
      return database
    },
    background,
  }
}
