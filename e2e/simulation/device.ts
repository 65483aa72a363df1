/** One person's device in the simulation: disk, document and session, which crash and restart. */
import * as Y from 'yjs'
import { createPlanDoc, type PlanDoc, SCHEMA_VERSION } from '#domain/document/plan-doc.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import { encodeCursor } from '#sync/log/cursor.ts'
import type { Environment } from '#sync/environment.ts'
import type { Alarm } from '#sync/log/follower.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import { openSession, type Session } from '#sync/session/session.ts'
import type { Deliver } from '#sync/session/shell.ts'
import type { SyncStore } from '#storage/sync/sync-store.ts'
import type { Chance } from '../testing/chance.ts'
import { type StoredCopy, createStoredCopy } from './stored-copy.ts'
import { createDisk, type Disk, DiskFull } from './disk.ts'
import { shortLogsOf } from './short-logs.ts'
import { notePreview } from './note-preview.ts'
import { commitWhile, journalWhile } from './disk-of-page.ts'
import type { Network } from '../testing/network.ts'
import { createTimers } from '../testing/time.ts'

export type SimulatedDevice = {
  readonly name: string
  readonly person: KeyHolder
  readonly disk: Disk
  readonly environment: Environment
  /** `null` while it is off. */
  running(): { readonly doc: PlanDoc; readonly session: Session; readonly copy: StoredCopy } | null
  /** It runs, or is about to run again. */
  isOn(): boolean
  start(): Promise<void>
  /** As when a page is hidden: what waits is stored. */
  write(): Promise<void>
  /** As when an app is closed: pending writes are stored. */
  stop(): Promise<void>
  /** Another tab takes the plan over. This one is frozen by the browser and continues unchanged, until it is told. */
  takeOver(): Promise<void>
  notice(): void
  /** As when the battery is empty. */
  crash(): void
  /** Sets its clock wrong by this many ms. */
  setClock(wrongBy: number): void
  /** It reports being offline, rightly or not. */
  sayOffline(): void
}

export const RELAY: RelayAddress = { url: 'wss://relay.test/relay', origin: 'https://relay.test' }

export type DeviceOptions = {
  readonly name: string
  readonly person: KeyHolder
  readonly workspace: WorkspaceId
  readonly network: Network
  readonly chance: Chance
  count(what: string): void
  alarm(alarm: Alarm): void
  report(error: unknown): void
  /** Written here, and on the disk. */
  durable(mine: Uint8Array): void
  readonly deliver: Deliver
  turn(): Promise<void>
  /** The disk refuses a write of this kind. */
  refusing(name: string): void
}

/** The plan in one tab. */
type Page = { readonly doc: PlanDoc; readonly session: Session; readonly copy: StoredCopy; kill(): void }

export const createSimulatedDevice = ({
  name,
  person,
  workspace,
  network,
  chance,
  count,
  alarm,
  report,
  durable,
  deliver,
  turn,
  refusing,
}: DeviceOptions): SimulatedDevice => {
  const disk = createDisk(durable, refusing)
  const listeners = new Set<() => void>()
  let running: Page | null = null
  /** Pages that lost the plan to another tab, and have not noticed yet. */
  const outlived = new Set<Page>()
  /** Set while its document is being replaced; a crash ends that. */
  let replacing: object | null = null
  /** This page's salts; its words are stored only after them (client/device/store/page-salts.ts). */
  let refusedSalts: readonly Uint8Array[] = []
  let wrongBy = 0

  const createEnvironment = (alive: () => boolean): Environment => ({
    ...createTimers(alive),
    now: () => Date.now() + wrongBy,
    heard: () => {}, // a clock that stays wrong is the harder case
    randomBytes: chance.bytes,
    random: () => chance.number(0, 999) / 1_000,
    openSocket: () => network.openSocket(name),
    onOffline(run) {
      const listener = (): void => void (alive() && run())
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    report,
  })

  const storeOf = (alive: () => boolean): SyncStore => ({
    ...disk.store,
    async addSalt(salt) {
      refusedSalts = [...refusedSalts, salt]
      await disk.store.addSalt(salt)
      refusedSalts = refusedSalts.filter((each) => each !== salt)
    },
    addRecords: (records) => (alive() ? disk.store.addRecords(records) : Promise.resolve()),
    replaceRecords: (records) => (alive() ? disk.store.replaceRecords(records) : Promise.resolve()),
    saveCursor(cursor) {
      if (!alive()) return Promise.resolve()
      notePreview(disk, count)(cursor)
      return disk.store.saveCursor(cursor)
    },
  })
  /** As in client/device/plan/run-plan.ts: first the document, then the note that it needs no checking any more. */
  const replace = async (document: Uint8Array): Promise<void> => {
    const rejected = running
    const mine = (replacing = {})
    running = null
    await rejected?.session.stop()
    try {
      for (const salt of refusedSalts) await disk.store.addSalt(salt)
      refusedSalts = []
      if (replacing === mine) await disk.replaceRows(document)
      const start = encodeCursor({ ...startOfLog(workspace), records: 0 })
      if (replacing === mine) await disk.store.saveCursor(start)
    } catch (error) {
      if (!(error instanceof DiskFull)) throw error // the old rows are still there, and will be rejected again
    }
    rejected?.doc.destroy()
    if (replacing !== mine) return
    replacing = null
    await start()
  }

  const crash = (): void => {
    const crashing = [...outlived, ...(running === null ? [] : [running])]
    running = null
    outlived.clear()
    if (replacing !== null) count('crash while a document is replaced')
    replacing = null
    refusedSalts = []
    disk.crash()
    if (crashing.length > 0 && disk.preview() !== null) count('crash with a checkpoint on screen')
    for (const { kill, session, doc } of crashing) {
      kill()
      void session.stop().catch(report)
      disk.crash()
      doc.destroy()
    }
  }

  /** Too rare by itself for a run of few schedules. */
  const crashWhileReplacing = async (): Promise<void> => {
    const mine = replacing
    for (let moment = chance.number(0, 12); moment > 0; moment -= 1) await Promise.resolve()
    if (replacing === mine) crash()
  }

  const end = async ({ session, doc }: Page): Promise<void> => {
    await session.flush()
    await session.stop()
    doc.destroy()
  }
  const begin = async (): Promise<void> => {
    let alive = true
    const doc = createPlanDoc()
    Y.transact(doc, () => disk.rows().forEach((row) => Y.applyUpdate(doc, row)), 'disk', false)
    const session = await openSession({
      workspace,
      holder: person,
      doc,
      relay: RELAY,
      schema: SCHEMA_VERSION,
      sharedAt: null,
      ...shortLogsOf(person.id),
      deliver,
      environment: createEnvironment(() => alive),
      store: storeOf(() => alive),
      journal: journalWhile(() => alive, disk, count),
      changed() {},
      alarm(raised) {
        if (alive) alarm(raised)
      },
      checkpointRejected(document) {
        if (!alive || running?.session !== session) return
        count('K2: a false checkpoint is rejected')
        replace(document).catch(report)
        if (chance.number(1, 2) === 1) void crashWhileReplacing()
      },
      storeFailed(error) {
        if (!(error instanceof DiskFull)) report(error)
      },
    })
    const copy = createStoredCopy(doc, disk, !session.saltLost, () => alive)
    const kill = (): void => {
      alive = false
      for (const wire of network.wires().filter((each) => each.device === name)) wire.reset()
    }
    running = { doc, session, copy, kill }
  }
  let starting: Promise<void> | null = null
  const start = async (): Promise<void> => {
    if (replacing === null) await (starting ??= begin().finally(() => (starting = null)))
  }
  const whileCommitting = (work: Promise<void>): Promise<void> => commitWhile(disk, work, turn)
  return {
    name,
    person,
    disk,
    environment: createEnvironment(() => true),
    running: () => running,
    isOn: () => running !== null || replacing !== null,
    start,
    write: () => whileCommitting(running?.session.flush() ?? Promise.resolve()),
    async stop() {
      const stopping = [...outlived, ...(running === null ? [] : [running])]
      running = null
      outlived.clear()
      for (const page of stopping) await whileCommitting(end(page))
      disk.commitAll()
    },
    async takeOver() {
      if (running === null || outlived.size > 0) return
      outlived.add(running)
      running = null
      disk.commitAll() // the database reads after earlier writes
      await start()
    },
    notice() {
      for (const page of outlived) void end(page).then(() => outlived.delete(page), report)
    },
    setClock(by) {
      wrongBy = by
    },
    sayOffline: () => listeners.forEach((run) => run()),
    crash,
  }
}
