/** One seeded schedule: what people, networks, disks and the relay do, step by step; then everything heals. */
import * as Y from 'yjs'
import { checkPromises, checkSettled, hasGone, isAtLoss, isCutOff, isTold } from './checks.ts'
import { becomeHonest } from './lying-relay.ts'
import type { SimulatedDevice } from './device.ts'
import type { StoppedTime } from '../testing/time.ts'
import { inBackground, takeTrouble } from './step-table.ts'
import { count, type Tally } from './tally.ts'
import { contentOf, createWorld, mayWrite, type World } from './world.ts'

/** The number of steps with trouble, and of steps after which recovery counts as failed. */
const STEPS = 400
const RECOVERY_STEPS = 6_000
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
  world.background.size === 0 &&
  world.devices.every(
    (device) => isSettled(device, isRekeyed(world)) || (world.lied.size > 0 && isCutOff(device)) || hasGone(device),
  )

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
    inBackground(world, device.running()?.session.repair() ?? Promise.resolve())
  }
}

const recover = async (world: World): Promise<void> => {
  world.relays.setFull(false)
  if (world.lied.size > 0) await becomeHonest(world)
  for (const device of world.devices) {
    world.network.setOffline(device.name, false)
    device.notice()
  }
  for (let step = 0; step < RECOVERY_STEPS; step++) {
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
      if (world.chance.happens(0.15)) await takeTrouble(world)
      else move(world)
      await world.settle(world.chance.happens(HURRIED) ? world.chance.number(0, 3) : Infinity)
      if (step % CHECK_EVERY === 0) await world.during(checkPromises(world))
    }
    await recover(world)
    await world.during(checkSettled(world))
  } finally {
    for (const device of world.devices) device.crash()
    await world.end()
    time.reset()
  }
}
