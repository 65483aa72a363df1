/** Whose a plan is, by the records: of who began it, of whom it was handed over to, of nobody while it waits for somebody. */
import { expect } from 'vitest'
import * as Y from 'yjs'
import { readPlan } from '#domain/document/read-plan.ts'
import { isForSomeone } from '#domain/plan/plan.ts'
import type { InviteOptions, OpenPlan } from '#ports/open-plan.ts'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { joinWith } from '../invitation/invitations.ts'
import { createMembership } from './membership.ts'
import { planOf } from '#e2e/testing/real-device.ts'
import { RELAY } from '#e2e/testing/relay-room.ts'
import { test as base } from '#e2e/testing/room-test.ts'

const LINK: InviteOptions = { role: 'editor', handOver: false, lifetime: 'link', withCode: false }

const test = base.extend<{
  open(forWhom: 'me' | 'someone'): Promise<OpenPlan>
  /** Another person's device, which joins with an invitation of these options. */
  meet(plan: OpenPlan, options: InviteOptions): ReturnType<typeof meetAnother>
}>({
  open: async ({ app, room }, use) => {
    const ends: (() => Promise<void>)[] = []
    await use(async (forWhom) => {
      const handle = app.device.openPlan(await app.device.startPlan({ title: 'Plan', name: 'Wanda', forWhom }))
      ends.push(() => room.during(handle.close()))
      const plan = await planOf(room, handle)
      await room.until(() => plan.sharing().connection === 'online')
      return plan
    })
    for (const end of ends) await end()
  },
  meet: async ({ room }, use) => use((plan, options) => meetAnother(room, plan, options)),
})

const meetAnother = async (room: Parameters<typeof planOf>[0], plan: OpenPlan, options: InviteOptions) => {
  const made = await room.during(plan.invite(options))
  if (!made.ok) throw new Error('There is an invitation.')
  const database = withPlanStores(createMemoryDeviceDatabase())
  const keys = await deriveKeyHolder(new Uint8Array(16).fill(9))
  const environment = room.environmentOf('phone')
  const context = { database, environment, relay: RELAY, visits: new Map(), appUrl: 'https://weef.test/' }
  const link = parseInvitationLink(made.link)!
  expect((await room.during(joinWith(context, link, '', keys))).ok).toBe(true)
  const document = Y.encodeStateAsUpdate(new Y.Doc())
  const here = await room.openAs(link.workspace, keys, 'phone', { store: database.syncStore(link.workspace), document })
  await room.until(() => here.session.state().connection === 'online' && plan.members().length === 2)
  return { here, keys, ...createMembership(here.session, keys, (length) => new Uint8Array(length).fill(7)) }
}

test('of whom it was handed over to, also when the giver owns it again', async ({ app, room, open, meet }) => {
  const plan = await open('me')
  const listed = () => app.device.plans()[0]?.whose
  expect(plan.planPerson()).toBe(plan.me)
  await room.until(() => listed() === null) // as the list of plans says it: mine
  const ans = await meet(plan, { ...LINK, role: 'owner', handOver: true })
  await room.until(() => plan.role() === 'editor')
  expect(plan.planPerson()).toBe(ans.keys.id)
  await room.until(() => listed() === '') // theirs, who gave no name
  await room.until(() => plan.members()[0]?.person === ans.keys.id) // theirs comes first
  expect((await room.during(ans.setRole(plan.me, 'owner'))).ok).toBe(true)
  await room.until(() => plan.role() === 'owner')
  expect(plan.members().map(({ person }) => person)).toEqual([ans.keys.id, plan.me])
  expect(plan.planPerson()).toBe(ans.keys.id)
})

test('of nobody while it waits for somebody, and every device is told', async ({ room, open, meet }) => {
  const plan = await open('someone')
  expect(plan.planPerson()).toBeNull()
  const { here } = await meet(plan, LINK)
  const personAt = (client: number) => here.session.personAt(client)
  await room.until(() => isForSomeone(readPlan(here.doc), plan.me, { personAt }))
  expect(isForSomeone(readPlan(here.doc), plan.me, { personAt: () => null })).toBe(true)
  expect(plan.planPerson()).toBeNull()
})
