import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createReadiness, type ReadinessSources } from './readiness.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const readinessOf = (change: Partial<ReadinessSources>) =>
  createReadiness({
    isStopping: () => false,
    askStore: async () => null,
    isBusy: () => false,
    isDiskLow: () => false,
    now: () => Date.now(),
    ...change,
  })

test.each<[Partial<ReadinessSources>, string]>([
  [{}, 'ok'],
  [{ askStore: () => Promise.reject(new Error('gone')) }, 'store'],
  [{ isBusy: () => true }, 'busy'],
  [{ isDiskLow: () => true }, 'disk'],
  [{ isStopping: () => true, askStore: () => Promise.reject(new Error('closed')) }, 'stopping'],
])('with %o it says %s', async (change, word) => {
  expect(await readinessOf(change)()).toBe(word)
})

test('a store that hangs counts as not answering', async () => {
  const answer = readinessOf({ askStore: () => new Promise(() => {}) })()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await answer).toBe('store')
})

test('the store is asked at most once a second, and counts as ready again once it answers', async () => {
  let isThere = false
  const askStore = vi.fn(() => (isThere ? Promise.resolve(null) : Promise.reject(new Error('gone'))))
  const readiness = readinessOf({ askStore })
  expect([await readiness(), await readiness(), await readiness()]).toEqual(['store', 'store', 'store'])
  expect(askStore).toHaveBeenCalledTimes(1)
  isThere = true
  vi.advanceTimersByTime(1_000)
  expect(await readiness()).toBe('ok')
})
