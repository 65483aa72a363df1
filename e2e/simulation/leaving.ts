/** Removing somebody, leaving, and coming back; and what somebody who went can still decrypt (R3, R4). */
import { type Chain, roleOf } from '#shared/chain/chain.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import { locatorOf } from '#keys/invitation-link.ts'
import { EMPTY_RING, extendKeyRing } from '#keys/key-ring.ts'
import { makeEpoch, makeInvite, makeJoin, makeRole } from '#keys/make-records.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import { openVisit } from '#sync/invitation/visit-invitation.ts'
import { type SimulatedDevice, RELAY } from './device.ts'
import { chainsOf } from './links.ts'
import type { ReadLog } from './log-reader.ts'
import { count } from './tally.ts'
import type { World } from './world.ts'

const LIFETIME_MS = 600_000
/** Somebody on a bad network taps again, this many times. */
const MAX_TRIES = 10

/** The founder stays: the log is read with their keys. The hostile member stays: her acts are what others are tried by. */
export const mayGo = ({ devices, hostile }: World, person: PersonId): boolean =>
  person !== devices[0]?.person.id && person !== hostile?.person.id

/** Coming back by a relay that loses records: nobody may remember who had gone. */
export const isCalm = ({ trouble }: World): boolean => trouble !== 'lying-relay'

const chainHere = (device: SimulatedDevice): Chain | null => device.running()?.session.state().chain ?? null

/** Those whom this device, on and an owner's, may take out. */
const removable = (world: World, device: SimulatedDevice): readonly PersonId[] => {
  const chain = chainHere(device)
  if (chain === null || roleOf(chain, device.person.id) !== 'owner') return []
  return [...chain.members.keys()].filter((each) => each !== device.person.id && mayGo(world, each))
}

/** By the drawn device, or by another that can; sooner by one that is online. */
export const removeMember = async (world: World, drawn: SimulatedDevice): Promise<void> => {
  const able = world.devices.filter((each) => removable(world, each).length > 0)
  const online = able.filter((each) => each.running()?.session.state().connection === 'online')
  const device = able.includes(drawn) ? drawn : world.chance.pick(online.length > 0 ? online : able)
  const gone = device && world.chance.pick(removable(world, device))
  const running = device?.running()
  if (!device || !running || gone === undefined) return
  const ended = { endedPersons: [gone], endedInvitations: [] }
  const outcome = await running.session.append(
    async (chain, secret) =>
      chain.members.has(gone) ? makeEpoch(chain, device.person, secret, ended, world.chance.bytes) : null,
    'newest',
  )
  count(world.tally, `remove: ${outcome}`)
  if (outcome === 'done' && !isCalm(world)) count(world.tally, 'R3: removed, by a relay that lies')
  if (outcome === 'done' && world.chance.happens(0.5)) await comeBack(world, device)
}

export const leave = async (world: World, device: SimulatedDevice): Promise<void> => {
  const running = device.running()
  const me = device.person.id
  if (!running || !mayGo(world, me) || !isCalm(world)) return
  const outcome = await running.session.append(
    async (chain) => (chain.members.has(me) ? makeRole(chain, device.person, me, null) : null),
    'none',
  )
  count(world.tally, `leave: ${outcome}`)
}

/** Somebody who went is invited by this device, and joins with the device that they had. */
export const comeBack = async (world: World, device: SimulatedDevice): Promise<void> => {
  const { chance, tally, workspace, devices } = world
  const running = device.running()
  const members = chainHere(device)?.members
  const guest = chance.pick(devices.filter(({ person }) => members?.has(person.id) === false))
  if (!running || guest === undefined || !isCalm(world)) return
  const secret = chance.bytes(SECRET_BYTES)
  const invitation = await deriveKeyHolder(secret)
  const locator = locatorOf(secret)
  const expiresAt = running.session.relayNow() + LIFETIME_MS
  const terms = { locator, role: 'editor', expiresAt, inviterBecomes: 'same' } as const
  const outcome = await running.session.append((chain, key) => makeInvite(chain, device.person, invitation, key, terms))
  if (outcome !== 'done') return
  world.links.push({ locator, holder: invitation })
  const visit = { relay: RELAY, environment: guest.environment, workspace, locator, invitation }
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const result = await openVisit(visit).join((chain) => makeJoin(chain, guest.person, invitation, locator))
    if (result.ok) count(tally, 'joined again')
    if (result.ok || result.reason !== 'offline') break
  }
  if (guest.running() !== null) await guest.stop() // the app opens the plan anew after a join
}

/** Persons who take no part any more, by the log. */
export const goneFrom = ({ follower }: ReadLog): ReadonlySet<PersonId> => {
  const { chain } = follower.state
  return new Set([...(chain?.former.keys() ?? [])].filter((person) => chain?.members.has(person) === false))
}

/**
 * The first epoch whose key somebody who went opens, although it began after they had gone: with their keys, their whole device
 * and everything that the relay ever had. `null`: none.
 */
export const openedByGone = async (device: SimulatedDevice, log: ReadLog, world: World): Promise<number | null> => {
  const chains = await chainsOf(log)
  const last = chains.findLast(({ members }) => members.has(device.person.id))
  if (last === undefined) return null
  let ring = EMPTY_RING
  for (const chain of chains) ring = await extendKeyRing(ring, chain, device.person)
  const { epochs } = chains.at(-1) ?? last
  // Whoever left keeps the current key until the next epoch (R4).
  const later = epochs.filter(({ number }) => number >= last.epochs.length)
  if (later.length > 0) count(world.tally, 'R3: somebody who went tried later keys')
  return later.find(({ number }) => ring.keys.has(number))?.number ?? null
}
