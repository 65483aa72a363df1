/** A page begins between two sittings, is never too long, and hardly ever too short. */
import { expect, test } from 'vitest'
import { createPeer } from '../testing/peers.ts'
import { RESIDENT, recordLog, WANDA } from '../testing/recorded-log.ts'
import { writeStory } from '../testing/story.ts'
import type { Line } from './lines.ts'
import { beginOfPage, NEWEST_PAGE, OLDER_PAGE } from './begin-of-page.ts'
import { readPage } from './read-history.ts'

const MINUTE_MS = 60_000

/** Entries with so many minutes before each. */
const after = (...minutes: readonly number[]): readonly { at: number }[] => {
  let at = 0
  return minutes.map((more) => ({ at: (at += more * MINUTE_MS) }))
}
const sitting = (count: number): readonly number[] => [31, ...Array.from({ length: count - 1 }, () => 1)]

test('sixteen sittings of one entry each are a page', () => {
  const entries = after(...Array.from({ length: 40 }, () => 31))
  expect(beginOfPage(entries, 40, NEWEST_PAGE)).toBe(24)
  expect(beginOfPage(entries, 24, OLDER_PAGE)).toBe(0)
})

test('a sitting that has begun before so many entries is on it from its beginning', () => {
  const entries = after(...sitting(30), ...sitting(50), ...sitting(15))
  expect(beginOfPage(entries, 95, NEWEST_PAGE)).toBe(30)
  expect(beginOfPage(entries, 80, NEWEST_PAGE)).toBe(30)
  expect(beginOfPage(entries, 80, OLDER_PAGE)).toBe(0)
})

test('half an hour is one sitting, and more is another', () => {
  const entries = after(31, 30, ...sitting(16))
  expect(beginOfPage(entries, 18, { least: 17, most: 18 })).toBe(0)
  expect(beginOfPage(after(31, 31, ...sitting(16)), 18, { least: 17, most: 18 })).toBe(1)
})

test('a sitting that no page holds is cut where the page is full', () => {
  const entries = after(...sitting(40), ...sitting(121))
  expect(beginOfPage(entries, 161, NEWEST_PAGE)).toBe(41)
  expect(beginOfPage(entries, 160, NEWEST_PAGE)).toBe(40)
})

test('a log that is shorter than a page begins with it', () => {
  expect(beginOfPage(after(31, 31, 31), 3, NEWEST_PAGE)).toBe(0)
  expect(beginOfPage([], 0, NEWEST_PAGE)).toBe(0)
})

test('times that no date holds, and a clock that went back, are no place to begin at', () => {
  const entries = [{ at: 0 }, { at: Number.MAX_SAFE_INTEGER }, { at: Number.NaN }, { at: 60 * MINUTE_MS }, { at: 0 }]
  expect(beginOfPage(entries, 5, { least: 1, most: 5 })).toBe(3)
  expect(beginOfPage(entries, 3, { least: 1, most: 5 })).toBe(0)
})

test('a sitting at the edge of a page stays one line', async () => {
  const { entries, log, pass, write } = recordLog()
  const peers = [createPeer(1), createPeer(2)]
  for (let n = 0; n < 140; n += 1) {
    if (n % 7 === 0) pass(60)
    const [author, peer] = [n % 14 < 7 ? RESIDENT : WANDA, peers[n % 14 < 7 ? 0 : 1]!]
    write(author, peer, () => writeStory(peer, `Regel ${n}.`), peers)
  }
  const reading = { pause: async () => {}, prepare: () => {} }
  const lines: Line[] = []
  const begins: number[] = []
  for (let end = entries.length; end > 0; end = begins.at(-1) ?? 0) {
    const page = await readPage(log(), end, reading)
    lines.push(...page.lines)
    begins.push(page.from)
  }
  expect(begins).toEqual([77, 14, 0])
  expect(lines).toEqual((await readPage(log(), 140, reading, { least: 140, most: 140 })).lines)
  expect(lines).toHaveLength(20)
})
