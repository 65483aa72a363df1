/** How a person is called and reads goes along into the home of their new card. */
import { expect } from 'vitest'
import '../engine.ts' // fetched when it is needed, which takes real time
import { startApp } from '#e2e/testing/real-device.ts'
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
