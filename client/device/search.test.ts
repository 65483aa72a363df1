/** What stands in a plan can be searched on this device: while it is open, after it has closed, and without a connection. */
import { expect } from 'vitest'
import { planOf, write } from '#e2e/testing/real-device.ts'
import { test } from '#e2e/testing/room-test.ts'
import { createDocuments } from './store/documents.ts'

test('open or not, each passage is there, and looking changes nothing', async ({ app, room }) => {
  const { device, database } = app
  const id = await device.startPlan({ title: 'Plan', name: 'Ans', forWhom: 'me' })
  expect(await device.readPassages(id)).toEqual([])
  const handle = device.openPlan(id)
  const plan = await planOf(room, handle)
  write(plan.doc, 'Ik mis mijn fiets.')
  await room.until(() => plan.sharing().saved === 'saved')
  const passages = [{ part: 'story', thing: null, text: 'Ik mis mijn fiets.' }]
  expect(await room.during(device.readPassages(id))).toEqual(passages)
  await room.during(handle.close())
  const salts = (await database.syncStore(id).load()).salts.length
  expect(await room.during(device.readPassages(id))).toEqual(passages)
  expect((await database.syncStore(id).load()).salts.length).toBe(salts)
})

test('a plan that cannot be read is found by its name alone', async ({ app, room }) => {
  const id = await app.device.startPlan({ title: 'Plan', name: 'Ans', forWhom: 'me' })
  await createDocuments(app.database, room.environmentOf('laptop'), true).remove(id)
  indexedDB.open = () => {
    throw new DOMException('The browser closed it.', 'UnknownError')
  }
  expect(await app.device.readPassages(id)).toEqual([])
})
