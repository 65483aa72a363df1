/** Who came and went stands at the moment when the relay got the record, or says that it is not known. */
import { expect, test } from 'vitest'
import { RESIDENT, START, WANDA } from '../testing/recorded-log.ts'
import { type MemberEvent, toMemberLines } from './member-lines.ts'

const DAY_MS = 86_400_000
const joined: MemberEvent = { seq: 4, act: 'joined', by: WANDA, person: WANDA, role: 'editor' }
const entry = (seq: number, at: number) => ({
  seq,
  at,
  author: RESIDENT,
  firstEdit: at,
  lastEdit: at,
  update: Uint8Array.of(0, 0),
})
const timesOf = (...entries: readonly ReturnType<typeof entry>[]) =>
  toMemberLines([joined], entries, 0, Infinity).map(({ at, certainty }) => [at, certainty])

test('the moment of the record itself', () => {
  expect(timesOf(entry(3, START), entry(4, START + DAY_MS), entry(5, START + 9 * DAY_MS))).toEqual([
    [START + DAY_MS, 'known'],
  ])
})

test('a journal without the record knows only by when, or since when', () => {
  expect(timesOf(entry(3, START), entry(5, START + 9 * DAY_MS))).toEqual([[START + 9 * DAY_MS, 'latest']])
  expect(timesOf(entry(3, START))).toEqual([[START, 'earliest']])
  expect(timesOf()).toEqual([])
})
