/** What screens are told of an open plan is true at every moment (C1), and holds whatever others' records say. */
import { expect } from 'vitest'
import { invitationSeed, locatorOf, parseInvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import { makeInvite, makeRoot } from '#keys/make-records.ts'
import { valuesOf } from '#domain/document/plan-doc.ts'
import { readTitles } from '#domain/plan/plan.ts'
import { ROOM_INVITATION_MS } from '#shared/protocol/limits.ts'
import type { OpenPlan } from '#ports/open-plan.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import { openDeviceDatabase } from '#storage/device/indexeddb-device-database.ts'
import { DEVICE, openBrowser, planOf, startApp, write } from '#e2e/testing/real-device.ts'
import { test as base } from '#e2e/testing/room-test.ts'

const DAY_MS = 86_400_000

const test = base.override({ limits: { openInvitations: 1 } }).extend<{ plan: OpenPlan }>({
  plan: async ({ app: { device }, room }, use) => {
    const handle = device.openPlan(await device.startPlan({ title: 'Plan', name: '', forWhom: 'me' }))
    const plan = await planOf(room, handle)
    await room.until(() => plan.sharing().connection === 'online')
    await use(plan)
    await room.during(handle.close())
  },
})

test('alone, a plan is only here until the relay has it too; nothing calls that shared', async ({ room, plan }) => {
  await room.until(() => plan.sharing().shared.name === 'kept')
  room.freeze(DEVICE)
  write(plan.doc, 'woorden')
  expect(plan.sharing().shared).toEqual({ name: 'keeping' })
  room.sayOffline(DEVICE)
  await room.settle()
  expect(plan.sharing().shared).toEqual({ name: 'only-here' })
  room.thaw(DEVICE)
  await room.until(() => plan.sharing().shared.name === 'kept')
})

test('with somebody invited a plan is shared or not', async ({ room, plan, app: { device } }) => {
  const invited = await room.during(plan.invite({ role: 'editor', handOver: false, lifetime: 'link', withCode: false }))
  expect(invited.ok).toBe(true)
  await room.until(() => plan.sharing().shared.name === 'shared')
  await room.until(() => device.plans()[0]?.invited === true) // so that the home screen says the same
  room.freeze(DEVICE)
  write(plan.doc, 'woorden')
  expect(plan.sharing().shared).toEqual({ name: 'sharing' })
  room.sayOffline(DEVICE)
  await room.settle()
  expect(plan.sharing()).toMatchObject({ shared: { name: 'not-shared-yet' }, connection: 'offline' })
  window.dispatchEvent(new Event('online')) // a try, not a proof
  await room.pass(200)
  expect(plan.sharing()).toMatchObject({ shared: { name: 'not-shared-yet' }, connection: 'connecting' })
  room.thaw(DEVICE)
  await room.until(() => plan.sharing().shared.name === 'shared')
})

test('an open invitation beyond the limit is refused as too many, and not stored', async ({ room, plan }) => {
  const invite = () => room.during(plan.invite({ role: 'editor', handOver: false, lifetime: 'link', withCode: false }))
  const first = await invite()
  expect(first.ok).toBe(true)
  expect(await invite()).toEqual({ ok: false, reason: 'too-many' })
  await room.until(() => plan.invitations().length === 1)
  if (first.ok) await room.during(plan.cancelInvitation(first.locator))
  expect(await invite()).toMatchObject({ ok: true })
})

test('an invitation ends by the relay’s clock, also on a device whose own is a day off', async ({ room }) => {
  for (const off of [DAY_MS, -DAY_MS]) {
    openBrowser()
    const now = (): number => Date.now() + off
    const { device } = await startApp(room, { environment: { ...room.environmentOf(DEVICE), now } })
    const handle = device.openPlan(await device.startPlan({ title: 'Plan', name: '', forWhom: 'me' }))
    const plan = await planOf(room, handle)
    await room.until(() => plan.sharing().connection === 'online')
    const made = await room.during(plan.invite({ role: 'editor', handOver: false, lifetime: 'room', withCode: false }))
    if (!made.ok) throw new Error('There is an invitation.')
    for (const expiresAt of [made.expiresAt, plan.invitations()[0]?.expiresAt])
      expect(Math.abs((expiresAt ?? 0) - now() - ROOM_INVITATION_MS)).toBeLessThan(61_000)
    await room.during(handle.close())
  }
})

test('a link that was used is kept no longer: it would still read what was written before', async ({ room, plan }) => {
  const invited = await room.during(plan.invite({ role: 'editor', handOver: false, lifetime: 'link', withCode: false }))
  const link = invited.ok ? parseInvitationLink(invited.link) : null
  if (link === null) throw new Error('There is an invitation.')
  const mine = globalThis.indexedDB
  const kept = async (): Promise<number> => {
    const opened = await openDeviceDatabase()
    if (!opened.ok) throw new Error(opened.reason)
    return (await opened.database.readInvitations()).filter(({ kind }) => kind === 'made').length
  }
  expect(await kept()).toBe(1)
  openBrowser()
  const friend = await startApp(room)
  expect(await room.during(friend.device.join(link, { name: 'Sam', code: '' }))).toMatchObject({ ok: true })
  globalThis.indexedDB = mine
  await room.until(() => plan.members().length === 2)
  await room.settle()
  expect(await kept()).toBe(0)
})

test('an invitation that ends later than a date can name is shown, and ends at the last moment that one can', async ({
  app,
  room,
  plan,
}) => {
  const me = await deriveKeyHolder(Uint8Array.from((await app.database.readPersonSecret())!))
  const secret = new Uint8Array(16).fill(3)
  const invitation = await deriveKeyHolder(invitationSeed(secret, null))
  const terms = { role: 'editor', expiresAt: Number.MAX_SAFE_INTEGER, inviterBecomes: 'same' } as const
  const phone = await room.openAs(plan.id, me, 'phone')
  await room.until(() => phone.session.state().connection === 'online')
  const made = phone.session.append(async (chain, key) =>
    makeInvite(chain, me, invitation, key, { ...terms, locator: locatorOf(secret) }),
  )
  expect(await room.during(made)).toBe('done')
  await room.until(() => plan.invitations().length === 1)
  const [shown] = plan.invitations()
  expect(new Date(shown?.expiresAt ?? NaN).getTime()).toBe(8.64e15)
})

test('a workspace that is no plan is not opened as one, and nothing of its row changes', async ({ app, room }) => {
  const me = await deriveKeyHolder(Uint8Array.from((await app.database.readPersonSecret())!))
  const handle = app.device.openPlan(await app.device.startPlan({ title: 'Plan', name: '', forWhom: 'me' }))
  await planOf(room, handle)
  await room.during(handle.close())
  const [row] = await app.database.readPlans()
  const root = await makeRoot(me, 'codesign', (length) => new Uint8Array(length).fill(5))
  const other = { ...row!, id: decodeRecord(root)!.workspace, title: 'Iets van later' }
  await app.database.savePlan(other)
  await app.database.syncStore(other.id).addRecords([{ seq: 1, bytes: root }])
  const tab = await startApp(room)
  const opened = tab.device.openPlan(other.id)
  await room.until(() => opened.state().name !== 'opening')
  expect(opened.state()).toEqual({ name: 'failed', reason: 'outdated-app' })
  await room.during(opened.close())
  expect((await app.database.readPlans()).find(({ id }) => id === other.id)?.title).toBe('Iets van later')
})

test('a schema version above ours stops nothing: the plan stays open, and opens again', async ({
  app: { device },
  room,
}) => {
  const id = await device.startPlan({ title: 'Plan van Ans', name: '', forWhom: 'me' })
  const first = device.openPlan(id)
  valuesOf((await planOf(room, first)).doc).set('plan/schema#x', 1_000)
  await room.pass(1_000) // the row is stored twice meanwhile
  expect(first.state().name).toBe('open')
  await room.during(first.close())
  const second = device.openPlan(id)
  const plan = await planOf(room, second)
  expect([readTitles(plan.doc), plan.titleBefore()]).toEqual([['Plan van Ans'], 'Plan van Ans'])
  expect(plan.mayRule(plan.me)).toBe(true)
  await room.during(second.close())
})
