import { expect, test, vi } from 'vitest'
import { createLoadMonitor, watchEventLoop } from './load-shedding.ts'

const LIMIT = 100

test('[S8] lateness that lasts is overload, which ends once the average has fallen to half of the bound', () => {
  const load = createLoadMonitor(LIMIT)
  const looks = (lag: number, count: number): readonly boolean[] =>
    Array.from({ length: count }, () => {
      load.observe(lag)
      return load.isBusy()
    })
  expect(looks(80, 50)).not.toContain(true)
  expect(looks(150, 10).at(-1)).toBe(true)
  const calming = looks(60, 50)
  expect(calming).not.toContain(false) // below the bound, but not yet half of it
  expect(looks(0, 3).at(-1)).toBe(false)
  expect(looks(90, 50)).not.toContain(true)
})

test('[S8] a single pause, however long, is not overload; a second one right after it is', () => {
  const load = createLoadMonitor(LIMIT)
  load.observe(60_000)
  expect(load.isBusy()).toBe(false)
  load.observe(60_000)
  expect(load.isBusy()).toBe(true)
})

test('a free event loop is not busy, and a blocked one is', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  try {
    const { isBusy, stop } = watchEventLoop(LIMIT)
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
