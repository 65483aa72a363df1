import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lockWhenIdle } from './lock-when-idle.ts'

const MINUTE_MS = 60_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const open = () => {
  const [state, setState] = createSignal<{ minutes: number; settling: boolean } | null>(null)
  const channel = new EventTarget()
  const told = vi.fn<(message: unknown) => void>()
  const page = Object.assign(new EventTarget(), { setTimeout, clearTimeout })
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState })
  const lockNow = vi.fn<() => void>()
  let asleepFor = 0
  lockWhenIdle(
    { state, lockNow },
    {
      window: page as unknown as Window,
      document,
      channel: Object.assign(channel, { postMessage: told }),
      now: () => Date.now() + asleepFor,
    },
  )
  return {
    lockNow,
    told,
    lockAfter: (minutes: number) => setState({ minutes, settling: false }),
    use: (kind = 'pointerdown') => page.dispatchEvent(new Event(kind)),
    useElsewhere: () => channel.dispatchEvent(new Event('message')),
    /** The clock of the device moves, and its timers stand still. */
    sleep(ms: number) {
      asleepFor += ms
    },
    show: () => document.dispatchEvent(new Event('visibilitychange')),
  }
}

test('a device without a lock never locks itself', () => {
  const { lockNow, use } = open()
  vi.advanceTimersByTime(600 * MINUTE_MS)
  use()
  expect(lockNow).not.toHaveBeenCalled()
})

test('it locks when the time without use is over, counted from the last use here or in another page', () => {
  const { lockNow, lockAfter, use, useElsewhere } = open()
  lockAfter(5)
  vi.advanceTimersByTime(4 * MINUTE_MS)
  use('keydown')
  vi.advanceTimersByTime(4 * MINUTE_MS)
  useElsewhere()
  vi.advanceTimersByTime(5 * MINUTE_MS - 1)
  expect(lockNow).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(lockNow).toHaveBeenCalledOnce()
})

test('a shorter time that is chosen counts at once', () => {
  const { lockNow, lockAfter } = open()
  lockAfter(60)
  vi.advanceTimersByTime(2 * MINUTE_MS)
  lockAfter(1)
  expect(lockNow).toHaveBeenCalledOnce()
})

test('after a sleep, during which timers stood still, it locks when it is shown, and when it is touched first', () => {
  for (const wake of ['show', 'use'] as const) {
    const page = open()
    page.lockAfter(5)
    page.sleep(6 * MINUTE_MS)
    page[wake]()
    expect(page.lockNow).toHaveBeenCalledOnce()
  }
})

test('a page that stays behind its lock is used again: the time begins anew', () => {
  const { lockNow, lockAfter, use } = open()
  lockAfter(5)
  vi.advanceTimersByTime(5 * MINUTE_MS)
  use() // the way in
  vi.advanceTimersByTime(5 * MINUTE_MS - 1)
  use('keydown')
  expect(lockNow).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(5 * MINUTE_MS)
  expect(lockNow).toHaveBeenCalledTimes(2)
})

test('a clock that was set back counts as long unused', () => {
  const { lockNow, lockAfter, sleep, show } = open()
  lockAfter(5)
  sleep(-60 * MINUTE_MS)
  show()
  expect(lockNow).toHaveBeenCalledOnce()
})

test('other pages are told of use, but not of each key', () => {
  const { told, use, lockAfter } = open()
  lockAfter(5)
  vi.advanceTimersByTime(10_000)
  for (let key = 0; key < 20; key++) use('keydown')
  expect(told).toHaveBeenCalledOnce()
})
