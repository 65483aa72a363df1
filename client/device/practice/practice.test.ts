/** The practice plan on the device: filled, stored, restarted, and never online. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readCheckIns } from '#domain/wheel/check-ins.ts'
import { readContactCards } from '#domain/contact/contact.ts'
import { readConversations } from '#domain/conversations/conversations.ts'
import { addGoal, readGoals } from '#domain/goals/goals.ts'
import { readWishes } from '#domain/goals/wishes.ts'
import { PRACTICE_ID } from '#domain/plan/practice-id.ts'
import type { OpenPlan, OpenPlanHandle } from '#ports/open-plan.ts'
import { openBrowser, planOf, read, startApp } from '#e2e/testing/real-device.ts'
import { createRelayRoom, type RelayRoom } from '#e2e/testing/relay-room.ts'
import type { OpenedDevice } from '../device.ts'
// Lazily loaded in the app; preloaded here, because the clock does not advance by itself.
import './run-practice.ts'

let room: RelayRoom
let app: OpenedDevice
let handle: OpenPlanHandle
let sockets: number

beforeEach(async () => {
  openBrowser()
  Object.assign(document, { documentElement: { lang: 'nl' } })
  room = createRelayRoom()
  vi.setSystemTime(new Date(2026, 10, 22)) // three weeks after the earliest possible day
  const { openSocket } = room.network
  sockets = 0
  vi.spyOn(room.network, 'openSocket').mockImplementation((device) => {
    sockets += 1
    return openSocket(device)
  })
  app = await startApp(room)
  app.background.start()
})
afterEach(async () => {
  await room.during(handle.close())
  await room.pass(20_000)
  expect(sockets).toBe(0)
  expect(app.device.plans()).toEqual([])
  await room.end()
  vi.unstubAllGlobals()
  expect(room.errors).toEqual([])
})
const open = (): Promise<OpenPlan> => {
  handle = app.device.openPlan(PRACTICE_ID)
  return planOf(room, handle)
}

test('it holds three weeks of two people, with known authors', async () => {
  const { doc, me, members, news, personAt, practice, sharing } = await open()
  expect(practice).toBe(true)
  expect(members().map(({ name, me: mine }) => [name, mine])).toEqual([
    ['Samira', true],
    ['Wilma', false],
  ])
  expect(readCheckIns(doc)).toHaveLength(3)
  expect(readWishes(doc)).toHaveLength(2)
  expect(readGoals(doc).map(({ steps }) => steps.length)).toEqual([2, 3])
  expect(readConversations(doc)).toHaveLength(2)
  expect(readContactCards(doc)).toHaveLength(2)
  expect(read(doc)).toContain('Ik ben Samira')
  const makers = new Set(readGoals(doc).map(({ maker }) => personAt(maker ?? 0)))
  expect(makers.size).toBe(2)
  expect(makers).toContain(me)
  expect(news()).toMatchObject([{ name: 'Wilma', parts: [{ part: 'goals', things: 3 }] }])
  expect(sharing().shared).toEqual({ name: 'practice' })
})

test('changes made in it are still there later, and what Wilma did is no news any more', async () => {
  addGoal((await open()).doc, { title: 'Zelf bedacht' }, room.environmentOf('laptop'))
  await room.during(handle.close())
  const again = await open()
  expect(readGoals(again.doc).map(({ title }) => title)).toContain('Zelf bedacht')
  expect(again.news()).toEqual([])
})

test('restarting brings back the first state, on the same screen', async () => {
  const before = await open()
  addGoal(before.doc, { title: 'Zelf bedacht' }, room.environmentOf('laptop'))
  await room.during(app.device.beginPracticeAnew())
  const after = await planOf(room, handle)
  expect(after).not.toBe(before)
  expect(readGoals(after.doc)).toHaveLength(2)
})

test('nobody can be invited', async () => {
  const plan = await open()
  expect(await plan.invite({ role: 'reader', handOver: false, lifetime: 'room', withCode: false })).toEqual({
    ok: false,
    reason: 'refused',
  })
})

test('it is in English when that is the language', async () => {
  Object.assign(document, { documentElement: { lang: 'en' } })
  expect(read((await open()).doc)).toContain('I am Samira')
})
