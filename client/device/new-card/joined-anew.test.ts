/** A plan that its person was taken out of before it could move: an invitation brings it back, to the keys that this device has now. */
import { expect } from 'vitest'
import * as Y from 'yjs'
import '../engine.ts' // fetched when it is needed, which takes real time
import { makeRoot } from '#keys/make-records.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import { type InvitationLink, parseInvitationLink } from '#keys/invitation-link.ts'
import { toKeyCard } from '#keys/key-card.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { beginPlan } from '#domain/plan/plan.ts'
import { currentPerson, roleOf } from '#shared/chain/chain.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { UNNUMBERED } from '#sync/log/restore.ts'
import { DEVICE, planOf, read, write } from '#e2e/testing/real-device.ts'
import { RELAY } from '#e2e/testing/relay-room.ts'
import { test as base } from '#e2e/testing/room-test.ts'
import { invite } from '../invitation/inviting.ts'
import { createMembership } from '../plan/membership.ts'

type Owner = {
  readonly doc: PlanDoc
  invite(): Promise<InvitationLink>
  /** Takes out everybody else. */
  removeOthers(): Promise<void>
  others(): readonly PersonId[]
  isSuccessor(person: PersonId, of: PersonId): boolean
}
/** The owner of a plan, on another device. */
const test = base.extend<{ owner: Owner }>({
  owner: async ({ room, app }, use) => {
    void app
    const environment = room.environmentOf('phone')
    const keys = await deriveKeyHolder(new Uint8Array(16).fill(9))
    const root = await makeRoot(keys, 'plan', environment.randomBytes)
    const { workspace } = decodeRecord(root)!
    const database = withPlanStores(createMemoryDeviceDatabase())
    await database.syncStore(workspace).addRecords([{ seq: UNNUMBERED, bytes: root }])
    const kept = { store: database.syncStore(workspace), document: Y.encodeStateAsUpdate(new Y.Doc()) }
    const { doc, session } = await room.openAs(workspace, keys, 'phone', kept)
    await room.until(() => session.state().connection === 'online')
    beginPlan(doc as PlanDoc, 'Uit elkaar', environment)
    const context = { database, environment, relay: RELAY, visits: new Map(), appUrl: 'https://weef.test/' }
    const { removeMember } = createMembership(session, keys, environment.randomBytes)
    const others = () => [...session.state().chain!.members.keys()].filter((person) => person !== keys.id)
    await use({
      doc: doc as PlanDoc,
      others,
      isSuccessor: (person, of) => currentPerson(session.state().chain!, of) === person,
      async invite() {
        const options = { role: 'editor', handOver: false, lifetime: 'link', withCode: false } as const
        const made = await room.during(
          invite({ context, session, workspace, person: keys }, options, { name: 'not-said' }, ''),
        )
        return parseInvitationLink(made.ok ? made.link : '')!
      },
      async removeOthers() {
        for (const person of others()) expect(await room.during(removeMember(person))).toEqual({ ok: true })
        expect(others().map((person) => roleOf(session.state().chain!, person))).toEqual([])
      },
    })
  },
})

test('with the new card I am in it again, and what was not shared is shared once', async ({ room, app, owner }) => {
  const { device, background } = app
  const joined = await room.during(device.join(await owner.invite(), { name: 'Bas', code: '' }))
  if (!joined.ok) throw new Error('They take part.')
  const id = joined.workspace
  const handle = device.openPlan(id)
  write((await planOf(room, handle)).doc, 'Gedeeld.')
  await room.until(() => read(owner.doc) === 'Gedeeld.')
  await room.until(() => device.plans().every(({ unshared }) => !unshared))
  const [before] = owner.others() as [PersonId]
  room.network.setOffline(DEVICE, true)
  write((await planOf(room, handle)).doc, 'Nog niet gedeeld.')
  await room.pass(1_000)
  await room.during(handle.close())
  await room.during(device.renewCard())
  await owner.removeOthers()
  const link = await owner.invite()
  room.network.setOffline(DEVICE, false)
  background.start()
  await room.until(() => device.newCard().name === 'done')
  expect(device.newCard()).toMatchObject({ total: 0, stayed: [{ id }] })

  expect(await room.during(device.join(link, { name: '', code: '' }))).toEqual(joined)
  const again = device.openPlan(id)
  const plan = await planOf(room, again)
  await room.until(() => plan.sharing().connection === 'online')
  expect([plan.me === before, plan.role(), plan.ended()]).toEqual([false, 'editor', null])
  expect(owner.isSuccessor(plan.me, before)).toBe(false) // only whoever holds both keys could say so
  await room.until(() => read(owner.doc) === 'Gedeeld. Nog niet gedeeld.')
  await room.during(again.close())
  background.now()
  await room.until(() => device.plans().every(({ unshared, moving, asBefore }) => !(unshared || moving || asBefore)))
  expect(device.newCard()).toMatchObject({ total: 1, stayed: [] })
})

test('after the card of another person: it is theirs now, and nobody says what the other had not shared', async ({
  room,
  app: { device, background },
  owner,
}) => {
  const joined = await room.during(device.join(await owner.invite(), { name: 'Bas', code: '' }))
  if (!joined.ok) throw new Error('They take part.')
  const handle = device.openPlan(joined.workspace)
  await room.until(() => device.plans().every(({ unshared }) => !unshared))
  room.network.setOffline(DEVICE, true)
  write((await planOf(room, handle)).doc, 'Nog niet gedeeld.')
  await room.pass(1_000)
  await room.during(handle.close())
  await room.during(device.takeCard(toKeyCard(new Uint8Array(16).fill(5))))
  await owner.removeOthers()
  room.network.setOffline(DEVICE, false)
  expect(await room.during(device.join(await owner.invite(), { name: 'Noor', code: '' }))).toEqual(joined)
  background.start()
  await room.pass(20_000)
  const again = device.openPlan(joined.workspace)
  const plan = await planOf(room, again)
  await room.until(() => plan.sharing().connection === 'online')
  expect([plan.role(), plan.members().find(({ me }) => me)?.name, read(owner.doc)]).toEqual(['editor', 'Noor', ''])
  await room.during(again.close())
})
