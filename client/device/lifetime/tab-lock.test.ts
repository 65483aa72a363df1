/** Whoever opens a plan gets it from a visit, also from one that ends at that moment, and not from a screen. */
import { afterEach, expect, test, vi } from 'vitest'
import { createTabLock, takeUnlessShown, toVisitName } from './tab-lock.ts'

const NAME = 'weef-plan-of-a-test'
const opened: { release(): void }[] = []
const create = (name = NAME) => {
  const lock = createTabLock(name)
  opened.push(lock)
  return lock
}
afterEach(() => {
  vi.restoreAllMocks()
  for (const lock of opened.splice(0)) lock.release()
})

test('a visit loses the plan to whoever opens it', async () => {
  const lost = vi.fn<() => void>()
  expect(await create(toVisitName(NAME)).take(() => {})).toBe(true)
  expect(await create().take(lost)).toBe(true)
  expect(await takeUnlessShown(create(), NAME, () => {})).toBe(true)
  expect(lost).toHaveBeenCalledOnce()
})

test('a screen keeps it', async () => {
  expect(await create().take(() => {})).toBe(true)
  expect(await takeUnlessShown(create(), NAME, () => {})).toBe(false)
})

test('a visit that ends between the two looks leaves it free', async () => {
  const visit = create()
  expect(await visit.take(() => {})).toBe(true)
  const query = navigator.locks.query.bind(navigator.locks)
  vi.spyOn(navigator.locks, 'query').mockImplementation(async () => {
    visit.release()
    await vi.waitUntil(async () => !(await query()).held?.some(({ name }) => name === NAME))
    return query()
  })
  expect(await takeUnlessShown(create(), NAME, () => {})).toBe(true)
})
