/** What may go wrong at one step of a schedule, and how often: one table. The order of its rows is what a seed means. */
import { tellLie } from './lying-relay.ts'
import type { SimulatedDevice } from './device.ts'
import { actHostile } from './hostile/act.ts'
import { comeBack, leave, removeMember } from './leaving.ts'
import { moveToNewCard } from './moving.ts'
import { readOlderChanges } from './older.ts'
import { cancelInvitation, changeRole, edit, inviteAndJoin } from './people.ts'
import { putBackFromHistory } from './putting-back.ts'
import { count } from './tally.ts'
import type { World } from './world.ts'

/** A phone that was off for years, or a slip of the hand: ten days either way, in ms. */
const MOST_WRONG_MS = 10 * 24 * 3_600_000

type Wire = ReturnType<World['network']['wires']>[number]

/** Who and what was drawn for this step. */
type Draw = {
  readonly world: World
  readonly device: SimulatedDevice
  readonly wire: Wire | undefined
  /** What is on its screen is there for moments only. */
  readonly isBrief: boolean
}
/** A promise only of what takes time: an act that is done at once must not let anything else go first, or a seed means something else. */
type Act = (draw: Draw) => Promise<unknown> | void

/** There is nothing on it to write in, and nothing to lose the network. */
const isReplacing = (device: SimulatedDevice): boolean => device.isOn() && device.running() === null

/** Runs while other things happen. A failure there fails the schedule. */
export const inBackground = ({ background, errors }: World, work: Promise<unknown>): void => {
  background.add(work)
  void work.catch((error: unknown) => errors.push(error)).finally(() => background.delete(work))
}

const crash: Act = ({ world, device }) => {
  count(world.tally, device.disk.waiting().length > 0 ? 'crash between writes' : 'crash')
  device.crash()
}
/** A moment that is soon over is when a crash is worth most. */
const crashIfBrief =
  (act: Act): Act =>
  (draw) =>
    draw.isBrief && draw.device.isOn() ? crash(draw) : act(draw)

const openIfOff: Act = ({ world, device }) => {
  if (device.isOn()) return undefined
  count(world.tally, 'app opened')
  return world.during(device.start())
}
const setOffline = ({ world, device }: Draw, offline: boolean): void => {
  count(world.tally, offline ? 'offline' : 'online')
  world.network.setOffline(device.name, offline)
}
const switchNetwork: Act = (draw) => setOffline(draw, !draw.world.network.isOffline(draw.device.name))

const reset: Act = (draw) => {
  const { world, wire } = draw
  if (wire === undefined) return switchNetwork(draw)
  count(world.tally, wire.pending() > 0 ? 'reset, messages lost' : 'reset')
  wire.reset()
}
const takeOver: Act = (draw) => {
  const { world, device } = draw
  if (device.running() === null) return openIfOff(draw)
  count(world.tally, 'taken over by another tab')
  world.inTwoTabs.add(device.person.id)
  return world.during(device.takeOver())
}
const close: Act = (draw) => {
  const { world, device } = draw
  if (device.running() === null) return openIfOff(draw)
  count(world.tally, 'app closed')
  return device.stop()
}
const changeRoom: Act = ({ world: { relays, tally } }) => {
  count(tally, relays.isFull() ? 'relay has room again' : 'relay has little room')
  relays.setFull(!relays.isFull())
}
const changeDiskRoom: Act = ({ world, device: { disk } }) => {
  count(world.tally, disk.isFull() ? 'disk has room again' : 'disk full')
  disk.setFull(!disk.isFull())
}
const setClock: Act = ({ world: { chance, tally }, device }) => {
  const wrongBy = chance.number(-MOST_WRONG_MS, MOST_WRONG_MS)
  count(tally, wrongBy < 0 ? 'clock set back' : 'clock set forward')
  device.setClock(wrongBy)
}
/**
 * Only of a device that shows everything as shared: otherwise edits would be lost for good. A lying relay's word does not
 * count.
 */
const loseStore: Act = async ({ world, device }) => {
  const { chance, tally } = world
  const running = device.running()
  if (!running || world.trouble === 'lying-relay' || running.session.state().dirty || running.session.saltLost) return
  await device.stop()
  // Without the mark that it is only a checkpoint, a false copy would be taken for the document (K2).
  const name = chance.happens(0.7) || device.disk.preview() !== null ? 'document' : 'cursor'
  count(tally, `store lost: ${name}`)
  device.disk.lose(name)
  if (name === 'document') world.emptied.add(device.name)
}

const STEPS: readonly (readonly [weight: number, name: string, act: Act])[] = [
  [50, 'edit', (draw) => (isReplacing(draw.device) ? crash(draw) : edit(draw.world, draw.device))],
  [6, 'a connection is reset', reset],
  [4, 'offline, or back', switchNetwork],
  [8, 'online', (draw) => setOffline(draw, false)],
  [4, 'crash', (draw) => (draw.device.isOn() ? crash(draw) : openIfOff(draw))],
  [1, 'another tab takes over', crashIfBrief(takeOver)],
  [1, 'the app looks around', crashIfBrief(({ device }) => device.notice())],
  [1, 'the app is closed', crashIfBrief(close)],
  [1, 'the app is opened', crashIfBrief(openIfOff)],
  [10, 'the app is opened', openIfOff],
  [2, 'the relay is killed', ({ world }) => (count(world.tally, 'relay killed'), world.killRelay())],
  [1, 'the relay has little room, or room again', changeRoom],
  [8, 'invite and join', ({ world, device }) => inBackground(world, inviteAndJoin(world, device))],
  [1, 'another role', ({ world, device }) => inBackground(world, changeRole(world, device))],
  [2, 'an invitation is cancelled', ({ world, device }) => inBackground(world, cancelInvitation(world, device))],
  [4, 'the disk is full, or has room again', changeDiskRoom],
  [3, 'the disk refuses the document', ({ device }) => device.disk.refuseNext('document')],
  [2, 'the disk refuses the salt', ({ device }) => device.disk.refuseNext('salt')],
  [3, 'the clock is set', setClock],
  [
    2,
    'offline is said',
    ({ world, device }) => (count(world.tally, 'offline said, nothing lost'), device.sayOffline()),
  ],
  [6, 'a store is lost', loseStore],
  [4, 'somebody is removed', ({ world, device }) => inBackground(world, removeMember(world, device))],
  [4, 'somebody leaves', ({ world, device }) => inBackground(world, leave(world, device))],
  [4, 'somebody comes back', ({ world, device }) => inBackground(world, comeBack(world, device))],
  [4, 'somebody moves to a new card', ({ world, device }) => inBackground(world, moveToNewCard(world, device))],
  [
    8,
    'older changes are asked for',
    crashIfBrief(({ world, device }) => inBackground(world, readOlderChanges(world, device))),
  ],
  [4, 'something is put back', ({ world, device }) => inBackground(world, putBackFromHistory(world, device))],
]
const TOTAL = STEPS.reduce((sum, [weight]) => sum + weight, 0)

/** The row that a draw from 0 up to the sum of all weights falls into. */
const rowAt = (drawn: number): Act | undefined => {
  let left = drawn
  return STEPS.find(([weight]) => (left -= weight) < 0)?.[2]
}

export const takeTrouble = async (world: World): Promise<void> => {
  const { chance, network, devices, tally, hostile } = world
  // A checkpoint is on screen for moments only, and so is a document that is being replaced.
  const brief = devices.find(isReplacing) ?? devices.find(({ disk }) => disk.preview() !== null)
  const device = brief && chance.happens(0.5) ? brief : chance.pick(devices)
  const wire = chance.pick(network.wires())
  if (hostile !== null && chance.happens(0.3)) {
    const act = actHostile(hostile, world.habit, chance)
    return inBackground(world, act.then((done) => done !== null && count(tally, done))) // prettier-ignore
  }
  if (world.trouble === 'lying-relay' && chance.happens(0.3)) return inBackground(world, tellLie(world))
  const act = rowAt(chance.number(0, TOTAL - 1))
  const work = device && act?.({ world, device, wire, isBrief: device === brief })
  if (work) await work
}
