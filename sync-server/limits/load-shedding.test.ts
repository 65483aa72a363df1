import { expect, test, vi } from 'vitest'
import { createStrain, watchStrain } from './load-shedding.ts'

const LIMIT = 100

test('[S8] lateness that lasts is overload, which ends once the average has fallen to half of the bound', () => {
  const strain = createStrain(LIMIT)
  const looks = (lag: number, count: number): readonly boolean[] =>
    Array.from({ length: count }, () => {
      strain.observe(lag)
      return strain.isBusy()
    })
  expect(looks(80, 50)).not.toContain(true)
  expect(looks(150, 10).at(-1)).toBe(true)
  const calming = looks(60, 50)
  expect(calming).not.toContain(false) // below the bound, but not yet half of it
  expect(looks(0, 3).at(-1)).toBe(false)
  expect(looks(90, 50)).not.toContain(true)
})

test('[S8] a single pause, however long, is not overload; a second one right after it is', () => {
  const strain = createStrain(LIMIT)
  strain.observe(60_000)
  expect(strain.isBusy()).toBe(false)
  strain.observe(60_000)
  expect(strain.isBusy()).toBe(true)
})

test('a free event loop is not busy, and a blocked one is', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  try {
    const { isBusy, stop } = watchStrain(LIMIT)
    vi.advanceTimersByTime(10_000)
    expect(isBusy()).toBe(false)
    const late = vi.spyOn(performance, 'now')
    let now = performance.now()
    late.mockImplementation(() => (now += 1_000))
    vi.advanceTimersByTime(1_000)
    expect(isBusy()).toBe(true)
    late.mockRestore()
    stop()
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})
