/** A phone whose clock is wrong shows and judges what the relay says, from the first connection on. */
import { createMemo, createRoot } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { createClock } from './clock.ts'
import { createSettings } from './settings.ts'

const NOW = new Date(2026, 10, 30, 14, 12).getTime()
const MINUTE_MS = 60_000
const stops: (() => void)[] = []

const open = (wrongBy: number, store: Storage | null = window.localStorage) => {
  vi.setSystemTime(NOW + wrongBy)
  const clock = createClock(createSettings(store))
  stops.push(clock.stop)
  return clock
}

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  window.localStorage.clear()
  vi.useRealTimers()
})

test('what is shown is right at once when the relay is heard, and goes on by steps; what is made has the exact moment', () =>
  createRoot((dispose) => {
    vi.useFakeTimers()
    const clock = open(15 * MINUTE_MS)
    const shown = createMemo(() => clock.now())
    expect(shown()).toBe(NOW + 15 * MINUTE_MS)
    clock.heard(NOW, 0)
    expect([clock.now(), shown()]).toEqual([NOW, NOW])
    vi.advanceTimersByTime(7)
    expect([clock.now(), shown()]).toEqual([NOW + 7, NOW])
    vi.advanceTimersByTime(MINUTE_MS - 7)
    expect([clock.now(), shown()]).toEqual([NOW + MINUTE_MS, NOW + MINUTE_MS])
    dispose()
  }))

test('the next page begins with it, before any connection', () => {
  vi.useFakeTimers()
  open(10 * 365 * 24 * 60 * MINUTE_MS).heard(NOW, 0)
  const clock = open(10 * 365 * 24 * 60 * MINUTE_MS + 5 * MINUTE_MS)
  expect(clock.now()).toBe(NOW + 5 * MINUTE_MS)
})

test('a browser that keeps nothing hears it anew', () => {
  vi.useFakeTimers()
  const refusing = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full')
    },
  } as unknown as Storage
  const clock = open(MINUTE_MS, refusing)
  clock.heard(NOW, 0)
  expect(clock.now()).toBe(NOW)
  expect(open(MINUTE_MS, null).now()).toBe(NOW + MINUTE_MS)
})
