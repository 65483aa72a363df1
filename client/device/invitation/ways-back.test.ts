/** A plan that was taken off this device stays off, whichever way somebody tries to come back. */
import { expect } from 'vitest'
import '../engine.ts' // fetched when it is needed, which takes real time
import type { InvitationContext } from './invitations.ts'
import { invite } from './inviting.ts'
import type { InviteOptions } from '#ports/open-plan.ts'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import { makeRoot } from '#keys/make-records.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { UNNUMBERED } from '#sync/log/restore.ts'
import { planOf } from '#e2e/testing/real-device.ts'
import { RELAY } from '#e2e/testing/relay-room.ts'
import { test as base } from '#e2e/testing/room-test.ts'
import * as Y from 'yjs'

const LINK: InviteOptions = { role: 'editor', handOver: false, lifetime: 'link', withCode: false }

/** Another person's plan, and how they invite to it. */
const test = base.extend<{ inviting: (options?: InviteOptions) => Promise<{ link: string; code: string | null }> }>({
  inviting: async ({ room, app }, use) => {
    void app
    const environment = room.environmentOf('phone')
    const keys = await deriveKeyHolder(new Uint8Array(16).fill(9))
    const root = await makeRoot(keys, 'plan', environment.randomBytes)
    const { workspace } = decodeRecord(root)!
    const database = withPlanStores(createMemoryDeviceDatabase())
    await database.syncStore(workspace).addRecords([{ seq: UNNUMBERED, bytes: root }])
    const document = Y.encodeStateAsUpdate(new Y.Doc())
    const here = await room.openAs(workspace, keys, 'phone', { store: database.syncStore(workspace), document })
    await room.until(() => here.session.state().connection === 'online')
    const context: InvitationContext = {
      database,
      environment,
      relay: RELAY,
      visits: new Map(),
      appUrl: 'https://weef.test/',
    }
    await use(async (options = LINK) => {
      const made = await room.during(
        invite({ context, session: here.session, workspace, person: keys }, options, { name: 'not-said' }, ''),
      )
      if (!made.ok) throw new Error('There is an invitation.')
      return made
    })
  },
})

test('taken off: the used link asks, and the address and a new start of the app open nothing', async ({
  room,
  app,
  browser,
  inviting,
}) => {
  const { device, background } = app
  const link = parseInvitationLink((await inviting()).link)!
  const joined = await room.during(device.join(link, { name: 'Noor', code: '' }))
  expect(joined).toMatchObject({ ok: true })
  const handle = device.openPlan(link.workspace)
  await planOf(room, handle)
  expect(await room.during(device.previewInvitation(link))).toMatchObject({ kind: 'mine' })
  await room.during(device.takeOff(link.workspace))

  expect(await room.during(device.previewInvitation(link))).toMatchObject({ ok: true, kind: 'taken-off' }) // asked before it comes back
  expect(await room.during(device.join(link, { name: '', code: '' }))).toEqual({ ok: false, reason: 'used' })
  expect(await room.during(device.previewInvitation(link))).toMatchObject({ ok: true, kind: 'taken-off' }) // asked before it comes back
  background.start()
  await room.pass(20_000)
  const address = device.openPlan(link.workspace)
  await room.until(() => address.state().name !== 'opening')
  expect(address.state()).toEqual({ name: 'failed', reason: 'not-on-device' })
  expect(device.plans()).toEqual([])
  const again = await browser.openApp()
  expect(again.device.plans()).toEqual([])
  expect(await room.during(again.device.previewInvitation(link))).toMatchObject({ ok: true, kind: 'taken-off' }) // asked before it comes back
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`weef-plan-${link.workspace}`)
  await room.during(address.close())
})

test('taken off: a link with a spoken code opens nothing either', async ({ room, app: { device }, inviting }) => {
  const { link: url, code } = await inviting({ ...LINK, withCode: true })
  const link = parseInvitationLink(url)!
  expect(await room.during(device.join(link, { name: '', code: code! }))).toMatchObject({ ok: true })
  await room.during(device.takeOff(link.workspace))
  expect(await room.during(device.join(link, { name: '', code: code! }))).toEqual({ ok: false, reason: 'used' })
  expect(device.plans()).toEqual([])
})

test('taken off while it was open: nothing that closes writes it back', async ({ room, app: { device }, inviting }) => {
  const link = parseInvitationLink((await inviting()).link)!
  await room.during(device.join(link, { name: '', code: '' }))
  const handle = device.openPlan(link.workspace)
  const plan = await planOf(room, handle)
  plan.doc.getMap('values').set('x', 1)
  await room.during(device.takeOff(link.workspace))
  await room.during(handle.close())
  await room.pass(5_000)
  expect(device.plans()).toEqual([])
})
