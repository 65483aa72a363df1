/** What people do in a schedule: write, delete, rename, invite, join, cancel. Each is one step. */
import * as Y from 'yjs'
import { setMyName } from '#domain/plan/people.ts'
import { setTitle } from '#domain/plan/plan.ts'
import { storyOf } from '#domain/document/plan-doc.ts'
import { type Chain, openInvitations } from '#shared/chain/chain.ts'
import type { Role } from '#shared/chain/roles.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import { locatorOf } from '#keys/invitation-link.ts'
import { makeEpoch, makeInvite, makeJoin, makeRole } from '#keys/make-records.ts'
import { isMember, openVisit } from '#sync/invitation/visit-invitation.ts'
import { type SimulatedDevice, RELAY } from './device.ts'
import { actAtHome } from './home.ts'
import { count } from './tally.ts'
import { mayWrite, type World } from './world.ts'

/** The prefix of every typed word, so that the relay's bytes can be searched for it. */
export const TYPED = 'geheim'
const LIFETIME_MS = 600_000
const MAX_DEVICES = 5
/** A newcomer on a bad network taps again, this many times. */
const MAX_TRIES = 10

const textsOf = (doc: Y.Doc): readonly Y.XmlText[] =>
  storyOf(doc)
    .toArray()
    .flatMap((node) => (node instanceof Y.XmlElement ? node.toArray() : []))
    .filter((node): node is Y.XmlText => node instanceof Y.XmlText)

const newParagraph = (doc: Y.Doc, index: number, words: string): void => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  storyOf(doc).insert(index, [paragraph])
}

export const edit = (world: World, device: SimulatedDevice): void => {
  const { chance, tally, hostile } = world
  const doc = device.running()?.doc
  if (doc === undefined || !mayWrite(device)) return
  const words = `${TYPED}${chance.number(0, 999)} `
  if (world.isHome) {
    actAtHome(world, doc, device.environment.now(), words)
    return count(tally, 'home: edit')
  }
  const text = chance.pick(textsOf(doc))
  // A deletion on top of a false checkpoint stays a deletion, by rule (K2).
  const onlyAdds = hostile !== null && device.disk.preview() !== null
  const what = onlyAdds ? chance.pick([3, 7]) : chance.number(0, 9)
  if (what === 0) setTitle(doc, words, { randomBytes: chance.bytes })
  else if (what === 1) setMyName(doc, device.person.id, words, { randomBytes: chance.bytes })
  else if (what === 2 && storyOf(doc).length > 1) storyOf(doc).delete(chance.number(0, storyOf(doc).length - 1), 1)
  else if (what === undefined || what <= 4 || text === undefined)
    newParagraph(doc, chance.number(0, storyOf(doc).length), words)
  else if (what <= 6 && text.length > 3) text.delete(chance.number(0, text.length - 3), chance.number(1, 2))
  else text.insert(chance.number(0, text.length), words)
  count(tally, 'edit')
}

/** Invites; the invited person joins at once, or in the middle of what comes next. */
export const inviteAndJoin = async (world: World, device: SimulatedDevice): Promise<void> => {
  const { chance, tally, workspace } = world
  const running = device.running()
  const chain = running?.session.state().chain
  if (running === undefined || running === null || !chain || world.isHome || world.devices.length >= MAX_DEVICES) return
  const secret = chance.bytes(SECRET_BYTES)
  const invitation = await deriveKeyHolder(secret)
  const locator = locatorOf(secret)
  const role = chance.pick<Role>(['editor', 'editor', 'reader', 'owner']) ?? 'editor'
  const handsOver = role === 'owner' && chance.happens(0.5)
  const expiresAt = running.session.relayNow() + LIFETIME_MS
  const outcome = await running.session.append((current, epochSecret) =>
    makeInvite(current, device.person, invitation, epochSecret, {
      locator,
      role,
      expiresAt,
      inviterBecomes: handsOver ? 'editor' : 'same',
    }),
  )
  count(tally, `invite: ${outcome}`)
  if (outcome === 'done') world.links.push({ locator, holder: invitation })
  if (outcome !== 'done' || chance.happens(0.3)) return
  const person = await world.newPerson()
  const guest = world.createSimulatedDevice(`guest ${locator}`, person)
  const visit = { relay: RELAY, environment: guest.environment, workspace }
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const join = (current: Chain) => makeJoin(current, person, invitation, locator)
    const result = await openVisit({ ...visit, locator, invitation }).join(join)
    count(tally, result.ok ? `join: ${role}` : `join: ${result.reason}`)
    const lostAnswer = !result.ok && result.reason === 'used' && (await isMember({ ...visit, person }))
    if (lostAnswer) count(tally, 'join: answer lost')
    if (result.ok && world.chance.happens(0.5)) {
      const stored = guest.disk.store.addRecords(result.records)
      guest.disk.commitAll()
      await stored
    }
    if (result.ok || lostAnswer) {
      world.devices.push(guest)
      return guest.start()
    }
    if (result.reason !== 'offline' && result.reason !== 'used') return
  }
}

export const cancelInvitation = async (world: World, device: SimulatedDevice): Promise<void> => {
  const running = device.running()
  const chain = running?.session.state().chain
  const open = chain && openInvitations(chain)[0]
  if (!running || !open) return
  const outcome = await running.session.append((current, secret) =>
    current.invitations.get(open.locator)?.state === 'open'
      ? makeEpoch(
          current,
          device.person,
          secret,
          { endedPersons: [], endedInvitations: [open.locator] },
          world.chance.bytes,
        )
      : Promise.resolve(null),
  )
  count(world.tally, `cancel: ${outcome}`)
}

/** Between owner and editor only: a new reader would keep text that can never be shared, and say so. */
export const changeRole = async (world: World, device: SimulatedDevice): Promise<void> => {
  const running = device.running()
  const writers = [...(running?.session.state().chain?.members.values() ?? [])].filter(({ role }) => role !== 'reader')
  const member = world.chance.pick(writers)
  const role = world.chance.pick<Role>(['owner', 'editor']) ?? 'editor'
  if (!running || member === undefined) return
  const outcome = await running.session.append((chain) => makeRole(chain, device.person, member.person, role))
  count(world.tally, `role: ${outcome}`)
}
