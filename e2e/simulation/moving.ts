/** A person moves to a new key card, step by step as the app does, while their device crashes and loses the network. */
import { ID_BYTES, toLocator } from '#shared/protocol/ids.ts'
import { nextMove } from '#keys/next-move.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { makeInvite, makeJoin } from '#keys/make-records.ts'
import { isMember, openVisit } from '#sync/invitation/visit-invitation.ts'
import { type SimulatedDevice, RELAY } from './device.ts'
import { isCalm, mayGo } from './leaving.ts'
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
  const place = { relay: RELAY, environment: guest.environment, workspace }
  const result = await openVisit({ ...place, locator, invitation: to }).join((now) => makeJoin(now, to, to, locator))
  count(tally, result.ok ? 'moved to a new card' : `move, join: ${result.reason}`)
  if (result.ok || (result.reason === 'used' && (await isMember({ ...place, person: to })))) return 'moved'
  return result.reason === 'offline' ? 'again' : 'over'
}

export const moveToNewCard = async (world: World, device: SimulatedDevice): Promise<void> => {
  if (!device.running() || !mayGo(world, device.person.id) || !isCalm(world)) return
  if (world.devices.length >= MAX_DEVICES) return
  const to = await world.newPerson()
  const guest = world.createSimulatedDevice(`${device.name}, by a new card`, to)
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const tried = await tryOnce(world, device, to, guest)
    if (tried === 'over') return
    if (tried === 'again') continue
    world.devices.push(guest)
    return guest.start()
  }
}
