/** What was last seen of a plan is kept when it is quiet, goes when it holds no more, and is not there where it may not be. */
import { beforeEach, expect, test as plain } from 'vitest'
import { storedRows } from '#e2e/testing/real-device.ts'
import { test } from '#e2e/testing/room-test.ts'
import { PLAN, planRow } from '#storage/device/device-database.contract.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { formatSeenLast } from '#storage/device/seen-last-text.ts'
import type { SeenLast } from '#storage/document/seen-last.ts'
import type { PlanRow } from '#storage/rows.ts'
import { createSeenLast, QUIET_MS } from './seen-last.ts'
import '#storage/document/seen-last.ts' // here already when they are fetched: time passes in steps
import '../person/forget-everything.ts'

const SEEN: SeenLast = { language: 'nl', title: 'Rustig wonen', parts: [], hidden: [], proposal: null }
const LATER: SeenLast = { ...SEEN, title: 'In de tuin' }

const create = async (changes: Partial<PlanRow> = {}, keeps = true) => {
  const database = createMemoryDeviceDatabase()
  const row = planRow(changes)
  await database.savePlan(row)
  const timers = new Set<() => void>()
  const place = { keeps, row: row as PlanRow | null }
  const seenLast = createSeenLast({
    environment: {
      after(ms, run) {
        expect(ms).toBe(QUIET_MS)
        timers.add(run)
        return () => void timers.delete(run)
      },
    },
    database: () => database,
    row: () => place.row,
    keeps: () => place.keeps,
  })
  const quiet = (): void => {
    for (const run of timers) run()
    timers.clear()
  }
  return { database, seenLast, place, quiet, timers, stored: () => database.readSeenLast(PLAN) }
}
let page: Awaited<ReturnType<typeof create>>
beforeEach(async () => {
  page = await create()
})

plain('it is kept once nothing has changed for a moment, as it is then', async () => {
  const { seenLast, quiet, timers, stored } = page
  seenLast.keep(PLAN, () => SEEN, false)
  seenLast.keep(PLAN, () => LATER, false)
  expect([timers.size, await stored()]).toEqual([1, null])
  quiet()
  expect(await stored()).toBe(formatSeenLast(LATER))
  expect(await seenLast.read(PLAN)).toEqual(LATER)
})

plain('[privacy] from a change on, what was kept is gone, also if the page goes before it is quiet again', async () => {
  const { seenLast, quiet, stored } = page
  seenLast.keep(PLAN, () => SEEN, false)
  quiet()
  seenLast.keep(PLAN, () => LATER, true)
  expect(await stored()).toBeNull()
  quiet()
  expect(await seenLast.read(PLAN)).toEqual(LATER)
})

plain('many changes remove it once', async () => {
  const { seenLast, database } = page
  let writes = 0
  const { keepSeenLast } = database
  database.keepSeenLast = (...given) => ((writes += 1), keepSeenLast(...given))
  for (let letter = 0; letter < 9; letter += 1) seenLast.keep(PLAN, () => SEEN, true)
  expect(writes).toBe(1)
})

plain('whoever leaves the plan does not wait, and nothing is kept twice', async () => {
  const { seenLast, quiet, timers } = page
  seenLast.keep(PLAN, () => SEEN, true)
  seenLast.keepNow(PLAN)
  expect([await seenLast.read(PLAN), timers.size]).toEqual([SEEN, 0])
  quiet()
  seenLast.keepNow(PLAN)
  expect(await seenLast.read(PLAN)).toEqual(SEEN)
})

plain('where there is nothing to be seen, nothing stays', async () => {
  const { seenLast, quiet, stored } = page
  seenLast.keep(PLAN, () => SEEN, false)
  quiet()
  seenLast.keep(PLAN, () => null, false)
  quiet()
  expect(await stored()).toBeNull()
})

plain('"only for now" keeps nothing, reads nothing, and writes nothing that was waiting', async () => {
  const { seenLast, quiet, place, stored } = page
  seenLast.keep(PLAN, () => SEEN, false)
  place.keeps = false
  quiet()
  expect(await stored()).toBeNull()
  seenLast.keep(PLAN, () => SEEN, true)
  seenLast.keepNow(PLAN)
  expect(await stored()).toBeNull()
  await page.database.keepSeenLast(PLAN, formatSeenLast(SEEN))
  expect(await seenLast.read(PLAN)).toBeNull()
})

const circle = (ended: NonNullable<PlanRow['circle']>['ended']): Partial<PlanRow> => ({
  circle: { known: null, newcomers: [], mayRemove: false, ended },
})
plain.each<[string, Partial<PlanRow> | null]>([
  ['that is in no list', null],
  ['that one was taken out of', circle('removed')],
  ['that was closed', circle('closed')],
  ['that is still to come', { coming: 'content' }],
])('of a plan %s, nothing is read', async (_name, changes) => {
  const { database, seenLast, place } = await create(changes ?? {})
  await database.keepSeenLast(PLAN, formatSeenLast(SEEN))
  if (changes === null) place.row = null
  expect(await seenLast.read(PLAN)).toBeNull()
})

plain('what the disk did not remove is removed by the next change', async () => {
  const { seenLast, database, quiet, stored } = page
  seenLast.keep(PLAN, () => SEEN, false)
  quiet()
  const { keepSeenLast } = database
  database.keepSeenLast = async () => ({ ok: false, reason: 'unavailable' })
  seenLast.keep(PLAN, () => null, true)
  await Promise.resolve()
  database.keepSeenLast = keepSeenLast
  seenLast.keep(PLAN, () => null, true)
  expect(await stored()).toBeNull()
})

plain('a disk that does not answer, or answers nonsense, has nothing', async () => {
  const { database, seenLast } = page
  await database.keepSeenLast(PLAN, '{"version":1}')
  expect(await seenLast.read(PLAN)).toBeNull()
  database.readSeenLast = () => Promise.reject(new Error('closed'))
  expect(await seenLast.read(PLAN)).toBeNull()
})

const begin = { title: 'Rustig wonen', name: 'Ans', forWhom: 'me' } as const
const WORDS = { ...SEEN, title: 'Alleen te zien' }

test('it is there when the device starts again, and goes with its plan', async ({ room, browser }) => {
  const app = await browser.openApp()
  const id = await app.device.startPlan(begin)
  app.device.seenLast.keep(id, () => WORDS, false)
  app.device.seenLast.keepNow(id)
  expect(await app.device.seenLast.read(id)).toEqual(WORDS)
  expect(await (await browser.openApp()).device.seenLast.read(id)).toEqual(WORDS)
  app.device.seenLast.keep(id, () => WORDS, false) // still waits when the plan goes
  await room.during(app.device.takeOff(id))
  app.device.seenLast.keepNow(id)
  expect(await app.device.seenLast.read(id)).toBeNull()
  expect(JSON.stringify(await storedRows())).not.toContain(WORDS.title)
})

test('it goes with the device', async ({ room, browser }) => {
  const app = await browser.openApp({ startAnew: () => {} })
  const id = await app.device.startPlan(begin)
  app.device.seenLast.keep(id, () => WORDS, false)
  app.device.seenLast.keepNow(id)
  await app.device.seenLast.read(id)
  await room.during(app.device.forgetDevice())
  expect(await storedRows()).toEqual([])
})

test('only for now: nothing is painted, nothing is kept, nothing that waits comes to the disk', async ({
  room,
  browser,
}) => {
  const app = await browser.openApp()
  const id = await app.device.startPlan(begin)
  app.device.seenLast.keep(id, () => SEEN, false)
  app.device.seenLast.keepNow(id)
  app.device.seenLast.keep(id, () => WORDS, false)
  await room.during(app.device.onlyForNow())
  expect(await app.device.seenLast.read(id)).toBeNull()
  app.device.seenLast.keepNow(id)
  const later = await app.device.startPlan(begin)
  app.device.seenLast.keep(later, () => WORDS, false)
  app.device.seenLast.keepNow(later)
  expect(await app.device.seenLast.read(later)).toBeNull()
  expect(JSON.stringify(await storedRows())).not.toContain(WORDS.title)
})
