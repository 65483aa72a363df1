/** The practice plan on the device: filled, stored, restarted, and never online. */
import { expect, vi } from 'vitest'
import { readCheckIns } from '#domain/wheel/check-ins.ts'
import { readContactCards } from '#domain/contact/contact.ts'
import { readConversations } from '#domain/conversations/conversations.ts'
import { addGoal, readGoals } from '#domain/goals/goals.ts'
import { readWishes } from '#domain/goals/wishes.ts'
import { PRACTICE_IDS, type PracticeAs } from '#domain/plan/practice-id.ts'
import type { OpenPlanHandle } from '#ports/open-plan.ts'
import { planOf, read, storedRows } from '#e2e/testing/real-device.ts'
import { test as base } from '#e2e/testing/room-test.ts'
import type { OpenedDevice } from '../device.ts'
// Lazily loaded in the app; preloaded here, because the clock does not advance by itself.
import './run-practice.ts'

const test = base.extend<{ app: OpenedDevice; open(as?: PracticeAs): OpenPlanHandle }>({
  app: async ({ room, browser }, use) => {
    Object.assign(document, { documentElement: { lang: 'nl' } })
    vi.setSystemTime(new Date(2026, 10, 22)) // three weeks after the earliest possible day
    const openSocket = vi.spyOn(room.network, 'openSocket')
    const app = await browser.openApp()
    app.background.start()
    await use(app)
    await room.pass(20_000)
    expect(openSocket).not.toHaveBeenCalled()
    expect(app.device.plans()).toEqual([])
  },
  /** Opens it, until the end of the story. */
  open: async ({ room, app }, use) => {
    const handles: OpenPlanHandle[] = []
    await use((as = 'resident') => {
      const handle = app.device.openPlan(PRACTICE_IDS[as])
      handles.push(handle)
      return handle
    })
    for (const handle of handles) await room.during(handle.close())
  },
})

test('it holds three weeks of two people, with known authors', async ({ room, open }) => {
  const { doc, me, members, news, personAt, practice, sharing } = await planOf(room, open())
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

test('it is kept as one change, and so never half', async ({ room, open }) => {
  const handle = open()
  /** Without the device's salt, which is 16 bytes. */
  const rows = async (): Promise<number> =>
    (await storedRows()).filter((row) => row instanceof Uint8Array && row.length > 16).length
  while (handle.state().name === 'opening') {
    expect(await rows()).toBeLessThan(2)
    await room.pass(1)
  }
  const { sharing } = await planOf(room, handle)
  await room.until(() => sharing().saved === 'saved')
  expect(await rows()).toBe(1)
})

test('changes made in it are still there later, and what Wilma did is no news any more', async ({ room, open }) => {
  const handle = open()
  addGoal((await planOf(room, handle)).doc, { title: 'Zelf bedacht' }, room.environmentOf('laptop'))
  await room.during(handle.close())
  const again = await planOf(room, open())
  expect(readGoals(again.doc).map(({ title }) => title)).toContain('Zelf bedacht')
  expect(again.news()).toEqual([])
})

test('restarting brings back the first state, on the same screen', async ({ app, room, open }) => {
  const handle = open()
  const before = await planOf(room, handle)
  addGoal(before.doc, { title: 'Zelf bedacht' }, room.environmentOf('laptop'))
  await room.during(app.device.beginPracticeAnew(PRACTICE_IDS.resident))
  const after = await planOf(room, handle)
  expect(after).not.toBe(before)
  expect(readGoals(after.doc)).toHaveLength(2)
})

test('as the worker, it is the resident’s plan: theirs come first, and what they did is the news', async ({
  app,
  room,
  open,
}) => {
  const plan = await planOf(room, open('worker'))
  expect(plan.members().map(({ name, me }) => [name, me])).toEqual([
    ['Samira', false],
    ['Wilma', true],
  ])
  const resident = plan.planPerson()
  expect([resident === plan.me, plan.role(), plan.mayRule(plan.me)]).toEqual([false, 'editor', false])
  expect(plan.news()).toMatchObject([{ name: 'Samira', parts: [{ part: 'wheel' }, { part: 'conversations' }] }])
  expect(await plan.setRole(plan.me, 'owner')).toEqual({ ok: false, reason: 'refused' })
  addGoal(plan.doc, { title: 'Van Wilma' }, room.environmentOf('laptop'))
  expect(plan.personAt(readGoals(plan.doc).at(-1)?.maker ?? 0)).toBe(plan.me)
  const asResident = await planOf(room, open())
  expect(readGoals(asResident.doc)).toHaveLength(2)
  await room.during(app.device.beginPracticeAnew(PRACTICE_IDS.resident))
  expect(readGoals(plan.doc)).toHaveLength(3)
})

test('nobody can be invited', async ({ room, open }) => {
  const plan = await planOf(room, open())
  expect(await plan.invite({ role: 'reader', handOver: false, lifetime: 'room', withCode: false })).toEqual({
    ok: false,
    reason: 'refused',
  })
})

test('it is in English when that is the language', async ({ room, open }) => {
  Object.assign(document, { documentElement: { lang: 'en' } })
  expect(read((await planOf(room, open())).doc)).toContain('I am Samira')
})

test('what changes in it while it is open can be read, and not what was filled in', async ({ room, open }) => {
  const { doc, history, me } = await planOf(room, open())
  expect((await history()).entries).toBe(0)
  addGoal(doc, { title: 'Zwemmen' }, room.environmentOf('laptop'))
  const { entries, beginsAt, page } = await history()
  expect(beginsAt).toBe(Date.now())
  const { lines } = await room.during(page(entries))
  expect(lines.map(({ person, act, name }) => [person, act, name])).toEqual([[me, 'made', 'Zwemmen']])
})
