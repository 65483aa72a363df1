/** This device as screens see it, over the real database, keys and network (client/reactive/device.ts says what that is). */
import { createSignal } from 'solid-js'
import { setMyName } from '#domain/people.ts'
import type { NewsPart } from '#domain/news.ts'
import { beginPlan } from '#domain/plan.ts'
import { SECTIONS } from '#domain/sections.ts'
import type { OpenPlanHandle } from '#reactive/workspace.ts'
import type { Device, DeviceStorage, Persistence, PlanSummary } from '#reactive/device.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { mayWrite } from '#shared/chain/roles.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder, type KeyHolder, SECRET_BYTES } from '#keys/key-holder.ts'
import { makeRoot } from '#keys/make-records.ts'
import type { DeviceDatabase } from '#storage/device-database.ts'
import { openDeviceDatabase } from '#storage/indexeddb-device-database.ts'
import { createMemoryDeviceDatabase } from '#storage/memory-device-database.ts'
import type { PlanRow } from '#storage/rows.ts'
import type { RelayAddress } from '#sync/connection.ts'
import type { Environment } from '#sync/environment.ts'
import { UNNUMBERED } from '#sync/restore.ts'
import { createDocuments } from './documents.ts'
import { joinWith, previewInvitation } from './invitations.ts'
import { type Background, createBackground } from './background.ts'
import { openPlan } from './open-plan.ts'
import type { OpenPlanContext } from './plan-core.ts'
import { visitPlan } from './visit-plan.ts'

/** The setting that says how the list of plans was last looked at. */
const HOME_VIEW = 'home-view'

export type DeviceOptions = { readonly environment: Environment; readonly relay: RelayAddress; readonly appUrl: string }

const isNewsPart = (part: string): part is NewsPart => part === 'plan' || SECTIONS.some((name) => name === part)

const toSummary = ({ id, title, archived, openedAt, people, unshared, news }: PlanRow): PlanSummary => ({
  id,
  title,
  archived,
  openedAt,
  people,
  unshared,
  news: news.map(({ name, at, parts }) => ({
    name,
    at,
    parts: parts.flatMap(({ part, ...amount }) => (isNewsPart(part) ? [{ part, ...amount }] : [])),
  })),
})

/** What waits here goes first, what was put away last; the others as they were opened. */
const toVisit = (rows: readonly PlanRow[]): readonly WorkspaceId[] => {
  const rank = ({ archived, unshared }: PlanRow): number => (unshared ? 0 : archived ? 2 : 1)
  return rows.toSorted((a, b) => rank(a) - rank(b)).map(({ id }) => id)
}

const sameSummaries = (a: readonly PlanSummary[], b: readonly PlanSummary[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Made on first use and read back before anything depends on it. */
const createPersonReader = (database: DeviceDatabase, environment: Environment): (() => Promise<KeyHolder>) => {
  let person: Promise<KeyHolder> | null = null
  const read = async (): Promise<KeyHolder> => {
    const candidate = environment.randomBytes(SECRET_BYTES)
    const known = await database.readPersonSecret()
    const kept = known === null ? await database.keepPersonSecret(candidate) : ({ ok: true, secret: known } as const)
    if (!kept.ok) throw new Error(`The person's secret could not be kept: ${kept.reason}.`)
    return deriveKeyHolder(new Uint8Array(kept.secret))
  }
  return () => {
    person ??= read()
    person.catch(() => (person = null))
    return person
  }
}

/** A browser that refuses storage falls back to "only for now". A secret that cannot be read back is a refusal too. */
const openDatabase = async (
  environment: Environment,
): Promise<{ database: DeviceDatabase; storage: DeviceStorage }> => {
  const opened = await openDeviceDatabase()
  if (opened.ok) {
    const known = await opened.database.readPersonSecret().catch(() => null)
    const kept =
      known === null ? await opened.database.keepPersonSecret(environment.randomBytes(SECRET_BYTES)) : { ok: true }
    if (kept.ok) return { database: opened.database, storage: { name: 'ready' } }
  }
  return { database: createMemoryDeviceDatabase(), storage: { name: 'memory', reason: 'unavailable' } }
}

const isPersisted = async (): Promise<boolean> => (await navigator.storage?.persisted?.().catch(() => false)) ?? false

export type OpenedDevice = {
  readonly device: Device
  readonly database: DeviceDatabase
  readonly background: Background
}

export const createDevice = async ({ environment, relay, appUrl }: DeviceOptions): Promise<OpenedDevice> => {
  const { database, storage } = await openDatabase(environment)
  const documents = createDocuments(database, environment, storage.name === 'ready')
  const person = createPersonReader(database, environment)
  let rows = await database.readPlans()
  let homeView = await database.readSetting(HOME_VIEW)
  const [plans, setPlans] = createSignal(rows.map(toSummary), { equals: sameSummaries })
  const [persistence, setPersistence] = createSignal<Persistence>((await isPersisted()) ? 'granted' : 'unknown')

  const refresh = async (): Promise<void> => {
    rows = await database.readPlans()
    setPlans(rows.map(toSummary))
  }
  const savePlan = async (row: PlanRow): Promise<void> => {
    await database.savePlan(row)
    await refresh()
  }
  /** In one transaction: another tab, or the open plan itself, may be changing it or taking it off at the same time. */
  const changePlan: OpenPlanContext['changePlan'] = async (id, change) => {
    await database.changePlan(id, change)
    await refresh()
  }
  let asked = false
  /** After the first real input: browsers grant it to sites that are used, and people know why they are asked. */
  const askPersistence = (): void => {
    if (asked || persistence() === 'granted') return
    asked = true
    navigator.storage?.persist?.().then(
      (granted) => setPersistence(granted ? 'granted' : 'refused'),
      () => setPersistence('refused'),
    )
  }
  const context: OpenPlanContext = {
    database,
    environment,
    relay,
    appUrl,
    documents,
    person,
    changePlan,
    readPlan: (id) => rows.find((row) => row.id === id) ?? null,
    written: askPersistence,
  }
  const opened = new Map<WorkspaceId, OpenPlanHandle>()
  const onScreen = new Set<OpenPlanHandle>()
  const background = createBackground({
    environment,
    plans: () => toVisit(rows),
    visit(id) {
      const row = context.readPlan(id)
      const handle = opened.get(id)
      return row === null || (handle !== undefined && onScreen.has(handle)) ? null : visitPlan(context, row)
    },
  })
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
    })

  const rememberJoined = async (id: WorkspaceId): Promise<void> => {
    if (context.readPlan(id) === null) await remember(id, 'joined', '')
  }

  const device: Device = {
    plans,
    storage: () => storage,
    persistence,
    async startPlan({ title, name, forWhom }) {
      const me = await person()
      const root = await makeRoot(me, 'plan', environment.randomBytes)
      const id = decodeRecord(root)?.workspace
      if (id === undefined) throw new Error('The root record that was just made cannot be read.')
      await database.syncStore(id).addRecords([{ seq: UNNUMBERED, bytes: root }])
      await documents.write(id, me.id, (doc) => {
        beginPlan(doc, title, environment)
        if (name !== '') setMyName(doc, me.id, name, environment)
      })
      await remember(id, forWhom, title)
      return id
    },
    readInvitation: parseInvitationLink,
    async previewInvitation(link) {
      const preview = await previewInvitation(context, link, await person())
      // Taken off this device, or its answer was lost when joining: still a member, so the plan may come back.
      if (preview.ok && preview.kind === 'mine') await rememberJoined(link.workspace)
      return preview
    },
    async join(link, { name, code }) {
      const me = await person()
      const result = await joinWith(context, link, code, me)
      if (!result.ok) return result
      await background.giveWay()
      await rememberJoined(link.workspace)
      // A reader writes nothing, not even a name: it could never be shared.
      if (name !== '' && mayWrite(result.role))
        await documents.write(link.workspace, me.id, (doc) => setMyName(doc, me.id, name, environment))
      return { ok: true, workspace: result.workspace }
    },
    async setArchived(id, archived) {
      await changePlan(id, (row) => ({ ...row, archived }))
    },
    async takeOff(id) {
      await opened.get(id)?.close() // or what it writes while closing would stay
      await background.giveWay()
      await database.removePlan(id)
      await refresh()
      await documents.remove(id)
    },
    openPlan(id) {
      const free = Promise.all([opened.get(id)?.close(), background.giveWay()]).then(() => {})
      const plan = openPlan(context, id, free)
      const handle: OpenPlanHandle = {
        ...plan,
        close: () => plan.close().finally(() => onScreen.delete(handle)),
      }
      opened.set(id, handle)
      onScreen.add(handle)
      return handle
    },
    homeView: () => homeView,
    keepHomeView(view) {
      homeView = view
      void database.saveSetting(HOME_VIEW, view)
    },
    async beginPracticeAnew() {},
  }
  return { device, database, background }
}
