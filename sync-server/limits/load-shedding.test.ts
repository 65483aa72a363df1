import { expect, test, vi } from 'vitest'
import { createStrain, watchStrain } from './load-shedding.ts'

const LIMIT = 100

test('[S8] lateness that goes on is strain; it is over once the average is half of the bound', () => {
  const strain = createStrain(LIMIT)
  const looks = (lag: number, count: number): readonly boolean[] =>
    Array.from({ length: count }, () => {
      strain.observe(lag)
      return strain.isBusy()
    })
  expect(looks(80, 50)).not.toContain(true)
  expect(looks(150, 10).at(-1)).toBe(true)
  const calming = looks(60, 50)
  expect(calming).not.toContain(false) // below the bound, and not yet half of it
  expect(looks(0, 3).at(-1)).toBe(false)
  expect(looks(90, 50)).not.toContain(true)
})

test('[S8] one pause, however long, is none; the next in a row is', () => {
  const strain = createStrain(LIMIT)
  strain.observe(60_000)
  expect(strain.isBusy()).toBe(false)
  strain.observe(60_000)
  expect(strain.isBusy()).toBe(true)
})

test('a loop that is free is not busy, and one that is held up is', () => {
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
