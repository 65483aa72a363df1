/** The one decoder of values: whatever a member writes, what comes through is bounded. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPlain, toLine } from './plain.ts'

test('numbers are finite, texts and lists are bounded, and levels are few', () => {
  for (const no of [Number.NaN, Infinity, -Infinity]) expect(toPlain(no)).toBeUndefined()
  for (const yes of [0, -1, 0.5, Number.MAX_SAFE_INTEGER]) expect(toPlain(yes)).toBe(yes)
  expect(Object.is(toPlain(-0), 0)).toBe(true)
  expect(String(toPlain('x'.repeat(1_000_000))).length).toBe(32_768)
  expect(toPlain(Array.from({ length: 1_000 }, () => 1))).toHaveLength(1_000)
  expect(toPlain(Array.from({ length: 1_001 }, () => 1))).toBeUndefined()
  expect(toPlain(Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`f${at}`, 1])))).toBeUndefined()
})

test('anything gives a value that JSON holds, or none', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }), (value) => {
      const plain = toPlain(value)
      if (plain !== undefined) expect(JSON.parse(JSON.stringify(plain))).toEqual(plain)
    }),
  )
})

test.each([
  ['Plan van Ans', 'Plan van Ans'],
  ['  een\r\ntwee\tdrie ', 'een twee drie'],
  ['\u{1f469}\u200d\u{1f467}', '\u{1f469}\u200d\u{1f467}'],
  ['\u202evan Ans', 'van Ans'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
])('a line keeps what can be seen: %j', (text, line) => {
  expect(toLine(text, 20)).toBe(line)
})

test.each(['', ' \n', '\u200b\u200b', '\u200d', '\u3164', '\u2800 \u00ad', '\u0301', '\ufeff', '\u2066\u2069'])(
  'a line in which nothing can be seen is none: %j',
  (text) => {
    expect(toLine(text, 20)).toBeNull()
  },
)
