/** Moments come from others too: words for any number, and none throws. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameDay, toAgo, toDate, toDay, toTime } from './days-and-times.ts'

const NOW = new Date(2026, 10, 22, 14, 12).getTime()

test('a day is named without its year in this year, and a moment of tomorrow counts as today', () => {
  expect(toDate('nl-NL', NOW, NOW)).toBe('22 november')
  expect(toDate('nl-NL', new Date(2025, 0, 3).getTime(), NOW)).toBe('3 januari 2025')
  expect(toAgo('nl-NL', NOW + 9e9, NOW)).toBe('vandaag')
})

test('any number has words', () => {
  const numbers = fc.oneof(
    fc.double(),
    fc.constantFrom(9e15, 8.64e15, -8.64e15, Number.MAX_SAFE_INTEGER, Number.NaN, Infinity, -Infinity),
  )
  fc.assert(
    fc.property(numbers, (at) => {
      for (const say of [toDate, toDay, toAgo]) expect(say('nl-NL', at, NOW)).not.toBe('')
      expect(toTime('nl-NL', at)).toMatch(/\d/)
      expect(isSameDay(at, at)).toBe(true)
    }),
  )
})
