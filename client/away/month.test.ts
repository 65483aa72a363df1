import { expect, test } from 'vitest'
import { toMonth } from './month.ts'

test('a month from Monday to Sunday, in the words of the browser', () => {
  const month = toMonth(new Date(2026, 10, 22, 14, 12), 'nl-NL')
  expect(month.today).toBe('zondag 22 november 2026')
  expect(month.title).toBe('november 2026')
  expect(month.weekdays).toEqual(['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'])
  expect(month.weeks[0]).toEqual([null, null, null, null, null, null, 1])
  expect(month.weeks.at(-1)).toEqual([30, null, null, null, null, null, null])
  expect(month.day).toBe(22)
})

test('a month that begins on a Monday and fills its weeks has four rows, a leap day is in it', () => {
  const weeks = (year: number, month: number) => toMonth(new Date(year, month, 1), 'en-GB').weeks
  expect(weeks(2027, 1)).toHaveLength(4)
  expect(weeks(2028, 1).flat()).toContain(29)
})
