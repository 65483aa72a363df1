/** What a story in a relay room begins with. */
import { expect } from 'vitest'
import { test } from './room-test.ts'

test('the circle of three reads in a room what the log has, and what one of them writes next', async ({
  room,
  gather,
}) => {
  const all = await gather('worker', 'resident', 'neighbour')
  await room.pass(1_000)
  expect(all.map((each) => each.story())).toEqual(['good morning', 'good morning', 'good morning'])
  all[0].doc.getText('story').insert(0, 'a ')
  await room.pass(1_000)
  expect(all.map((each) => each.story())).toEqual(['a good morning', 'a good morning', 'a good morning'])
})

test('an app in a browser of its own has no plan, and finds after a reload what it kept', async ({ browser, app }) => {
  expect(app.device.plans()).toEqual([])
  await app.device.startPlan({ title: 'Plan', name: '', forWhom: 'me' })
  expect((await browser.openApp()).device.plans().map(({ title }) => title)).toEqual(['Plan'])
})
