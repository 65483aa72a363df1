/** Coming and going, at the whole device: removed, leaving, closing, and every way back. */
import { expect } from 'vitest'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { LINK, rule, test } from '#e2e/testing/handed-over.ts'
import { DEVICE, read, write } from '#e2e/testing/real-device.ts'

test('an owner takes somebody out: the others see them go, and they get nothing more', async ({ room, mine, meet }) => {
  const made = await room.during(mine.invite(LINK))
  if (!made.ok) throw new Error('There is an invitation.')
  const other = await meet(made.link)
  await room.until(() => mine.members().length === 2)
  expect(await room.during(mine.removeMember(other.keys.id))).toEqual({ ok: true })
  await room.until(() => mine.members().length === 1)
  write(mine.doc, 'Zonder jou.')
  await room.pass(5_000)
  expect(read(other.doc)).toBe('')
  expect(other.here.session.state().connection).toEqual({ refused: 'removed' })
  expect(await room.during(mine.removeMember(other.keys.id))).toEqual({ ok: true }) // once is enough
})

test('without a connection nobody is removed, nobody leaves, nothing is closed', async ({ room, joined, mine }) => {
  room.network.setOffline(DEVICE, true)
  await room.settle()
  const offline = { ok: false, reason: 'offline' }
  expect(await room.during(mine.removeMember(joined.owner.keys.id))).toEqual(offline)
  expect(await room.during(mine.leave())).toEqual(offline)
  expect(await room.during(mine.closeForAll())).toEqual(offline)
  expect(mine.ended()).toBeNull()
})

test('removed: who did it is told, the words stay to be read, and the pen is put down', async ({
  room,
  joined,
  mine,
  open,
}) => {
  write(mine.doc, 'Van mij.')
  await room.until(() => mine.sharing().shared.name === 'shared')
  expect(await room.during(rule(joined.owner).removeMember(mine.me))).toEqual({ ok: true })
  await room.until(() => mine.ended() !== null)
  expect(mine.ended()).toEqual({ how: 'removed', by: joined.owner.keys.id })
  expect(mine.sharing().connection).toEqual({ refused: 'removed' })
  expect([mine.role(), read(mine.doc)]).toEqual(['reader', 'Van mij.'])
  const again = await open(mine.id) // as after a reload
  expect([again.ended()?.by, read(again.doc)]).toEqual([joined.owner.keys.id, 'Van mij.'])
})

test('a removed person joins again with a new invitation, and what was not shared arrives then', async ({
  app,
  room,
  joined,
  mine,
  open,
}) => {
  write(mine.doc, 'Gedeeld.')
  await room.until(() => read(joined.owner.doc) === 'Gedeeld.')
  room.freeze(DEVICE)
  write(mine.doc, 'Nog niet.')
  expect(await room.during(rule(joined.owner).removeMember(mine.me))).toEqual({ ok: true })
  room.thaw(DEVICE)
  await room.until(() => mine.ended() !== null)
  expect(mine.ended()?.by).toBe(joined.owner.keys.id) // the log told it before the connection ended
  const link = parseInvitationLink(await joined.inviteAgain())!
  expect(await room.during(app.device.previewInvitation(link))).toMatchObject({ ok: true, kind: 'open' })
  expect(await room.during(app.device.join(link, { name: '', code: '' }))).toMatchObject({ ok: true })
  const again = await open(mine.id)
  await room.until(() => read(joined.owner.doc) === 'Gedeeld. Nog niet.')
  expect([again.ended(), again.role()]).toEqual([null, 'editor'])
})

test('removed while away: the relay alone says so, nobody is named, and writing goes on here', async ({
  room,
  joined,
  mine,
}) => {
  room.network.setOffline(DEVICE, true)
  await room.settle()
  expect(await room.during(rule(joined.owner).removeMember(mine.me))).toEqual({ ok: true })
  room.network.setOffline(DEVICE, false)
  await room.until(() => mine.ended() !== null)
  expect([mine.ended(), mine.role()]).toEqual([{ how: 'removed', by: null }, 'editor'])
})

test('whoever leaves shares what they wrote first, and keeps a copy that says so', async ({ room, joined, mine }) => {
  write(mine.doc, 'Nog even dit.')
  expect(await room.during(mine.leave())).toEqual({ ok: true })
  await room.until(() => mine.ended() !== null)
  expect([mine.ended(), mine.role()]).toEqual([{ how: 'left', by: mine.me }, 'reader'])
  await room.until(() => read(joined.owner.doc) === 'Nog even dit.')
  expect(joined.owner.here.session.state().chain?.members.size).toBe(1)
})

test('the last owner cannot leave', async ({ room, mine }) => {
  expect(await room.during(mine.leave())).toEqual({ ok: false, reason: 'refused' })
  expect(mine.ended()).toBeNull()
})

test('closed: the relay has nothing left, and everybody keeps a copy to read', async ({
  app,
  room,
  joined,
  mine,
  open,
}) => {
  write(mine.doc, 'Tot hier.')
  await room.until(() => read(joined.owner.doc) === 'Tot hier.')
  expect(await room.during(mine.closeForAll())).toEqual({ ok: false, reason: 'refused' }) // an editor
  expect(await room.during(rule(joined.owner).closeForAll())).toEqual({ ok: true })
  await room.until(() => mine.ended() !== null)
  expect([mine.ended(), mine.role(), read(mine.doc)]).toEqual([
    { how: 'closed', by: joined.owner.keys.id },
    'reader',
    'Tot hier.',
  ])
  expect(await room.countEntries(mine.id)).toBe(0)
  const again = await open(mine.id)
  expect([again.ended()?.how, read(again.doc)]).toEqual(['closed', 'Tot hier.'])
  await room.during(app.device.openPlan(mine.id).close())
  app.background.start()
  await room.pass(5_000)
  expect(room.network.wires().filter(({ device }) => device === DEVICE)).toEqual([]) // a visit has nothing to wait for
})
