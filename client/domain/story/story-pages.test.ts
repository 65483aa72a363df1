import { expect, test } from 'vitest'
import { toPages } from './story-pages.ts'

test.each([
  ['words', 'lang woord en '.repeat(10_000)],
  ['one word without end', 'x'.repeat(90_001)],
  ['letters of two units', 'x' + '👪'.repeat(40_000)],
  ['empty lines', '\n'.repeat(50_000)],
])('pages of %s are the text again, and break no letter', (_, text) => {
  const pages = toPages(text)
  expect(pages.join('')).toBe(text)
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) {
    expect(page.length).toBeLessThanOrEqual(20_000)
    expect(page.isWellFormed()).toBe(true)
  }
})

test('a page ends between words, and an empty text has none', () => {
  expect(toPages('lang woord en '.repeat(10_000)).every((page) => page.endsWith(' '))).toBe(true)
  expect(toPages('')).toEqual([])
})
