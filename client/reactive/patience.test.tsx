/** The repeated requests before the relay is called unreachable. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askPatiently } from './patience.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const OFFLINE = { ok: false, reason: 'offline' } as const
const answering = (...answers: readonly { ok: boolean; reason?: string }[]) => {
  const ask = vi.fn(async () => answers[Math.min(ask.mock.calls.length, answers.length) - 1] ?? OFFLINE)
  return ask
}

test('a request without an answer is repeated; the first answer counts', async () => {
  const ask = answering(OFFLINE, { ok: true })
  const answer = askPatiently(ask)
  await vi.advanceTimersByTimeAsync(0)
  expect(ask).toHaveBeenCalledTimes(1)
  await vi.runAllTimersAsync()
  expect(await answer).toEqual({ ok: true })
  expect(ask).toHaveBeenCalledTimes(2)
})

test('people are told after three requests', async () => {
  const ask = answering(OFFLINE)
  const answer = askPatiently(ask)
  await vi.runAllTimersAsync()
  expect(await answer).toEqual(OFFLINE)
  expect(ask).toHaveBeenCalledTimes(3)
})

test('a refusal is an answer', async () => {
  const ask = answering({ ok: false, reason: 'used' })
  expect(await askPatiently(ask)).toEqual({ ok: false, reason: 'used' })
  expect(ask).toHaveBeenCalledTimes(1)
})

test('a device that reports no network is believed', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const ask = answering(OFFLINE)
  expect(await askPatiently(ask)).toEqual(OFFLINE)
  expect(ask).toHaveBeenCalledTimes(1)
})
