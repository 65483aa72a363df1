/** [S6] A person with a link looks and joins over one connection, which ends after a while. */
import { expect, vi } from 'vitest'
import { makeJoin } from '#keys/make-records.ts'
import { holderOf, locatorFor } from '#keys/testing/circle.ts'
import { RELAY } from '#e2e/testing/relay-room.ts'
import { test as base } from '#e2e/testing/room-test.ts'
import { type InvitationVisit, isMember, openVisit } from './visit-invitation.ts'

const guest = await holderOf('guest')
const invitation = await holderOf('for guest')
const locator = locatorFor('for guest')

const test = base.extend<{ visit: InvitationVisit; join(): ReturnType<InvitationVisit['join']> }>({
  visit: async ({ room, circle, log }, use) => {
    await circle.invite('worker', 'for guest')
    log.catchUp()
    await room.hold(log.workspace, log.items)
    const environment = room.environmentOf('guest')
    await use(openVisit({ relay: RELAY, environment, workspace: log.workspace, locator, invitation }))
  },
  join: async ({ room, visit }, use) =>
    use(() => room.during(visit.join((chain) => makeJoin(chain, guest, invitation, locator)))),
})

test('looking and joining take one hello', async ({ room, circle, visit, join }) => {
  const opened = vi.spyOn(room.network, 'openSocket')
  const looked = await room.during(visit.look())
  expect([looked.ok, visit.isOpen()]).toEqual([true, true])
  await room.pass(30_000)
  const joined = await join()
  expect([joined.ok, joined.ok && joined.chain.members.has(guest.id)]).toEqual([true, true])
  expect([opened.mock.calls.length, room.network.wires().length]).toEqual([1, 0])
  const knows = isMember({
    relay: RELAY,
    environment: room.environmentOf('guest'),
    workspace: circle.chain().workspace,
    person: guest,
  })
  expect(await room.during(knows)).toBe(true)
})

test('changes while the person reads are known when they join', async ({ room, circle, visit, join }) => {
  await room.during(visit.look())
  const worker = await room.open(circle, 'worker')
  await room.until(() => worker.session.state().connection === 'online')
  await circle.renew('worker')
  const renewed = circle.records.at(-1)!
  expect(await room.during(worker.session.append(async () => renewed))).toBe('done')
  expect((await join()).ok).toBe(true)
})

test('a person who reads for too long has lost the connection, and joins over a new one', async ({ room, visit }) => {
  await room.during(visit.look())
  await room.pass(61_000)
  expect([visit.isOpen(), room.network.wires()]).toEqual([false, []])
})

test('a relay that is lost while the person reads does not count as an answer', async ({ room, visit }) => {
  await room.during(visit.look())
  for (const wire of room.network.wires().slice()) wire.reset()
  await room.settle()
  expect(visit.isOpen()).toBe(false)
})

test('a request after the end of a visit is answered', async ({ room, visit, join }) => {
  await room.during(visit.look())
  await join()
  expect(visit.isOpen()).toBe(false)
  expect(await room.during(visit.look())).toEqual({ ok: false, reason: 'offline' })
})
