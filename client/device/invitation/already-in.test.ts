/** A link for somebody who takes part already: people try the link that they have just made. It stays unused. */
import { expect } from 'vitest'
import '../engine.ts' // fetched when it is needed, which takes real time
import type { InviteOptions } from '#ports/open-plan.ts'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { DEVICE, planOf } from '#e2e/testing/real-device.ts'
import { test } from '#e2e/testing/room-test.ts'
import { anotherReader } from '#e2e/testing/another-reader.ts'

const LINK = { role: 'editor', handOver: false, lifetime: 'link', withCode: false } as const

test('its maker, also without a connection, and a member who may do as much are told so', async ({ room, app }) => {
  const { device } = app
  const handle = device.openPlan(await device.startPlan({ title: 'Plan', name: 'Ans', forWhom: 'me' }))
  const plan = await planOf(room, handle)
  await room.until(() => plan.sharing().connection === 'online')
  const invite = async (options: InviteOptions) => {
    const made = await room.during(plan.invite(options))
    if (!made.ok) throw new Error(made.reason)
    return parseInvitationLink(made.link)!
  }
  const member = { ok: true, kind: 'member', workspace: plan.id }
  const [editors, owners] = [await invite(LINK), await invite({ ...LINK, role: 'owner', handOver: true })]
  const coded = await invite({ ...LINK, withCode: true })
  for (const link of [editors, owners, coded])
    expect(await room.during(device.previewInvitation(link))).toEqual({ ...member, mine: true })
  room.network.setOffline(DEVICE, true)
  expect(await room.during(device.previewInvitation(editors))).toEqual({ ...member, mine: true })
  room.network.setOffline(DEVICE, false)
  window.dispatchEvent(new Event('online'))
  await room.until(() => plan.sharing().connection === 'online')

  const friend = await anotherReader(room)
  expect(await room.during(friend.join(editors))).toMatchObject({ ok: true })
  await friend.list(plan.id)
  const readers = await invite({ ...LINK, role: 'reader' })
  expect(await room.during(friend.preview(readers))).toEqual({ ...member, mine: false })
  expect(await room.during(friend.preview(owners))).toMatchObject({ kind: 'open', role: 'owner' })
  await room.during(handle.close())
})
