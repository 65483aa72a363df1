/** The people of one schedule, their devices, their relay, and the known truth about them. */
import type * as Y from 'yjs'
import { readStory } from '#domain/story/story.ts'
import { readAllValues } from '#domain/document/values.ts'
import { roleOf } from '#shared/chain/chain.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { deriveHome } from '#keys/home-workspace.ts'
import { deriveKeyHolder, type KeyHolder } from '#keys/key-holder.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import { makeRoot } from '#keys/make-records.ts'
import type { Store } from '#relay/storage/store.ts'
import type { Alarm } from '#sync/log/follower.ts'
import { UNNUMBERED } from '#sync/log/restore.ts'
import { inspectUpdate } from '#sync/update/update.ts'
import { writeUpdate } from '#sync/update/write-update.ts'
import { type Chance, createChance } from '../testing/chance.ts'
import { type Answers, createAnswers } from './answers.ts'
import { createSimulatedDevice, RELAY, type SimulatedDevice } from './device.ts'
import { extend, foundHome, foundWorkspace } from './founding.ts'
import type { Habit } from './hostile/habits.ts'
import { createHostileMember, type HostileMember } from './hostile/member.ts'
import type { Link } from './links.ts'
import { createLogReader, type ReadLog } from './log-reader.ts'
import { createNetwork, type Network } from '../testing/network.ts'
import { createRelays, type Relays } from './relays.ts'
import { count, type Tally } from './tally.ts'
import { nextTurn, type StoppedTime, watchCrypto } from '../testing/time.ts'
import { beginsTogether, habitOf, isHome, type Trouble, troubleOf } from './trouble.ts'

export type RaisedAlarm = { readonly device: string; readonly alarm: Alarm }

export type World = {
  readonly trouble: Trouble
  /** The home of one person: no plan, and nobody to invite. */
  readonly isHome: boolean
  /** The subject of every alarm. */
  readonly hostile: HostileMember | null
  readonly habit: Habit
  /** Items that she put past the relay's checks, by number, and the rule that each breaks. */
  readonly smuggled: Map<number, string>
  readonly chance: Chance
  readonly network: Network
  /** What machines wait for. */
  readonly answers: Answers
  readonly relays: Relays
  /** What the relay has lied about so far; and the log that it hides. */
  readonly lied: Set<string>
  readonly hidden: Map<number, Uint8Array<ArrayBuffer>>
  /** Every invitation link that was ever made. */
  readonly links: Link[]
  /** Persons whose plan was open in two tabs at once. */
  readonly inTwoTabs: Set<PersonId>
  /** Devices that lost their document, and read the log again unless their person went meanwhile. */
  readonly emptied: Set<string>
  /** By device, the records that it had when the relay stopped lying. */
  readonly knownRecords: Map<string, readonly Uint8Array[]>
  readonly workspace: WorkspaceId
  readonly tally: Tally
  readonly time: StoppedTime
  readonly devices: SimulatedDevice[]
  /** Acts that run while other things happen. */
  readonly background: Set<Promise<unknown>>
  readonly alarms: RaisedAlarm[]
  /** Errors that the app survived. */
  readonly errors: unknown[]
  /** Continues where it stopped. */
  readonly readLog: () => Promise<ReadLog>
  /** By device, everything that was written on it and ever durable there, which must not be lost. Plain Yjs updates. */
  readonly written: ReadonlyMap<string, readonly Uint8Array[]>
  /** Not one of `devices` yet: its person may not have joined. */
  createSimulatedDevice(name: string, person: KeyHolder): SimulatedDevice
  newPerson(): Promise<KeyHolder>
  killRelay(): void
  /** The relay continues with another log. */
  replaceStore(store: Store): void
  resetWires(): void
  /** Until only a timer, a delivery or a disk write could continue; or before that, while something is computed. */
  settle(rounds?: number): Promise<void>
  /** Lets everything run until this is done. */
  during<Value>(work: Promise<Value>): Promise<Value>
  /** Ends all waiting work. */
  end(): Promise<void>
}

const threads = watchCrypto()

const withoutDeletions = (update: Uint8Array): Uint8Array =>
  writeUpdate(inspectUpdate(update)?.structs ?? new Map(), new Map())

export const createWorld = async (seed: number, time: StoppedTime, tally: Tally): Promise<World> => {
  const trouble = troubleOf(seed)
  const chance = createChance(seed)
  const relays = createRelays(chance, tally)
  const network = createNetwork(relays.of)
  const answers = createAnswers(chance, (what) => count(tally, what))
  const devices: SimulatedDevice[] = []
  const alarms: RaisedAlarm[] = []
  const errors: unknown[] = []
  const written = new Map<string, Uint8Array[]>()
  const newPerson = (): Promise<KeyHolder> => deriveKeyHolder(chance.bytes(SECRET_BYTES))
  const secret = chance.bytes(SECRET_BYTES)
  const creator = await deriveKeyHolder(secret)
  const root = isHome(seed)
    ? await (await deriveHome(secret)).makeRoot()
    : await makeRoot(creator, 'plan', chance.bytes)
  const { workspace } = await extend(null, root)

  const createOne = (name: string, person: KeyHolder): SimulatedDevice =>
    createSimulatedDevice({
      name,
      person,
      workspace,
      network,
      chance,
      count: (what) => count(tally, what),
      alarm(alarm) {
        count(tally, `alarm: ${alarm.kind}`)
        alarms.push({ device: name, alarm })
        // Returned as text: it has no place in the document, unless somebody writes later what the lie said (K2).
        if (alarm.kind !== 'bad-checkpoint') return
        if (alarm.lost !== '') written.delete(name)
        // A deletion on top of a lie stays: nobody could tell it from what the lie deleted (K2).
        else written.set(name, (written.get(name) ?? []).map(withoutDeletions))
      },
      report: (error) => errors.push(error),
      durable: (row) => void written.set(name, [...(written.get(name) ?? []), row]),
      deliver: answers.deliver,
      async turn() {
        await nextTurn()
        threads.release()
        answers.giveAll()
      },
      refusing: (what) => count(tally, `disk refuses: ${what}`),
    })
  const settle = async (rounds = Infinity): Promise<void> => {
    for (let round = 0, before = -1, gave = false; gave || before !== network.activity(); round++) {
      before = network.activity()
      await nextTurn()
      while (threads.busy()) await nextTurn()
      if (round >= rounds) return
      gave = threads.release()
      await nextTurn()
    }
  }
  const first = createOne('device 1', creator)
  devices.push(first)
  const rooted = first.disk.store.addRecords([{ seq: UNNUMBERED, bytes: root }])
  first.disk.commitAll()
  await rooted
  const stranger = trouble === 'hostile' ? createOne('hostile', await newPerson()) : null
  const second = beginsTogether(seed) ? createOne('device 2', await newPerson()) : null
  const other = stranger ?? second
  if (other !== null) await relays.store().append([await foundWorkspace(root, creator, other.person, chance)])
  if (second !== null) devices.push(second)
  if (isHome(seed)) {
    await relays.store().append([foundHome(workspace, root, creator)])
    devices.push(createOne('device 2', creator))
  }
  for (const device of devices) await device.start()
  const readAnew = () =>
    createLogReader({ workspace, relays, tally }, creator, (alarm) => alarms.push({ device: 'log', alarm }))
  let readLog = readAnew()
  const resetWires = (): void => {
    for (const wire of network.wires().slice()) wire.reset()
  }
  const world: World = {
    trouble,
    isHome: isHome(seed),
    get hostile() {
      return hostile
    },
    habit: habitOf(seed),
    smuggled: new Map(),
    chance,
    readLog: () => readLog(),
    network,
    answers,
    relays,
    lied: new Set(),
    hidden: new Map(),
    links: [],
    inTwoTabs: new Set(),
    emptied: new Set(),
    knownRecords: new Map(),
    workspace,
    tally,
    time,
    devices,
    background: new Set(),
    alarms,
    errors,
    written,
    createSimulatedDevice: createOne,
    newPerson,
    settle,
    async during(work) {
      const progress = { done: false }
      const finish = (): void => void (progress.done = true)
      work.then(finish, finish)
      while (!progress.done) {
        answers.giveAll()
        await settle()
      }
      return work
    },
    async end() {
      await settle()
      threads.hold(false)
      answers.giveAll()
      await settle()
      answers.giveAll()
    },
    killRelay() {
      relays.restart()
      resetWires()
    },
    replaceStore(store) {
      relays.replace(store)
      readLog = readAnew()
      resetWires()
    },
    resetWires,
  }
  const hostile =
    stranger &&
    createHostileMember({
      chance,
      person: stranger.person,
      environment: stranger.environment,
      workspace,
      relay: RELAY,
      readLog: createLogReader(world, stranger.person, () => {}),
      store: relays.store,
      smuggled: world.smuggled,
      killRelay: world.killRelay,
      count: (what) => count(tally, what),
    })
  threads.hold(true)
  return world
}

/** The content of a plan as people see it. */
export const contentOf = (doc: Y.Doc): string =>
  JSON.stringify({ story: readStory(doc), values: [...readAllValues(doc)].toSorted(([a], [b]) => (a < b ? -1 : 1)) })

export const mayWrite = (device: SimulatedDevice): boolean => {
  const chain = device.running()?.session.state().chain
  const role = chain && roleOf(chain, device.person.id)
  return role === 'owner' || role === 'editor'
}
