/** The sharing state of an open plan is true at every moment (C1). */
import { expect } from 'vitest'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { valuesOf } from '#domain/document/plan-doc.ts'
import { readTitles } from '#domain/plan/plan.ts'
import type { OpenPlan } from '#ports/open-plan.ts'
import { openDeviceDatabase } from '#storage/device/indexeddb-device-database.ts'
import { DEVICE, openBrowser, planOf, startApp, write } from '#e2e/testing/real-device.ts'
import { test as base } from '#e2e/testing/room-test.ts'

const test = base.override({ limits: { openInvitations: 1 } }).extend<{ plan: OpenPlan }>({
  plan: async ({ app: { device }, room }, use) => {
    const handle = device.openPlan(await device.startPlan({ title: 'Plan', name: '', forWhom: 'me' }))
    const plan = await planOf(room, handle)
    await room.until(() => plan.sharing().connection === 'online')
    await use(plan)
    await room.during(handle.close())
  },
})

test('alone, a plan is only on this device; with somebody invited it is shared or not', async ({ room, plan }) => {
  expect(plan.sharing().shared).toEqual({ name: 'only-here' })
  const invited = await room.during(plan.invite({ role: 'editor', handOver: false, lifetime: 'link', withCode: false }))
  expect(invited.ok).toBe(true)
  await room.until(() => plan.sharing().shared.name === 'shared')
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
