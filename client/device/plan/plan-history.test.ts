/** The history of a plan says when somebody came, by the relay's clock, however long nobody wrote. */
import { expect } from 'vitest'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { planOf, write } from '#e2e/testing/real-device.ts'
import { RELAY } from '#e2e/testing/relay-room.ts'
import { test } from '#e2e/testing/room-test.ts'
import { joinWith } from '../invitation/invitations.ts'

const HALF_AN_HOUR_MS = 1_800_000

test('somebody who joined stands there at that time', async ({ app: { device }, room }) => {
  const handle = device.openPlan(await device.startPlan({ title: 'Plan', name: 'Ans', forWhom: 'me' }))
  const plan = await planOf(room, handle)
  await room.until(() => plan.sharing().connection === 'online')
  const made = await room.during(plan.invite({ role: 'editor', handOver: false, lifetime: 'link', withCode: false }))
  const link = made.ok ? parseInvitationLink(made.link) : null
  if (link === null) throw new Error('There is an invitation.')
  const friend = {
    database: withPlanStores(createMemoryDeviceDatabase()),
    environment: room.environmentOf('phone'),
    relay: RELAY,
    visits: new Map(),
    appUrl: 'https://weef.test/',
  }
  const keys = await deriveKeyHolder(new Uint8Array(16).fill(9))
  expect(await room.during(joinWith(friend, link, '', keys))).toMatchObject({ ok: true })
  await room.until(() => plan.members().length === 2)
  const by = Date.now()
  await room.pass(HALF_AN_HOUR_MS)
  write(plan.doc, 'Een half uur later.')
  await room.until(() => plan.sharing().shared.name === 'shared')
  const history = await room.during(plan.history())
  const { lines } = await room.during(history.page(history.entries))
  const joined = lines.find(({ act }) => act === 'joined')
  expect(joined).toMatchObject({ person: keys.id, certainty: 'known' })
  expect(joined?.at).toBeLessThanOrEqual(by)
  await room.during(handle.close())
})
