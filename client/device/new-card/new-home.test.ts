/** Whoever has a new card is who they were: to themself, in the home of that card, and in the history of their plans. */
import { expect } from 'vitest'
import '../engine.ts' // fetched when it is needed, which takes real time
import { planOf, startApp, write } from '#e2e/testing/real-device.ts'
import { test } from '#e2e/testing/room-test.ts'

test('my name, colour and letters stay as they were, here and in the home of the new card', async ({
  room,
  app,
  browser,
}) => {
  const { home } = app.device
  await app.device.startPlan({ title: 'Rustig wonen', name: 'Ans', forWhom: 'me' })
  app.background.start()
  await room.during(home.setMe({ name: 'Ans B.', colour: 3, textSize: 'larger' }))
  await room.pass(20_000) // the home has met them
  await room.during(app.device.renewCard())
  await room.until(() => app.device.newCard().name === 'done')
  expect(home.me()).toMatchObject({ name: 'Ans B.', colour: 3, textSize: 'larger' })
  const { characters } = await app.device.keyCard()
  await room.pass(20_000)
  await room.during(app.background.giveWay())
  await browser.loseEverything()
  const found = await startApp(room)
  await room.during(found.device.takeCard(characters))
  found.background.start()
  await room.until(() => found.device.home.me().name === 'Ans B.')
  expect(found.device.home.me()).toMatchObject({ colour: 3, textSize: 'larger' })
  await room.pass(20_000)
  await room.during(found.background.giveWay())
})

test('what I did with both cards is one person’s in the history', async ({ room, app }) => {
  const { device, background } = app
  const id = await device.startPlan({ title: 'Rustig wonen', name: 'Ans', forWhom: 'me' })
  const first = device.openPlan(id)
  write((await planOf(room, first)).doc, 'Met de oude kaart.')
  await room.until(() => device.plans().every(({ unshared }) => !unshared))
  await room.during(first.close())
  await room.during(device.renewCard())
  background.start()
  await room.until(() => device.newCard().name === 'done')
  const again = device.openPlan(id)
  const plan = await planOf(room, again)
  await room.until(() => plan.sharing().connection === 'online')
  write(plan.doc, 'Met de nieuwe kaart.')
  await room.until(() => device.plans().every(({ unshared }) => unshared))
  await room.until(() => device.plans().every(({ unshared }) => !unshared))
  const history = await room.during(plan.history())
  const { lines } = await room.during(history.page(history.entries))
  expect(lines.map(({ act }) => act)).toContain('moved')
  expect(new Set(lines.map(({ person }) => person))).toEqual(new Set([plan.me]))
  await room.during(again.close())
})
