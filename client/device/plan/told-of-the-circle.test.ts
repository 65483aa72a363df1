/** What is told of coming, going and other roles, at the whole device; and what becomes of words that a record took the pen from. */
import { expect } from 'vitest'
import { rule, test } from '#e2e/testing/handed-over.ts'
import { letIn } from '#e2e/testing/let-in.ts'
import { DEVICE, read, write } from '#e2e/testing/real-device.ts'

test('who joins while the plan is closed is told at home and on opening, once; and that one was removed', async ({
  app,
  room,
  joined,
  mine,
  open,
}) => {
  const summary = () => app.device.plans().find(({ id }) => id === mine.id)?.circle
  await room.during(app.device.openPlan(mine.id).close())
  expect(summary()).toMatchObject({ known: expect.any(Array), newcomers: [], renewed: [], gone: [], ended: null })
  const stranger = await letIn(room, await joined.inviteAgain())
  app.background.start()
  await room.until(() => summary()?.newcomers.length === 1)
  const again = await open(mine.id)
  expect(again.newcomers().map(({ person }) => person)).toEqual([stranger.id])
  await room.during(app.device.openPlan(mine.id).close())
  expect(summary()?.newcomers).toEqual([])
  expect(await room.during(rule(joined.owner).removeMember(mine.me))).toEqual({ ok: true })
  await room.pass(16 * 60_000)
  await room.until(() => summary()?.ended === 'removed')
})

test('who joins, and what another lets me do, is told while the plan is open too', async ({
  app,
  room,
  joined,
  mine,
}) => {
  // Whom this person invited is nobody new to them; that they gave the plan away is another role.
  expect([mine.newcomers(), mine.roleBefore()]).toEqual([[], 'owner'])
  // Nor at home, when the page ends without a word: nothing was closed here.
  await room.pass(60_000)
  expect(app.device.plans().find(({ id }) => id === mine.id)?.circle?.newcomers).toEqual([])
  await letIn(room, await joined.inviteAgain())
  await room.until(() => mine.newcomers().length === 1)
  expect(await room.during(rule(joined.owner).setRole(mine.me, 'reader'))).toEqual({ ok: true })
  await room.until(() => mine.role() === 'reader')
  await room.during(rule(joined.owner).setRole(mine.me, 'owner'))
  await room.until(() => mine.roleBefore() === null)
})

test('words that a record took the pen from stay, and are told: under way, typed since, typed offline, after a reload', async ({
  app,
  room,
  joined,
  mine,
  open,
}) => {
  const told = (plan = mine) =>
    plan
      .sharing()
      .unshared?.map(({ text }) => text)
      .join(' ')
  write(mine.doc, 'Ik wil')
  await room.until(() => read(joined.owner.doc) === 'Ik wil')
  room.freeze(DEVICE)
  write(mine.doc, 'naar')
  expect(await room.during(rule(joined.owner).setRole(mine.me, 'reader'))).toEqual({ ok: true })
  room.thaw(DEVICE)
  await room.until(() => mine.role() === 'reader')
  await room.until(() => told() === 'naar')
  write(mine.doc, 'de markt.') // the screen does not know it yet
  await room.until(() => told() === 'naar de markt.')
  room.network.setOffline(DEVICE, true)
  await room.settle()
  write(mine.doc, 'Samen.')
  await room.until(() => told() === 'naar de markt. Samen.')
  await room.during(app.device.openPlan(mine.id).close())
  const again = await open(mine.id)
  expect([again.role(), told(again)]).toEqual(['reader', 'naar de markt. Samen.'])
  room.network.setOffline(DEVICE, false)
  expect(await room.during(rule(joined.owner).setRole(mine.me, 'editor'))).toEqual({ ok: true })
  await room.until(() => read(joined.owner.doc) === 'Ik wil naar de markt. Samen.')
  await room.until(() => again.sharing().shared.name === 'shared')
  expect(again.sharing().unshared).toBeUndefined()
})

test('that somebody takes no part any more is told to the others, there and at home, until they look', async ({
  app,
  room,
  joined,
  mine,
  open,
}) => {
  const summary = () => app.device.plans().find(({ id }) => id === mine.id)?.circle
  const stranger = await letIn(room, await joined.inviteAgain())
  await room.until(() => mine.newcomers().length === 1)
  expect(mine.gone()).toEqual([])
  await room.during(app.device.openPlan(mine.id).close()) // a look
  expect(await room.during(rule(joined.owner).removeMember(stranger.id))).toEqual({ ok: true })
  app.background.start()
  await room.until(() => summary()?.gone?.length === 1)
  expect(summary()?.newcomers).toEqual([])
  const again = await open(mine.id)
  await room.until(() => again.gone().length === 1)
  await room.during(app.device.openPlan(mine.id).close())
  expect(summary()?.gone).toEqual([])
})

test('whoever leaves while the plan is open is told of by name; whoever I take out is not', async ({
  app,
  room,
  joined,
  mine,
  open,
}) => {
  const stranger = await letIn(room, await joined.inviteAgain())
  await room.until(() => mine.newcomers().length === 1)
  await room.during(app.device.openPlan(mine.id).close()) // a look
  const again = await open(mine.id)
  expect(await room.during(rule(joined.owner).setRole(mine.me, 'owner'))).toEqual({ ok: true })
  await room.until(() => again.role() === 'owner')
  expect(await room.during(again.removeMember(stranger.id))).toEqual({ ok: true })
  await room.until(() => again.members().length === 2)
  expect(again.gone()).toEqual([])
  expect(await room.during(rule(joined.owner).leave())).toEqual({ ok: true })
  await room.until(() => again.gone().length > 0)
  expect(
    again
      .gone()
      .map(({ name }) => name)
      .join(),
  ).toContain('Wanda')
})
