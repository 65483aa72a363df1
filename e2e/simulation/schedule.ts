/** One seeded schedule: what people, networks, disks and the relay do, step by step; then everything heals. */
import * as Y from 'yjs'
import { cancelInvitation, changeRole, edit, inviteAndJoin } from './people.ts'
import { checkPromises, checkSettled, isAtLoss, isCutOff, isTold } from './checks.ts'
import { becomeHonest, tellLie } from './lying-relay.ts'
import { actHostile } from './hostile/act.ts'
import type { SimulatedDevice } from './device.ts'
import type { StoppedTime } from '../testing/time.ts'
import { count, type Tally } from './tally.ts'
import { contentOf, createWorld, mayWrite, type World } from './world.ts'

/** The number of steps with trouble, and of steps after which healing counts as never. */
const STEPS = 400
const HEALING_STEPS = 6_000
/** A phone that was off for years, or a slip of the hand: ten days either way, in ms. */
const MOST_WRONG_MS = 10 * 24 * 3_600_000
/** The number of steps between checks of the promises against the relay's whole log. */
const CHECK_EVERY = 20
/** The share of steps that run while devices are still computing. */
const HURRIED = 0.3
/** Steps between two answers of a person who is asked. */
const CONSENT_EVERY = 40

/** One answer, one message, one disk write, or one timer. */
const move = (world: World): void => {
  const { answers, chance, network, devices, time } = world
  if (answers.waiting() > 0 && chance.happens(0.4)) return answers.give()
  const wires = network.wires().filter((wire) => wire.pending() > 0)
  const disks = devices.filter(({ disk }) => disk.waiting().length > 0)
  const wire = chance.pick(wires)
  const device = chance.pick(disks)
  if (device !== undefined && (wire === undefined || chance.happens(0.3))) {
    const name = chance.pick(device.disk.waiting())
    if (name !== undefined) device.disk.commit(name)
  } else if (wire !== undefined && chance.happens(0.95)) wire.deliver(chance.pick(wire.ways()) ?? 'up')
  else time.next()
}

/** Nothing can be written on it, and it has no network to lose. */
const isReplacing = (device: SimulatedDevice): boolean => device.isOn() && device.running() === null

const trouble = async (world: World): Promise<void> => {
  const { chance, network, devices, tally } = world
  // A checkpoint is on screen for moments only, and so is a document that is being replaced.
  const brief = devices.find(isReplacing) ?? devices.find(({ disk }) => disk.preview() !== null)
  const device = brief && chance.happens(0.5) ? brief : chance.pick(devices)
  const wire = chance.pick(network.wires())
  if (world.hostile !== null && chance.happens(0.3)) return background(world, actHostile(world, world.hostile))
  if (world.trouble === 'lying-relay' && chance.happens(0.3)) return background(world, tellLie(world))
  const what = chance.number(0, 119)
  if (device === undefined) return
  if (what < 50 && !isReplacing(device)) edit(world, device)
  else if (what >= 50 && what < 56 && wire !== undefined) {
    count(tally, wire.pending() > 0 ? 'reset, messages lost' : 'reset')
    wire.reset()
  } else if (what >= 50 && what < 68) {
    const offline = !network.isOffline(device.name) && what < 60
    count(tally, offline ? 'offline' : 'online')
    network.setOffline(device.name, offline)
  } else if ((what < 72 || (device === brief && what < 76)) && device.isOn()) {
    count(tally, device.disk.waiting().length > 0 ? 'crash between writes' : 'crash')
    device.crash()
  } else if (what < 73 && device.running() !== null) {
    count(tally, 'taken over by another tab')
    world.inTwoTabs.add(device.person.id)
    await world.during(device.takeOver())
  } else if (what === 73) {
    device.notice()
  } else if (what < 75 && device.running() !== null) {
    count(tally, 'app closed')
    await device.stop()
  } else if (what < 86 && !device.isOn()) {
    count(tally, 'app opened')
    await world.during(device.start())
  } else if (what >= 86 && what < 88) {
    count(tally, 'relay killed')
    world.killRelay()
  } else if (what === 88) {
    const { relays } = world
    count(tally, relays.isFull() ? 'relay has room again' : 'relay has little room')
    relays.setFull(!relays.isFull())
  } else if (what > 88 && what < 97) background(world, inviteAndJoin(world, device))
  else if (what === 97) background(world, changeRole(world, device))
  else if (what === 98 || what === 99) background(world, cancelInvitation(world, device))
  else if (what >= 114) await loseStore(world, device)
  else if (what > 99) mishap(world, device, what)
}

/**
 * Only of a device that shows everything as shared: otherwise edits would be lost for good. A lying relay's word does not
 * count.
 */
const loseStore = async (world: World, device: SimulatedDevice): Promise<void> => {
  const { chance, tally } = world
  const running = device.running()
  if (!running || world.trouble === 'lying-relay' || running.session.state().dirty || running.session.saltLost) return
  await device.stop()
  // Without the mark that it is only a checkpoint, a false copy would be taken for the document (K2).
  const name = chance.happens(0.7) || device.disk.preview() !== null ? 'document' : 'cursor'
  count(tally, `store lost: ${name}`)
  device.disk.lose(name)
}

/** Something that happens to one device alone. */
const mishap = ({ chance, tally }: World, device: SimulatedDevice, what: number): void => {
  const { disk } = device
  if (what < 104) {
    count(tally, disk.isFull() ? 'disk has room again' : 'disk full')
    disk.setFull(!disk.isFull())
  } else if (what < 107) {
    disk.refuseNext('document')
  } else if (what < 109) {
    disk.refuseNext('salt')
  } else if (what < 112) {
    const wrongBy = chance.number(-MOST_WRONG_MS, MOST_WRONG_MS)
    count(tally, wrongBy < 0 ? 'clock set back' : 'clock set forward')
    device.setClock(wrongBy)
  } else {
    count(tally, 'offline said, nothing lost')
    device.sayOffline()
  }
}

/** Acts that run while other things happen. A failure in one fails the schedule. */
const running = new WeakMap<World, Set<Promise<unknown>>>()
const background = (world: World, work: Promise<unknown>): void => {
  const all = running.get(world) ?? new Set()
  running.set(world, all)
  all.add(work)
  void work.catch((error: unknown) => world.errors.push(error)).finally(() => all.delete(work))
}

/** Edits that wait for text which only another device has keep waiting (C3). */
const isSettled = (device: SimulatedDevice, isRekeyed: boolean): boolean => {
  const state = device.running()?.session.state()
  if (state === undefined || state.connection !== 'online' || !isRekeyed) return false
  return !state.dirty || state.missingFromLog.length > 0
}

const isQuiet = (world: World): boolean =>
  world.answers.waiting() === 0 &&
  world.network.wires().every((wire) => wire.pending() === 0) &&
  world.devices.every((each) => each.disk.waiting().length === 0 && each.running()?.copy.isBehind() === false) &&
  (running.get(world)?.size ?? 0) === 0 &&
  world.devices.every((device) => isSettled(device, isRekeyed(world)) || (world.lied.size > 0 && isCutOff(device)))

/** R4, as far as a member may write an epoch: after a fork, one chain may have only readers left. */
const isRekeyed = ({ devices }: World): boolean => {
  const online = devices.filter((each) => each.running()?.session.state().connection === 'online')
  return !online.some(mayWrite) || online.every((each) => each.running()?.session.state().chain?.rekeyDue === false)
}

/** A tab that lost the plan had words that the full disk took only after the other tab had read it. */
const showsLess = ({ inTwoTabs }: World, device: SimulatedDevice): boolean => {
  const page = device.running()
  if (page === null || !inTwoTabs.has(device.person.id)) return false
  const all = new Y.Doc()
  for (const row of [...device.disk.rows(), Y.encodeStateAsUpdate(page.doc)]) Y.applyUpdate(all, row)
  return contentOf(all) !== contentOf(page.doc)
}

/** Nothing of a load whose salt was refused may be stored: once all of it is shared, reopening the plan stores it. */
const openAnew = async (world: World): Promise<boolean> => {
  const lost = world.devices.filter((device) => device.running()?.session.saltLost)
  const behind = world.devices.filter((device) => showsLess(world, device))
  for (const _ of lost) count(world.tally, 'opened anew after its salt was refused')
  for (const _ of behind) count(world.tally, 'opened anew after another tab had kept more')
  for (const device of new Set([...lost, ...behind])) await device.stop()
  return lost.length + behind.length > 0
}

/** [C3] The answer of a person whose device reports that the relay's log differs. */
const consent = async (world: World, step: number): Promise<void> => {
  if (step % CONSENT_EVERY !== 0 || world.lied.size === 0) return
  for (const device of world.devices) {
    if (isAtLoss(device)) {
      count(world.tally, 'opened anew by somebody who was told nonsense')
      await device.stop()
    }
    if (!isTold(device)) continue
    count(world.tally, 'C3: somebody consents')
    background(world, device.running()?.session.repair() ?? Promise.resolve())
  }
}

const heal = async (world: World): Promise<void> => {
  world.relays.setFull(false)
  if (world.lied.size > 0) await becomeHonest(world)
  for (const device of world.devices) {
    world.network.setOffline(device.name, false)
    device.notice()
  }
  for (let step = 0; step < HEALING_STEPS; step++) {
    for (const device of world.devices) {
      device.disk.setFull(false)
      if (device.running() === null) await world.during(device.start())
      device.running()?.copy.retry()
    }
    await consent(world, step)
    if (isQuiet(world) && !(await openAnew(world))) return
    move(world)
    await world.settle()
  }
  const states = world.devices.map((device) => {
    const state = device.running()?.session.state()
    return `${device.name}: ${JSON.stringify(state?.connection)} dirty ${state?.dirty} rekey ${state?.chain?.rekeyDue}`
  })
  throw new Error(`It never came to rest. ${states.join('; ')}`)
}
export const runSchedule = async (seed: number, time: StoppedTime, tally: Tally): Promise<void> => {
  const world = await createWorld(seed, time, tally)
  try {
    for (let step = 1; step <= STEPS; step++) {
      if (world.chance.happens(0.15)) await trouble(world)
      else move(world)
      await world.settle(world.chance.happens(HURRIED) ? world.chance.number(0, 3) : Infinity)
      if (step % CHECK_EVERY === 0) await world.during(checkPromises(world))
    }
    await heal(world)
    await world.during(checkSettled(world))
  } finally {
    for (const device of world.devices) device.crash()
    await world.end()
    time.reset()
  }
}
