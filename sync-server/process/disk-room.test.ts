import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { freeBytesOf, isLowNow, watchDisk } from './disk-room.ts'
import { makeFolder } from '../testing/folder.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

test.each([
  [99, false, true],
  [100, false, false],
  [124, true, true],
  [125, true, false],
  [0, false, true],
  [null, true, false],
])('[S8] %s free of 100, and it was low before: %s', (free, wasLow, isLow) => {
  expect(isLowNow(free, 100, wasLow)).toBe(isLow)
})

test('[S8] a low disk is known from the start, reported once, and ends by itself', async () => {
  let free: number | null = 5
  const told: boolean[] = []
  const disk = await watchDisk({ leastFree: 100, askFree: async () => free, onChange: (isLow) => told.push(isLow) })
  expect(disk.isLow()).toBe(true)
  await vi.advanceTimersByTimeAsync(20_000)
  free = 1_000
  await vi.advanceTimersByTimeAsync(5_000)
  expect([disk.isLow(), told]).toEqual([false, [true, false]])
  disk.stop()
  expect(vi.getTimerCount()).toBe(0)
})

test('a bound of 0 switches the check off; unknown free space holds nobody up', async () => {
  const onChange = vi.fn()
  for (const [leastFree, free] of [
    [0, 0],
    [100, null],
  ] as const)
    // prettier-ignore
    (await watchDisk({ leastFree, askFree: async () => free, onChange })).stop()
  expect(onChange).not.toHaveBeenCalled()
})

test('the operating system reports the free bytes', async () => {
  const folder = makeFolder()
  expect(await freeBytesOf(folder.path)).toBeGreaterThan(0)
  folder.remove()
  expect(await freeBytesOf(folder.path)).toBeNull()
})
