import { describe, expect, test } from 'vitest'
import { formatHeardTime, hearTime, type HeardTime, parseHeardTime, toRelayTime } from './clock.ts'

const NOW = 1_795_000_000_000
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 24 * 3_600_000]
const YEARS = 10 * 365 * DAY

/** A device whose clock is wrong by so much has heard the relay at `NOW`. */
const heardBy = (wrongBy: number): HeardTime | null => hearTime(null, NOW, NOW + wrongBy, 0)

describe('the relay’s time', () => {
  test('is this device’s own until the relay has said one', () => {
    expect(toRelayTime(null, NOW)).toBe(NOW)
  })

  test.each([15 * MINUTE, -15 * MINUTE, DAY, -DAY, YEARS, -YEARS])(
    'is right on a clock that is %d ms off',
    (wrongBy) => {
      const heard = heardBy(wrongBy)
      for (const later of [0, HOUR, 30 * DAY]) {
        const wanted = NOW + later
        expect(toRelayTime(heard, wanted + wrongBy)).toBe(wanted)
      }
    },
  )

  test.each([15 * MINUTE, DAY, YEARS, -2 * DAY, -YEARS])(
    'believes a clock that was put right since: it was %d ms off',
    (wrongBy) => {
      const heard = heardBy(wrongBy)
      for (const later of [HOUR, 3 * HOUR]) {
        const right = NOW + later
        expect(Math.abs(toRelayTime(heard, right) - right)).toBeLessThanOrEqual(15 * MINUTE)
      }
    },
  )

  test('never runs behind what was heard', () => {
    expect(toRelayTime(heardBy(0), NOW - YEARS)).toBe(NOW)
  })

  test('does not tremble with the network, however slow', () => {
    const heard = hearTime(heardBy(15 * MINUTE), NOW + HOUR - 40_000, NOW + HOUR + 15 * MINUTE, 40_000)
    expect(toRelayTime(heard, NOW + 2 * HOUR + 15 * MINUTE)).toBe(NOW + 2 * HOUR)
  })

  test('comes nearer with each connection: never further from the truth than the fastest of them took', () => {
    let heard: HeardTime | null = null
    for (const [index, waited] of [30_000, 400, 9_000, 20].entries()) {
      const device = NOW + index * HOUR + 15 * MINUTE
      heard = hearTime(heard, NOW + index * HOUR - waited / 2, device, waited)
      expect(Math.abs((heard?.offset ?? 0) + 15 * MINUTE)).toBeLessThanOrEqual(
        Math.min(waited, 400 + (index === 0 ? 30_000 : 0)),
      )
    }
  })

  test('follows a clock that was set while nobody was connected', () => {
    const heard = hearTime(heardBy(15 * MINUTE), NOW + HOUR, NOW + HOUR, 300)
    expect(toRelayTime(heard, NOW + HOUR)).toBeGreaterThanOrEqual(NOW + HOUR)
    expect(toRelayTime(heard, NOW + HOUR)).toBeLessThanOrEqual(NOW + HOUR + 300)
  })

  test.each([Number.NaN, -1, 0, 1.5, Number.MAX_SAFE_INTEGER, Infinity])('is not taken from %d', (relay) => {
    const heard = heardBy(DAY)
    expect(hearTime(heard, relay, NOW, 0)).toBe(heard)
  })
})

test('what was heard is stored, and anything else is read as nothing', () => {
  const heard = heardBy(-YEARS)!
  expect(parseHeardTime(formatHeardTime(heard))).toEqual(heard)
  for (const text of [null, '', 'x', '5', '5 x', '5 6 7', '5 -6', '1e400 5', '0.5 7'])
    expect(parseHeardTime(text)).toBe(null)
})
