/**
 * A real relay in memory, with people's sessions around it. Time and network advance when a test says so: the world is
 * fake, Weef is not.
 */
import { vi } from 'vitest'
import * as Y from 'yjs'
import type { KeyHolder } from '#keys/key-holder.ts'
import { type Circle, createChance, holderOf } from '#keys/testing/circle.ts'
import { createRelay, type RelayOptions } from '#relay/relay/relay.ts'
import { createMemoryStore } from '#relay/storage/memory.ts'
import { NO_RECORD, type Store } from '#relay/storage/store.ts'
import { type AppendOutcome, NO_OBSERVER } from '#relay/workspace/relay-observer.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { itemKind } from '#shared/protocol/log.ts'
import { encodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'
import { createMemorySyncStore } from '#storage/sync/memory-sync-store.ts'
import type { SyncStore } from '#storage/sync/sync-store.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import type { Environment, NetworkSocket } from '#sync/environment.ts'
import type { Alarm } from '#sync/log/follower.ts'
import { openSession, type Session } from '#sync/session/session.ts'
import { createNetwork } from './network.ts'
import { nextTurn, watchCrypto } from './time.ts'

export const RELAY: RelayAddress = { url: 'wss://relay.weef.test/relay', origin: 'https://relay.weef.test' }

/** The state that a device keeps while it is off. */
export type Kept = { readonly store: SyncStore; readonly document: Uint8Array }
export type Here = {
  readonly doc: Y.Doc
  readonly session: Session
  readonly alarms: readonly Alarm[]
  /** Documents by which the session wanted its own replaced (K2). */
  readonly rejectedFor: readonly Uint8Array[]
  story(): string
  /** Stops, and returns the state that remains. */
  leave(): Promise<Kept>
}
export type RelayRoom = ReturnType<typeof createRelayRoom>

const STEP_MS = 50 // in which time advances: shorter than any wait
const { busy } = watchCrypto()

/** The code that a device runs: this version of the app, or another. */
export type Release = {
  readonly Y: Pick<typeof Y, 'Doc' | 'applyUpdate' | 'encodeStateAsUpdate'>
  readonly openSession: typeof openSession
}
const THIS: Release = { Y, openSession }

/** Stops the clock until its end. `seed`: a second room in one test draws other numbers. */
export const createRelayRoom = (
  first: Store = createMemoryStore(),
  limits?: NonNullable<RelayOptions['limits']>,
  seed = 'room',
) => {
  vi.useFakeTimers({
    now: 0,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
  const chance = createChance(seed)
  const answers: AppendOutcome[] = []
  const begin = (kept: Store) =>
    createRelay({
      store: kept,
      now: () => performance.now(),
      randomBytes: chance,
      origins: [RELAY.origin],
      observer: { ...NO_OBSERVER, append: (answer) => void answers.push(answer) },
      ...(limits === undefined ? {} : { limits }),
    })
  let store = first
  let relay = begin(store)
  const network = createNetwork(() => relay)
  const frozen = new Set<string>()
  const offline = new Map<string, Set<() => void>>()
  const errors: unknown[] = []
  const sessions: Session[] = []
  const sockets = new Map<string, NetworkSocket>()
  const devices = new Set<string>()

  const deliver = (): void => {
    for (const wire of network.wires()) if (!frozen.has(wire.device)) for (const way of wire.ways()) wire.deliver(way)
  }
  /** Resolves when nothing more happens by itself. IndexedDB takes some turns for each request. */
  const settle = async (): Promise<void> => {
    for (let quiet = 0, before = -1; quiet < 12; quiet++) {
      deliver()
      await nextTurn()
      while (busy()) await nextTurn()
      if (network.activity() !== before) quiet = 0
      before = network.activity()
    }
  }
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= STEP_MS) {
      vi.advanceTimersByTime(Math.min(left, STEP_MS))
      await settle()
    }
  }
  const environmentOf = (device: string, number = devices.add(device).size - 1): Environment => ({
    now: () => Date.now(),
    heard: () => {},
    elapsed: () => performance.now(),
    randomBytes: chance,
    random: () => 0.5 + number / 100, // different for each device: jitter must not coincide
    openSocket() {
      const socket = network.openSocket(device)
      sockets.set(device, socket)
      return socket
    },
    onOffline(run) {
      const listeners = offline.get(device) ?? new Set()
      offline.set(device, listeners.add(run))
      return () => void listeners.delete(run)
    },
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    report: (error) => void errors.push(error),
  })

  return {
    get store() {
      return store
    },
    network,
    errors,
    /** The relay's replies to appends, of everybody. */
    answers,
    settle,
    pass,
    environmentOf,
    /** Everybody leaves, and the clock runs again. */
    async end(): Promise<void> {
      for (const session of sessions) await session.stop()
      vi.useRealTimers()
    },
    /** A person's connections stay open, and nothing travels along them. */
    freeze: (device: string) => void frozen.add(device),
    thaw: (device: string) => void frozen.delete(device),
    /** Sends frames that an honest relay would not send now. */
    lie(device: string, ...frames: readonly RelayFrame[]): void {
      const socket = sockets.get(device)
      const { buffer: data } = encodeRelayFrames(frames)
      socket?.onmessage?.call(socket as WebSocket, { data } as MessageEvent)
    },
    /** The device reports that it is offline. */
    sayOffline: (device: string): void => offline.get(device)?.forEach((run) => run()),
    async until(condition: () => boolean): Promise<void> {
      for (let tries = 0; !condition(); tries++) {
        if (tries === 400) throw new Error(`It never happened: ${condition}`)
        await pass(STEP_MS)
      }
    },
    /** Time passes until it is done. */
    async during<Value>(work: Promise<Value>): Promise<Value> {
      const progress = { done: false }
      const finish = (): void => void (progress.done = true)
      work.then(finish, finish)
      await this.until(() => progress.done)
      return work
    },
    /** Puts a workspace's items into the relay's store before anybody connects. */
    async hold(workspace: WorkspaceId, items: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
      const request = { workspace, expectedRecord: NO_RECORD, receivedAt: 0, items, joined: [], ended: [] }
      await store.append([request])
    },
    async open(circle: Circle, name: string, kept?: Kept): Promise<Here> {
      return this.openAs(circle.chain().workspace, await holderOf(name), name, kept)
    },
    /** Starts everybody named, at a relay that has this log. */
    async gather<Names extends readonly string[]>(
      circle: Circle,
      items: readonly Uint8Array<ArrayBuffer>[],
      ...names: Names
    ): Promise<{ [Index in keyof Names]: Here }> {
      await this.hold(circle.chain().workspace, items)
      const all: Here[] = []
      for (const name of names) all.push(await this.open(circle, name))
      await this.until(() => all.every(({ session }) => session.state().connection === 'online'))
      return all as { [Index in keyof Names]: Here }
    },
    /** Puts another relay, with another store, at the same address: restored from a backup, empty, or what a lying relay shows. */
    replace(other: Store): Store {
      const before = store
      store = other
      relay = begin(other)
      for (const wire of network.wires().slice()) wire.reset()
      return before
    },
    /** A copy of the store as it was with this many items. */
    async backup(workspace: WorkspaceId, upTo: number): Promise<Store> {
      const copy = createMemoryStore()
      const page = { after: 0, maxItems: upTo, maxBytes: Number.MAX_SAFE_INTEGER, recordsOnly: false }
      const items = (await store.read(workspace, page)).map(({ bytes }) => bytes)
      const request = { workspace, expectedRecord: NO_RECORD, receivedAt: 0, items, joined: [], ended: [] }
      await copy.append([request])
      return copy
    },
    /** The number of readable entries in the relay's store. */
    async countEntries(workspace: WorkspaceId): Promise<number> {
      const page = { after: 0, maxItems: 1_000, maxBytes: 1e6, recordsOnly: false }
      return (await store.read(workspace, page)).filter(({ bytes }) => itemKind(bytes) === 'entry').length
    },
    async openAs(
      workspace: WorkspaceId,
      holder: KeyHolder,
      device: string,
      kept?: Kept,
      release: Release = THIS,
    ): Promise<Here> {
      const doc = new release.Y.Doc()
      if (kept !== undefined) release.Y.applyUpdate(doc, kept.document)
      const syncStore = kept?.store ?? createMemorySyncStore()
      const alarms: Alarm[] = []
      const rejectedFor: Uint8Array[] = []
      const session = await release.openSession({
        workspace,
        holder,
        doc,
        store: syncStore,
        relay: RELAY,
        environment: environmentOf(device),
        schema: 1,
        sharedAt: null,
        changed() {},
        alarm: (alarm) => alarms.push(alarm),
        checkpointRejected: (document) => rejectedFor.push(document),
        storeFailed: (error) => errors.push(error),
      })
      sessions.push(session)
      await settle()
      return {
        doc,
        session,
        alarms,
        rejectedFor,
        story: () => doc.getText('story').toJSON(),
        async leave() {
          await session.stop()
          const document = release.Y.encodeStateAsUpdate(doc)
          doc.destroy()
          return { store: syncStore, document }
        },
      }
    },
  }
}
