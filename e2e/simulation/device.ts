/** One person's device in the simulation: disk, document and session, which crash and come back. */
import * as Y from 'yjs'
import { createPlanDoc, type PlanDoc, SCHEMA_VERSION } from '#domain/plan-doc.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { RelayAddress } from '#sync/connection.ts'
import type { Environment } from '#sync/environment.ts'
import type { Alarm } from '#sync/follower.ts'
import { openSession, type Session } from '#sync/session.ts'
import type { Chance } from './chance.ts'
import { type Copy, createCopy } from './copy.ts'
import { createDisk, type Disk, DiskFull } from './disk.ts'
import type { Network } from './network.ts'
import { nextTurn } from './time.ts'

export type Device = {
  readonly name: string
  readonly person: KeyHolder
  readonly disk: Disk
  readonly environment: Environment
  /** `null` while it is off. */
  running(): { readonly doc: PlanDoc; readonly session: Session; readonly copy: Copy } | null
  start(): Promise<void>
  /** As when an app is closed: what waits is written. */
  stop(): Promise<void>
  /** As when the battery ends. */
  crash(): void
  /** Somebody sets its clock: by how many ms it is wrong from now on. */
  setClock(wrongBy: number): void
  /** It says that its network is gone, rightly or not. */
  sayOffline(): void
}

export const RELAY: RelayAddress = { url: 'wss://relay.test/relay', origin: 'https://relay.test' }

export type DeviceOptions = {
  readonly name: string
  readonly person: KeyHolder
  readonly workspace: WorkspaceId
  readonly network: Network
  readonly chance: Chance
  alarm(alarm: Alarm): void
  report(error: unknown): void
  durable(row: Uint8Array): void
  /** The disk does not take a write of this kind. */
  refusing(name: string): void
}

export const createDevice = ({
  name,
  person,
  workspace,
  network,
  chance,
  alarm,
  report,
  durable,
  refusing,
}: DeviceOptions): Device => {
  const disk = createDisk(durable, refusing)
  const listeners = new Set<() => void>()
  let running: { doc: PlanDoc; session: Session; copy: Copy; kill(): void } | null = null
  let wrongBy = 0

  const createEnvironment = (alive: () => boolean): Environment => ({
    now: () => Date.now() + wrongBy,
    elapsed: () => Date.now(), // in the simulation nobody sets this one
    randomBytes: chance.bytes,
    random: () => chance.number(0, 999) / 1_000,
    openSocket: () => network.openSocket(name),
    onOffline(run) {
      const listener = (): void => void (alive() && run())
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    after(ms, run) {
      const timer = setTimeout(() => {
        if (alive()) run()
      }, ms)
      return () => clearTimeout(timer)
    },
    report,
  })

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
      environment: createEnvironment(() => alive),
      store: {
        load: disk.store.load,
        addSalt: disk.store.addSalt,
        addRecords: (records) => (alive ? disk.store.addRecords(records) : Promise.resolve()),
        replaceRecords: (records) => (alive ? disk.store.replaceRecords(records) : Promise.resolve()),
        saveCursor: (cursor) => (alive ? disk.store.saveCursor(cursor) : Promise.resolve()),
      },
      changed() {},
      alarm,
      storeFailed(error) {
        if (!(error instanceof DiskFull)) report(error)
      },
    })
    const copy = createCopy(doc, disk, !session.saltLost, () => alive)
    const kill = (): void => {
      alive = false
      for (const wire of network.wires().filter((each) => each.device === name)) wire.reset()
    }
    running = { doc, session, copy, kill }
  }
  let starting: Promise<void> | null = null
  const start = (): Promise<void> => (starting ??= begin().finally(() => (starting = null)))

  /** The browser goes on writing while the app waits for it. */
  const whileCommitting = async (work: Promise<void>): Promise<void> => {
    const progress = { done: false }
    void work.finally(() => (progress.done = true))
    while (!progress.done) {
      disk.commitAll()
      await nextTurn()
    }
  }
  return {
    name,
    person,
    disk,
    environment: createEnvironment(() => true),
    running: () => running,
    start,
    async stop() {
      const stopping = running
      running = null
      if (stopping === null) return
      await whileCommitting(stopping.session.flush())
      await whileCommitting(stopping.session.stop())
      disk.commitAll()
      stopping.doc.destroy()
    },
    setClock(by) {
      wrongBy = by
    },
    sayOffline: () => listeners.forEach((run) => run()),
    crash() {
      const crashing = running
      running = null
      if (crashing === null) return
      disk.crash()
      crashing.kill()
      void crashing.session.stop()
      disk.crash()
      crashing.doc.destroy()
    },
  }
}
