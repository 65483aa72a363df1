/** What did not add up in a home is told on the device of its person, and stays put away. */
import { expect } from 'vitest'
import { deriveHome } from '#keys/home-workspace.ts'
import { itemKind } from '#shared/protocol/log.ts'
import { test } from '#e2e/testing/room-test.ts'

const ALL = { after: 0, maxItems: 1_000, maxBytes: 1e6, recordsOnly: false }

test('an entry that a relay has forged', async ({ app, room, browser }) => {
  await app.device.startPlan({ title: 'Rustig wonen', name: 'Ans', forWhom: 'me' })
  const { id } = await deriveHome(Uint8Array.from((await app.database.readPersonSecret())!))
  app.background.start()
  await room.pass(20_000)
  expect(app.device.home.alarms()).toEqual([])

  const honest = await room.store.read(id, ALL)
  const forged = Uint8Array.from(honest.findLast(({ bytes }) => itemKind(bytes) === 'entry')?.bytes ?? [])
  forged.set([1 ^ (forged.at(-1) ?? 0)], forged.length - 1) // its signature
  const liar = await room.backup(id, honest.length)
  const times = { receivedAt: Date.now(), joined: [], ended: [] }
  await liar.append([{ workspace: id, expectedRecord: 0, items: [forged], ...times }])
  room.replace(liar)
  window.dispatchEvent(new Event('online'))
  await room.until(() => app.device.home.alarms().length > 0)
  expect(app.device.home.alarms()).toMatchObject([{ name: 'unsigned', person: null, putAwayAt: null }])

  await app.device.home.dismissAlarms()
  const [dismissed] = app.device.home.alarms()
  expect(dismissed?.putAwayAt).not.toBeNull()
  const again = await browser.openApp()
  await again.device.keyCard() // fetches the engine, in time that no test lets pass
  again.background.start()
  await room.until(() => again.device.home.alarms().length > 0)
  expect(again.device.home.alarms()).toEqual([dismissed])
})
