/** The people of one schedule, their devices, their relay, and what is known to be true of them. */
import * as Y from 'yjs'
import { readStory } from '#domain/story.ts'
import { readAllValues } from '#domain/values.ts'
import { roleOf } from '#shared/chain/chain.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { deriveKeyHolder, type KeyHolder } from '#keys/key-holder.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import { makeRoot } from '#keys/make-records.ts'
import { createRelay, type Relay } from '#relay/relay.ts'
import { createMemoryStore } from '#relay/storage/memory.ts'
import type { Store } from '#relay/storage/store.ts'
import type { SkipReason } from '#sync/accept.ts'
import { type Alarm, createFollower, type Follower } from '#sync/follower.ts'
import { startOfLog } from '#sync/log-state.ts'
import { UNNUMBERED } from '#sync/restore.ts'
import { type Chance, createChance } from './chance.ts'
import { createDevice, type Device, RELAY } from './device.ts'
import { createNetwork, type Network } from './network.ts'
import { nextTurn, type StoppedTime, watchCrypto } from './time.ts'

/** How often each thing happened, over all seeds: what never fired proves nothing. */
export type Tally = Map<string, number>
export const count = (tally: Tally, what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1)

export type RaisedAlarm = { readonly device: string; readonly alarm: Alarm }

export type World = {
  readonly chance: Chance
  readonly network: Network
  readonly store: Store
  readonly workspace: WorkspaceId
  readonly tally: Tally
  readonly time: StoppedTime
  readonly devices: Device[]
  readonly alarms: RaisedAlarm[]
  /** Bugs that the app survived. */
  readonly errors: readonly unknown[]
  /** Goes on where it stopped. */
  readonly readLog: () => Promise<ReadLog>
  /** Everything that was ever durable on a device or acknowledged: what may not be lost. A plain Yjs document. */
  readonly oracle: Y.Doc
  /** Not one of `devices` yet: its person may not have joined. */
  createDevice(name: string, person: KeyHolder): Device
  newPerson(): Promise<KeyHolder>
  killRelay(): void
  /** Until nothing moves any more without a timer, a delivery or a disk write. */
  settle(): Promise<void>
}

const PAGE = { maxItems: 1_000, maxBytes: Number.MAX_SAFE_INTEGER, recordsOnly: false }

const { busy: isBusy } = watchCrypto()

/** The relay dies with its process: the store is what it had committed. */
const createMortalRelay = (store: Store, chance: Chance) => {
  const begin = (): Relay =>
    createRelay({ store, now: () => Date.now(), randomBytes: chance.bytes, origins: [RELAY.origin] })
  let relay = begin()
  return { current: () => relay, begin: () => void (relay = begin()) }
}

export const createWorld = async (seed: number, time: StoppedTime, tally: Tally): Promise<World> => {
  const chance = createChance(seed)
  const store = createMemoryStore()
  const mortal = createMortalRelay(store, chance)
  const network = createNetwork(mortal.current)
  const devices: Device[] = []
  const alarms: RaisedAlarm[] = []
  const errors: unknown[] = []
  const oracle = new Y.Doc()
  const newPerson = (): Promise<KeyHolder> => deriveKeyHolder(chance.bytes(SECRET_BYTES))
  const creator = await newPerson()
  const root = await makeRoot(creator, 'plan', chance.bytes)
  const workspace = decodeRecord(root)?.workspace
  if (workspace === undefined) throw new Error('The root cannot be read.')

  const createOne = (name: string, person: KeyHolder): Device =>
    createDevice({
      name,
      person,
      workspace,
      network,
      chance,
      count: (what) => count(tally, what),
      alarm: (alarm) => alarms.push({ device: name, alarm }),
      report: (error) => errors.push(error),
      durable: (row) => Y.applyUpdate(oracle, row),
      refusing: (what) => count(tally, `disk refuses: ${what}`),
    })
  const settle = async (): Promise<void> => {
    for (let before = -1; before !== network.activity();) {
      before = network.activity()
      await nextTurn()
      while (isBusy()) await nextTurn()
      await Promise.all(devices.map((device) => device.running()?.session.idle()))
      await nextTurn()
    }
  }
  const first = createOne('device 1', creator)
  devices.push(first)
  const rooted = first.disk.store.addRecords([{ seq: UNNUMBERED, bytes: root }])
  first.disk.commitAll()
  await rooted
  await first.start()
  return {
    chance,
    readLog: createLogReader({ devices, workspace, store, alarms, tally }),
    network,
    store,
    workspace,
    tally,
    time,
    devices,
    alarms,
    errors,
    oracle,
    createDevice: createOne,
    newPerson,
    settle,
    killRelay() {
      mortal.begin()
      for (const wire of network.wires().slice()) wire.reset()
    },
  }
}

/** What people see of a plan. */
export const contentOf = (doc: Y.Doc): string =>
  JSON.stringify({ story: readStory(doc), values: [...readAllValues(doc)].toSorted(([a], [b]) => (a < b ? -1 : 1)) })

export const mayWrite = (device: Device): boolean => {
  const chain = device.running()?.session.state().chain
  const role = chain && roleOf(chain, device.person.id)
  return role === 'owner' || role === 'editor'
}

export type Skipped = { readonly author: PersonId | null; readonly reason: SkipReason }
/** What the relay's log holds so far. `doc` is what was acknowledged. */
export type ReadLog = {
  readonly follower: Follower
  readonly doc: Y.Doc
  /** What rule each entry that counts for nothing breaks, and whose it is. */
  readonly skipped: readonly Skipped[]
  readonly bytes: readonly Uint8Array[]
}

/** One of the members, who reads the relay's log from its start, and each time what has come since. */
export const createLogReader = (world: Pick<World, 'devices' | 'workspace' | 'store' | 'alarms' | 'tally'>) => {
  const holder = world.devices[0]?.person
  if (holder === undefined) throw new Error('Nobody is there.')
  const follower = createFollower(startOfLog(world.workspace), holder, (alarm) =>
    world.alarms.push({ device: 'log', alarm }),
  )
  const doc = new Y.Doc()
  const bytes: Uint8Array[] = []
  const skipped: Skipped[] = []
  return async (): Promise<ReadLog> => {
    for (;;) {
      const items = await world.store.read(world.workspace, { ...PAGE, after: follower.state.seq })
      if (items.length === 0) return { follower, doc, skipped, bytes }
      for (const item of items) {
        bytes.push(item.bytes)
        const consumed = await follower.consume(item.bytes)
        if (consumed.kind === 'entry') Y.applyUpdate(doc, consumed.update)
        if (consumed.kind === 'checkpoint') count(world.tally, 'K1: a checkpoint in the log')
        if (consumed.kind === 'skipped') {
          skipped.push(consumed)
          count(world.tally, `${consumed.reason}: an entry skipped`)
        }
        if (consumed.kind === 'stopped') throw new Error(`The log holds what cannot be judged: ${consumed.reason}.`)
      }
    }
  }
}
