/**
 * The real `Device` (client/ports/device.ts), over this browser's database and network. The list of plans needs nothing
 * else; the code that opens plans is engine.ts.
 */
import { createSignal } from 'solid-js'
import type { NewsPart } from '#domain/plan/news.ts'
import type { Device, DeviceStorage, Persistence, PlanSummary } from '#ports/device.ts'
import { PRACTICE_ID } from '#domain/plan/practice-id.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import { openDeviceDatabase } from '#storage/device/indexeddb-device-database.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import type { PlanRow } from '#storage/rows.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import type { Environment } from '#sync/environment.ts'
import { type BackgroundVisits, createBackgroundVisits } from './background-visits.ts'
import type { Engine, EngineContext } from './engine.ts'
import { readSettings } from './settings.ts'
import { openPlan, type PlanHandle } from './plan/open-plan.ts'
import { toPlanLock } from './lifetime/tab-lock.ts'

export type DeviceOptions = { readonly environment: Environment; readonly relay: RelayAddress; readonly appUrl: string }

/** Repeated here, because the domain's list would load all of Yjs. */
const NEWS_PARTS: Readonly<Record<NewsPart, true>> = {
  story: true,
  wheel: true,
  goals: true,
  conversations: true,
  contact: true,
  people: true,
  plan: true,
}
const isNewsPart = (part: string): part is NewsPart => Object.hasOwn(NEWS_PARTS, part)

const toSummary = ({ id, title, archived, openedAt, people, unshared, news, circle }: PlanRow): PlanSummary => ({
  id,
  title,
  archived,
  openedAt,
  people,
  unshared,
  ...(circle === null ? {} : { circle }),
  news: news.map(({ name, at, parts }) => ({
    name,
    at,
    parts: parts.flatMap(({ part, ...amount }) => (isNewsPart(part) ? [{ part, ...amount }] : [])),
  })),
})

/** Plans with unshared edits first, archived ones last, the others by when they were opened. */
const toVisit = (rows: readonly PlanRow[]): readonly WorkspaceId[] => {
  const rank = ({ archived, unshared }: PlanRow): number => (unshared ? 0 : archived ? 2 : 1)
  return rows.toSorted((a, b) => rank(a) - rank(b)).map(({ id }) => id)
}

const sameSummaries = (a: readonly PlanSummary[], b: readonly PlanSummary[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** A browser that refuses storage falls back to "only for now". So does one whose stored secret cannot be read back. */
const openDatabase = async (
  environment: Environment,
): Promise<{ database: DeviceDatabase; storage: DeviceStorage }> => {
  const opened = await openDeviceDatabase()
  if (opened.ok) {
    const known = await opened.database.readPersonSecret().catch(() => null)
    const kept =
      known === null
        ? await opened.database.keepPersonSecret(environment.randomBytes(SECRET_BYTES))
        : ({ ok: true } as const)
    if (kept.ok) return { database: opened.database, storage: { name: 'ready' } }
    return { database: createMemoryDeviceDatabase(), storage: { name: 'memory', reason: kept.reason } }
  }
  return { database: createMemoryDeviceDatabase(), storage: { name: 'memory', reason: opened.reason } }
}

const isPersisted = async (): Promise<boolean> => (await navigator.storage?.persisted?.().catch(() => false)) ?? false

export type OpenedDevice = {
  readonly device: Device
  readonly database: DeviceDatabase
  readonly background: BackgroundVisits
}

export const createDevice = async ({ environment, relay, appUrl }: DeviceOptions): Promise<OpenedDevice> => {
  const asking = isPersisted()
  const { database, storage } = await openDatabase(environment)
  const [known, settings, persisted] = await Promise.all([database.readPlans(), readSettings(database), asking])
  let rows = known
  const [plans, setPlans] = createSignal(rows.map(toSummary), { equals: sameSummaries })
  const [persistence, setPersistence] = createSignal<Persistence>(persisted ? 'granted' : 'unknown')

  /** Rows that the disk refused, such as a plan that was joined while it was full: on the list as long as the page lasts. */
  const unsaved = new Map<WorkspaceId, PlanRow>()
  const keepRow = async (row: PlanRow): Promise<void> => {
    if ((await database.savePlan(row)).ok) unsaved.delete(row.id)
    else unsaved.set(row.id, row)
  }
  const refresh = async (): Promise<void> => {
    for (const row of unsaved.values()) await keepRow(row)
    rows = [...unsaved.values(), ...(await database.readPlans())]
    setPlans(rows.map(toSummary))
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
  const readPlan = (id: WorkspaceId): PlanRow | null => rows.find((row) => row.id === id) ?? null
  const keeps = storage.name === 'ready'
  const context: EngineContext = { database, environment, relay, appUrl, keeps, changePlan, written: askPersistence }
  let loading: Promise<Engine> | null = null
  const engine = (): Promise<Engine> => {
    loading ??= import('./engine.ts').then(({ createEngine }) => createEngine(context))
    loading.catch(() => (loading = null)) // fetched again on the next call: the network may be back
    return loading
  }
  const opened = new Map<WorkspaceId, PlanHandle>()
  const onScreen = new Set<WorkspaceId>()
  const background = createBackgroundVisits({
    environment,
    plans: () => toVisit(rows),
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
      return runPractice({ environment, keeps }, stops)
    })
  const removePractice = async (): Promise<void> => {
    const { forgetPractice } = await import('./practice/run-practice.ts')
    await forgetPractice()
  }
  const remember = (id: WorkspaceId, forWhom: PlanRow['forWhom'], title: string): Promise<void> =>
    savePlan({
      id,
      title,
      forWhom,
      people: [],
      archived: false,
      openedAt: environment.now(),
      unshared: forWhom !== 'joined',
      sharedAt: null,
      seen: null,
      news: [],
      circle: null,
    })

  const rememberJoined = async (id: WorkspaceId): Promise<void> => {
    if (readPlan(id) === null) await remember(id, 'joined', '')
  }

  const device: Device = {
    plans,
    storage: () => storage,
    persistence,
    async startPlan({ title, name, forWhom, fill }) {
      const id = await (await engine()).makePlan(title, name, fill)
      await remember(id, forWhom, title)
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
      unsaved.delete(id)
      await database.removePlan(id)
      await refresh()
      await (await engine()).removeDocument(id)
    },
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
  }
  return { device, database, background }
}
