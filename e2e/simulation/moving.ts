/** A person moves to a new key card, step by step as the app does, while their device crashes and loses the network. */
import * as Y from 'yjs'
import { createPlanDoc } from '#domain/document/plan-doc.ts'
import { SALT_BYTES } from '#shared/protocol/limits.ts'
import { ID_BYTES, toLocator } from '#shared/protocol/ids.ts'
import { nextMove } from '#keys/next-move.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { makeInvite, makeJoin } from '#keys/make-records.ts'
import { carryOver } from '#sync/document/carry-over.ts'
import { deriveClientId } from '#sync/document/client-ids.ts'
import { keepRedundantMarks } from '#sync/document/keep-redundant-marks.ts'
import { decodeCursor } from '#sync/log/cursor.ts'
import { isMember, openVisit } from '#sync/invitation/visit-invitation.ts'
import { type SimulatedDevice, RELAY } from './device.ts'
import { DiskFull } from './disk.ts'
import { isCalm, mayGo } from './leaving.ts'
import { edit } from './people.ts'
import { count } from './tally.ts'
import type { World } from './world.ts'

const LIFETIME_MS = 600_000
const MAX_DEVICES = 7
/** The visits that a move gets; afterwards its person stays who they are. */
const MAX_TRIES = 10

type Tried = 'again' | 'moved' | 'over'

const tryOnce = async (
  world: World,
  device: SimulatedDevice,
  to: KeyHolder,
  guest: SimulatedDevice,
): Promise<Tried> => {
  const { chance, tally, workspace } = world
  const session = device.running()?.session
  const chain = session?.state().chain
  if (!session || !chain) return 'over'
  const from = device.person
  const step = nextMove(chain, from.id, to.id, session.relayNow())
  if (step.name === 'moved') return 'moved'
  if (step.name === 'gone') return 'over'
  if (step.name === 'invite') {
    const locator = toLocator(chance.bytes(ID_BYTES))
    const outcome = await session.append(async (now, secret) => {
      const next = nextMove(now, from.id, to.id, session.relayNow())
      const expiresAt = session.relayNow() + LIFETIME_MS
      const terms = { locator, expiresAt, inviterBecomes: 'none' } as const
      return next.name === 'invite' ? makeInvite(now, from, to, secret, { ...terms, role: next.role }) : null
    })
    count(tally, `move, invite: ${outcome}`)
    if (outcome === 'done') world.links.push({ locator, holder: to })
    return outcome === 'done' || outcome === 'offline' ? 'again' : 'over'
  }
  const { locator } = step
  edit(world, device) // it has no time to be shared
  const place = { relay: RELAY, environment: guest.environment, workspace }
  const result = await openVisit({ ...place, locator, invitation: to }).join((now) => makeJoin(now, to, to, locator))
  count(tally, result.ok ? 'moved to a new card' : `move, join: ${result.reason}`)
  if (result.ok || (result.reason === 'used' && (await isMember({ ...place, person: to })))) return 'moved'
  return result.reason === 'offline' ? 'again' : 'over'
}

const mayMove = (world: World, device: SimulatedDevice): boolean =>
  device.running()?.session.state().connection === 'online' && mayGo(world, device.person.id)

/** The person of the drawn device, or another who is online: without a connection nobody begins. */
export const moveToNewCard = async (world: World, drawn: SimulatedDevice): Promise<void> => {
  const device = mayMove(world, drawn) ? drawn : world.chance.pick(world.devices.filter((each) => mayMove(world, each)))
  if (device === undefined || !isCalm(world) || world.devices.length >= MAX_DEVICES) return
  const to = await world.newPerson()
  const guest = world.createSimulatedDevice(`${device.name}, by a new card`, to)
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const tried = await tryOnce(world, device, to, guest)
    if (tried === 'over') return
    if (tried === 'again') continue
    world.devices.push(guest)
    await guest.start()
    return carryOn(world, device, guest)
  }
}

/** How often it is looked whether the log is here, in ms, and how many times. */
const LOOK_MS = 250
const MAX_LOOKS = 80

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
const stateOf = ({ disk }: SimulatedDevice, clients: readonly number[]): readonly number[] => {
  const doc = new Y.Doc()
  for (const row of disk.rows()) Y.applyUpdate(doc, row)
  return clients.map((client) => Y.getState(doc.store, client))
}
/** Moving never loses an unshared edit; the log's own check then sees that it is shared. */
const checkCarried = (unshared: readonly number[], kept: readonly number[]): void => {
  if (sum(unshared) !== sum(kept)) throw new Error(`Of ${sum(unshared)} unshared edits ${sum(kept)} moved along.`)
}

/** What the earlier key had written and not shared becomes the new one's, once the log is here (client/device/store/documents.ts). */
const carryOn = async (world: World, from: SimulatedDevice, to: SimulatedDevice): Promise<void> => {
  const { chance, tally, workspace } = world
  for (let looks = 0; to.running()?.session.state().connection !== 'online'; looks++) {
    if (looks === MAX_LOOKS) return count(tally, 'move: the log never came')
    await new Promise<void>((resolve) => void to.environment.after(LOOK_MS, resolve))
  }
  await from.stop()
  await to.stop()
  const { cursor: bytes } = await to.disk.store.load()
  const { salts } = await from.disk.store.load()
  const cursor = bytes && decodeCursor(bytes)
  if (cursor === null || cursor.preview !== null || from.disk.preview() !== null) return to.start()
  const doc = createPlanDoc()
  keepRedundantMarks(doc)
  for (const row of from.disk.rows()) Y.applyUpdate(doc, row)
  const mine = salts.map((salt) => deriveClientId(workspace, from.person.id, new Uint8Array(salt)))
  const { clocks } = cursor
  const given: number[] = []
  try {
    const carried = await carryOver(doc, clocks, mine, async () => {
      const salt = chance.bytes(SALT_BYTES)
      await to.disk.store.addSalt(salt)
      given.push(deriveClientId(workspace, to.person.id, salt))
      return given.at(-1) ?? 0
    })
    if (carried !== null) {
      const written = to.disk.writeRow(carried, [carried])
      to.disk.commitAll()
      await written
      count(tally, 'move: unshared edits carried over')
    }
    checkCarried(
      mine.map((client) => Math.max(0, Y.getState(doc.store, client) - (clocks.get(client) ?? 0))),
      stateOf(to, given),
    )
  } catch (error) {
    if (!(error instanceof DiskFull)) throw error // they stay with the earlier key, and the app tries again
  }
  await to.stop() // somebody may have opened the app meanwhile
  await to.start()
}
