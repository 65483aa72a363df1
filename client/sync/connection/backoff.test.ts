/** Reconnecting: exponential back-off with full jitter, longer after each failure and where the relay asked for time. */
import { describe, expect } from 'vitest'
import { CLOSE } from '#shared/protocol/close-codes.ts'
import type { Here, RelayRoom } from '#e2e/testing/relay-room.ts'
import { test as base } from '#e2e/testing/room-test.ts'
import { NETWORK_LOST, waitMs } from './backoff.ts'

const test = base.extend<{ worker: Here }>({
  // This test's randomness always draws the middle of a span.
  worker: async ({ room, circle }, use) => use((await room.gather(circle, circle.records, 'worker'))[0]),
})
const ALMOST_1 = 0.999999
const longest = (failures: number, code: number = NETWORK_LOST): number => Math.round(waitMs(failures, code, ALMOST_1))

describe('the wait before a try', () => {
  test('there is none before the first', () => expect(longest(0)).toBe(0))
  test('doubles with each failure, up to half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 1_000].map((failures) => longest(failures))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ])
  })
  test.each([NETWORK_LOST, CLOSE.restart, CLOSE.overloaded])(
    'is drawn from the whole span (full jitter), after close code %i',
    (code) => {
      for (const random of [0, 0.25, 0.5])
        expect(waitMs(3, code, random)).toBeCloseTo((longest(3, code) * random) / 1, 0)
    },
  )
  test('is longer where the relay asked for time, and never shorter for it', () => {
    expect([CLOSE.restart, CLOSE.tooSlow, CLOSE.overloaded].map((code) => longest(1, code))).toEqual([
      5_000, 5_000, 15_000,
    ])
    expect([6, 7].map((failures) => longest(failures, CLOSE.overloaded))).toEqual([16_000, 30_000])
  })
})

describe('a session', () => {
  const isOnline = ({ session }: Here): boolean => session.state().connection === 'online'
  /** The time until it is online again, in ms, rounded up to the next step of the room's clock. */
  const timeAway = async (room: RelayRoom, worker: Here): Promise<number> => {
    const before = performance.now()
    await room.until(() => isOnline(worker))
    return performance.now() - before
  }
  const close = async (room: RelayRoom, worker: Here, code: number): Promise<void> => {
    for (const wire of room.network.wires().slice()) wire.tamper(() => [{ close: code }])
    await room.settle()
    expect(isOnline(worker)).toBe(false)
  }
  const timeAwayAfter = async (room: RelayRoom, worker: Here, code: number): Promise<number> => {
    await close(room, worker, code)
    return timeAway(room, worker)
  }

  test('reconnects soon after a steady connection, and ever later after short ones', async ({ room, worker }) => {
    await room.pass(10_000)
    const waits: number[] = []
    for (let failures = 0; failures < 4; failures++) waits.push(await timeAwayAfter(room, worker, NETWORK_LOST))
    expect(waits).toEqual([250, 500, 1_000, 2_000])
    await room.pass(10_000)
    expect(await timeAwayAfter(room, worker, NETWORK_LOST)).toBe(250)
  })
  test('gives a relay the time that it asks for', async ({ room, worker }) => {
    await room.pass(10_000)
    expect(await timeAwayAfter(room, worker, CLOSE.restart)).toBe(2_500)
    await room.pass(10_000)
    expect(await timeAwayAfter(room, worker, CLOSE.overloaded)).toBe(7_500)
  })
  test('reconnects at once when the network is back', async ({ room, worker }) => {
    await room.pass(10_000)
    await close(room, worker, CLOSE.overloaded)
    worker.session.reconnect()
    expect(await timeAway(room, worker)).toBeLessThan(100)
  })
})
