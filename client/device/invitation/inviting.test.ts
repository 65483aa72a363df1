/** Invitations that are made without a connection: stored first, recorded at the next one, and told about until then. */
import { expect } from 'vitest'
import '../engine.ts' // fetched when it is needed, which takes real time
import type { Member, OpenPlan } from '#ports/open-plan.ts'
import { LINK_INVITATION_MS } from '#shared/protocol/limits.ts'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { ME, WORKER } from '#testing/fake-plan.ts'
import { DEVICE, planOf } from '#e2e/testing/real-device.ts'
import { test as base } from '#e2e/testing/room-test.ts'
import { anotherReader } from '#e2e/testing/another-reader.ts'
import { whoseIs } from './inviting.ts'

const LINK = { role: 'editor', handOver: false, lifetime: 'link', withCode: false } as const

/** A plan that the relay knows, on a device that has lost its connection. */
const test = base.extend<{ plan: OpenPlan; close(): Promise<void>; lose(): Promise<void>; regain(): void }>({
  plan: async ({ app, room }, use) => {
    const handle = app.device.openPlan(await app.device.startPlan({ title: 'Plan', name: 'Ans', forWhom: 'me' }))
    const plan = await planOf(room, handle)
    await room.until(() => plan.sharing().connection === 'online')
    await use(plan)
    await room.during(handle.close())
  },
  close: async ({ app, room, plan }, use) => use(() => room.during(app.device.openPlan(plan.id).close())),
  lose: async ({ room }, use) => {
    await use(async () => {
      room.network.setOffline(DEVICE, true)
      await room.settle()
    })
  },
  regain: async ({ room }, use) => {
    await use(() => {
      room.network.setOffline(DEVICE, false)
      window.dispatchEvent(new Event('online'))
    })
  },
})

test('made offline, it stands in the list, and works once there was a connection; its time runs from then', async ({
  room,
  plan,
  lose,
  regain,
}) => {
  await lose()
  const made = await room.during(plan.invite({ ...LINK, organisation: 'Buurtteam Oost' }))
  if (!made.ok) throw new Error('There is an invitation.')
  expect(made.expiresAt).toBeNull()
  expect(plan.invitations()).toMatchObject([{ locator: made.locator, expiresAt: null, link: made.link, failure: null }])
  const link = parseInvitationLink(made.link)!
  regain()
  await room.pass(100)
  await room.until(() => plan.invitations()[0]?.expiresAt !== null)
  const at = plan.invitations()[0]?.expiresAt ?? 0
  expect(at).toBeGreaterThan(Date.now() + LINK_INVITATION_MS - 5_000)
  expect(await room.during((await anotherReader(room)).preview(link))).toMatchObject({
    ok: true,
    kind: 'open',
    greeting: { inviter: 'Ans', organisation: 'Buurtteam Oost', whose: { name: 'inviters' } },
  })
})

test('before that, whoever opens the link reads that it does not work yet, and from whom it is', async ({
  room,
  app,
  plan,
  lose,
  regain,
}) => {
  await lose()
  const made = await room.during(plan.invite(LINK))
  if (!made.ok) throw new Error('There is an invitation.')
  const link = parseInvitationLink(made.link)!
  await room.during(plan.cancelInvitation(made.locator)) // so that it is never recorded
  regain()
  await room.until(() => plan.sharing().connection === 'online')
  expect(await room.during(app.device.previewInvitation(link))).toMatchObject({
    ok: false,
    reason: 'not-yet',
    greeting: { inviter: 'Ans' },
  })
  expect(await room.during(app.device.previewInvitation({ ...link, greeting: null }))).toMatchObject({
    reason: 'wrong',
  })
  expect(plan.invitations()).toEqual([])
})

test('a visit in the background records it, with the spoken code and the hand-over that were chosen', async ({
  room,
  app,
  plan,
  lose,
  close,
  regain,
}) => {
  await lose()
  const made = await room.during(plan.invite({ ...LINK, role: 'owner', handOver: true, withCode: true }))
  if (!made.ok) throw new Error('There is an invitation.')
  await close()
  regain()
  app.background.start()
  await room.pass(15_000)
  const handle = app.device.openPlan(plan.id)
  const again = await planOf(room, handle)
  expect(again.invitations()).toMatchObject([{ locator: made.locator, role: 'owner', expiresAt: expect.any(Number) }])
  expect(await app.database.readInvitations()).toMatchObject([
    { locator: made.locator, waiting: null, code: made.code },
  ])
  await room.during(handle.close())
})

test('an answer that was lost makes no second record', async ({ room, plan, regain }) => {
  const inviting = plan.invite(LINK)
  await room.until(() => room.answers.length > 0)
  room.network.setOffline(DEVICE, true)
  await room.settle()
  const made = await room.during(inviting)
  if (!made.ok) throw new Error('There is an invitation.')
  regain()
  await room.until(() => plan.invitations()[0]?.expiresAt !== null)
  await room.pass(10_000)
  expect(plan.invitations()).toHaveLength(1)
})

const limited = test.override({ limits: { openInvitations: 1 } })

limited('one that cannot be recorded says why, and can be put away', async ({ room, plan, lose, regain }) => {
  expect((await room.during(plan.invite(LINK))).ok).toBe(true)
  await lose()
  const made = await room.during(plan.invite(LINK))
  if (!made.ok) throw new Error('It waits.')
  regain()
  await room.until(() => plan.invitations().some(({ failure }) => failure === 'too-many'))
  await room.during(plan.cancelInvitation(made.locator))
  await room.until(() => plan.invitations().length === 1)
})

test('a used link is forgotten by the device that made it', async ({ room, app, plan }) => {
  const made = await room.during(plan.invite(LINK))
  if (!made.ok) throw new Error('There is an invitation.')
  const [row] = await app.database.readInvitations()
  expect(row?.link).toBe(made.link)
  const link = parseInvitationLink(made.link)!
  expect((await room.during((await anotherReader(room)).join(link))).ok).toBe(true)
  await room.until(() => plan.members().length === 2)
  await room.pass(1_000)
  expect(await app.database.readInvitations()).toEqual([])
})

base('whose plan it is, is said where this device knows it, and nowhere else', () => {
  const owner: Member = { ...WORKER, role: 'owner', name: 'Sam' }
  expect(whoseIs([ME], 'me', true)).toEqual({ name: 'theirs' })
  expect(whoseIs([ME, owner], 'me', false)).toEqual({ name: 'inviters' })
  expect(whoseIs([ME, WORKER], 'joined', false)).toEqual({ name: 'inviters' })
  expect(whoseIs([ME, owner], 'joined', false)).toEqual({ name: 'not-said' })
  expect(whoseIs([ME, owner], 'someone', false)).toEqual({ name: 'of', person: 'Sam' })
  expect(whoseIs([ME, { ...owner, name: '' }], 'someone', false)).toEqual({ name: 'not-said' })
  expect(whoseIs([ME, WORKER], 'someone', false)).toEqual({ name: 'not-said' })
})
