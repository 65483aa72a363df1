/** What was typed and not saved yet is there again, and goes with its plan, its device, its age and "only for now". */
import { beforeEach, describe, expect, test as plain } from 'vitest'
import { PRACTICE_IDS } from '#domain/plan/practice-id.ts'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { test } from '#e2e/testing/room-test.ts'
import { planOf, storedRows } from '#e2e/testing/real-device.ts'
import { createDrafts, DRAFT_MS, GRACE_MS, LONGEST_DRAFT, MOST_DRAFTS } from './drafts.ts'
import '../person/forget-everything.ts' // here already when they are fetched: time passes in steps
import '../practice/run-practice.ts'

const begin = { title: 'Rustig wonen', name: 'Ans', forWhom: 'me' } as const
const FIELD = 'goal/new'
const WORDS = 'Weer fietsen naar de markt'
const PLAN = toWorkspaceId(new Uint8Array(16).fill(3))

test('a draft is there after the page was gone in the next moment, and is gone once it was saved', async ({
  browser,
}) => {
  const app = await browser.openApp()
  const id = await app.device.startPlan(begin)
  app.device.drafts.keep(id, FIELD, 'Weer fietsen naar de mar')
  app.device.drafts.keep(id, FIELD, WORDS)
  app.device.drafts.keep(null, 'start/name', 'Ans')
  const next = await browser.openApp()
  expect([next.device.drafts.read(id, FIELD), next.device.drafts.read(null, 'start/name')]).toEqual([WORDS, 'Ans'])
  expect(next.device.drafts.list(id)).toMatchObject([{ field: FIELD, text: WORDS }])
  expect([next.device.drafts.read(id, 'goal/other'), next.device.drafts.read(null, FIELD)]).toEqual([null, null])
  next.device.drafts.keep(id, FIELD, null)
  expect((await browser.openApp()).device.drafts.read(id, FIELD)).toBeNull()
})

test('a plan that another tab had is opened with what was typed there', async ({ room, browser }) => {
  const here = await browser.openApp()
  const id = await here.device.startPlan(begin)
  const there = await browser.openApp()
  there.device.drafts.keep(id, FIELD, WORDS)
  expect(here.device.drafts.read(id, FIELD)).toBeNull()
  const handle = here.device.openPlan(id)
  await planOf(room, handle)
  expect(here.device.drafts.read(id, FIELD)).toBe(WORDS)
  await room.during(handle.close())
})

test('a plan that is taken off takes its drafts along, and the practice plan begins without them', async ({
  room,
  browser,
}) => {
  const app = await browser.openApp()
  const id = await app.device.startPlan(begin)
  for (const plan of [id, PRACTICE_IDS.resident, null]) app.device.drafts.keep(plan, FIELD, WORDS)
  await room.during(app.device.takeOff(id))
  await room.during(app.device.beginPracticeAnew(PRACTICE_IDS.resident))
  const next = await browser.openApp()
  for (const { device } of [app, next])
    expect([id, PRACTICE_IDS.resident, null].map((plan) => device.drafts.read(plan, FIELD))).toEqual([
      null,
      null,
      WORDS,
    ])
})

test('a device that is forgotten has none', async ({ room, browser }) => {
  const app = await browser.openApp({ startAnew: () => {} })
  app.device.drafts.keep(null, FIELD, WORDS)
  await room.during(app.device.forgetDevice())
  expect(await storedRows()).toEqual([])
})

test('only for now: what was typed outside a plan is gone, plans keep theirs unseen, and nothing new is kept', async ({
  room,
  browser,
}) => {
  const app = await browser.openApp()
  const id = await app.device.startPlan(begin)
  app.device.drafts.keep(id, FIELD, WORDS)
  app.device.drafts.keep(null, 'start/name', 'Sevda')
  await room.during(app.device.onlyForNow())
  expect([app.device.drafts.read(id, FIELD), app.device.drafts.read(null, 'start/name')]).toEqual([null, null])
  app.device.drafts.keep(null, 'start/title', 'Geheim')
  expect(app.device.drafts.read(null, 'start/title')).toBe('Geheim')
  expect(JSON.stringify(await storedRows())).not.toMatch(/Sevda|Geheim/)
  expect((await browser.openApp()).device.drafts.read(id, FIELD)).toBe(WORDS)
})

describe('its bounds', () => {
  let now = 0
  let database = createMemoryDeviceDatabase()
  beforeEach(() => {
    now = 1_796_000_000_000
    database = createMemoryDeviceDatabase()
  })
  const start = async () => {
    const made = createDrafts({ environment: { now: () => now }, database: () => database })
    await made.refresh()
    return made.drafts
  }
  const stored = async (): Promise<number> => (await database.drafts.load()).length

  plain('of too many, the oldest go', async () => {
    const drafts = await start()
    for (let at = 0; at <= MOST_DRAFTS; at++) {
      now += 1
      drafts.keep(PLAN, `field/${at}`, 'x')
      drafts.keep(PLAN, 'field/0', `x${at}`) // the first is still written in
    }
    expect(await stored()).toBe(MOST_DRAFTS)
    expect([drafts.read(PLAN, 'field/0'), drafts.read(PLAN, 'field/1')]).toEqual([`x${MOST_DRAFTS}`, null])
  })

  plain('one that is too long lasts as long as the page, and never comes back as a part', async () => {
    const drafts = await start()
    drafts.keep(PLAN, FIELD, WORDS)
    const book = 'x'.repeat(LONGEST_DRAFT + 1)
    drafts.keep(PLAN, FIELD, book)
    expect([drafts.read(PLAN, FIELD), await stored()]).toEqual([book, 0])
    expect(drafts.isRefused(PLAN, FIELD)).toBe(true)
    expect((await start()).read(PLAN, FIELD)).toBeNull()
    drafts.keep(PLAN, FIELD, WORDS)
    expect(drafts.isRefused(PLAN, FIELD)).toBe(false)
  })

  plain('on a slow disk few writes stand in line, and the last letter is in the next one', async () => {
    const drafts = await start()
    const { save } = database.drafts
    const begun: { readonly text: string; readonly end: () => void }[] = []
    database.drafts.save = (row) =>
      new Promise((resolve) => {
        const saved = save(row)
        begun.push({ text: row.text, end: () => resolve(saved) })
      })
    for (let end = 1; end <= WORDS.length; end += 1) drafts.keep(PLAN, FIELD, WORDS.slice(0, end))
    expect(begun.map(({ text }) => text)).toEqual(['W', 'We', 'Wee'])
    begun[0]?.end()
    await expect.poll(() => begun.length).toBe(4)
    for (const { end } of begun) end()
    expect(begun.at(-1)?.text).toBe(WORDS)
    await expect.poll(async () => (await database.drafts.load()).map(({ text }) => text)).toEqual([WORDS])
    for (const text of ['a', 'ab', 'abc', 'abcd', null]) drafts.keep(PLAN, FIELD, text)
    for (const { end } of begun) end()
    await expect.poll(stored).toBe(0)
    expect(begun).toHaveLength(7) // what waited was not wanted any more
  })

  plain('what the disk refuses is told, until it takes it or the field is cleared', async () => {
    const drafts = await start()
    let isFull = true
    const { save } = database.drafts
    database.drafts.save = async (row) => (isFull ? { ok: false, reason: 'full' } : save(row))
    const isRefused = () => drafts.isRefused(PLAN, FIELD)
    for (const text of ['W', 'We', WORDS]) drafts.keep(PLAN, FIELD, text)
    await expect.poll(isRefused).toBe(true)
    isFull = false
    drafts.keep(PLAN, FIELD, `${WORDS}.`)
    await expect.poll(isRefused).toBe(false)
    isFull = true
    drafts.keep(PLAN, FIELD, WORDS)
    await expect.poll(isRefused).toBe(true)
    drafts.keep(PLAN, FIELD, null)
    expect(isRefused()).toBe(false)
  })

  plain('an old one is removed once the clock has said so for a week', async () => {
    ;(await start()).keep(PLAN, FIELD, WORDS)
    now += DRAFT_MS
    expect((await start()).read(PLAN, FIELD)).toBe(WORDS)
    now += 1
    expect([(await start()).read(PLAN, FIELD), await stored()]).toEqual([WORDS, 1])
    now += GRACE_MS
    expect([(await start()).read(PLAN, FIELD), await stored()]).toEqual([WORDS, 1])
    now += 1
    expect([(await start()).read(PLAN, FIELD), await stored()]).toEqual([null, 0])
  })

  plain('a clock that stands ten years ahead for a day loses nothing', async () => {
    ;(await start()).keep(PLAN, FIELD, WORDS)
    const right = now
    now += 120 * DRAFT_MS
    const wrong = await start()
    expect(wrong.read(PLAN, FIELD)).toBe(WORDS) // unseen, it would be written over
    wrong.keep(PLAN, FIELD, `${WORDS}!`)
    now = right + 1
    expect((await start()).read(PLAN, FIELD)).toBe(`${WORDS}!`)
    now = right + DRAFT_MS + GRACE_MS
    await start()
    expect(await stored()).toBe(1)
  })
})
