/** The content of an entry, and how little its size reveals. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeEntryContent, encodeEntryContent, padme } from './entry-content.ts'

const content = fc.record({
  salts: fc.array(
    fc.uint8Array({ minLength: 8, maxLength: 8 }).map((salt) => new Uint8Array(salt)),
    { maxLength: 3 },
  ),
  firstEdit: fc.nat(2_000_000_000),
  lasted: fc.nat(100_000),
  schema: fc.nat(300),
  update: fc.uint8Array({ maxLength: 400 }).map((update) => new Uint8Array(update)),
})

test('decodes to what was encoded', () => {
  fc.assert(
    fc.property(content, ({ lasted, ...each }) => {
      const whole = { ...each, lastEdit: each.firstEdit + lasted }
      const bytes = encodeEntryContent(whole)
      expect(padme(bytes.length)).toBe(bytes.length)
      expect(decodeEntryContent(bytes)).toEqual(whole)
    }),
  )
})

test('any bytes give a value or `null`, never an exception', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => void decodeEntryContent(bytes)))
  const example = encodeEntryContent({
    salts: [new Uint8Array(8)],
    firstEdit: 1,
    lastEdit: 2,
    schema: 1,
    update: new Uint8Array(40),
  })
  fc.assert(
    fc.property(fc.nat(example.length - 1), fc.nat(255), (at, byte) => void decodeEntryContent(example.with(at, byte))),
  )
  for (let length = 0; length < example.length; length++)
    expect(decodeEntryContent(example.subarray(0, length))).toBeNull()
  expect(decodeEntryContent(Uint8Array.of(...example, 0))).toBeNull()
})

test('[E3] a padded size is at most 12 % larger, never smaller, and one of few sizes', () => {
  const sizes = new Set<number>()
  for (let length = 2; length <= 10_000; length++) {
    const size = padme(length)
    expect(size).toBeGreaterThanOrEqual(length)
    expect(size / length).toBeLessThan(1.12)
    expect(padme(size)).toBe(size)
    sizes.add(size)
  }
  expect(sizes.size).toBeLessThan(130)
})
