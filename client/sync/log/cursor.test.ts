/** The cursor decodes to what was encoded, or to `null`: then the log is read from its start. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPersonId } from '#shared/protocol/ids.ts'
import { type Cursor, decodeCursor, encodeCursor } from './cursor.ts'

const [WORKER, RESIDENT] = [toPersonId(new Uint8Array(16).fill(1)), toPersonId(new Uint8Array(16).fill(2))]

const cursor: Cursor = {
  seq: 300,
  bytes: 123_456,
  hash: Uint8Array.from({ length: 32 }, (_, index) => index),
  missedEpochs: new Set([2, 5]),
  erased: true,
  records: 12,
  sinceCheckpoint: { items: 30, bytes: 9_000, size: 4_096 },
  preview: { seq: 280, digest: new Uint8Array(32).fill(9), author: WORKER },
  clocks: new Map([
    [2 ** 52 + 1, 40],
    [7, 1],
  ]),
  deletes: new Map([
    [
      2 ** 52 + 1,
      [
        [3, 5],
        [9, 40],
      ],
    ],
  ]),
  authors: new Map([
    [2 ** 52 + 1, { person: WORKER, lastEdit: 1_800_000_000_000 }],
    [7, { person: RESIDENT, lastEdit: 0 }],
    [9, { person: WORKER, lastEdit: 3 }],
  ]),
  taken: new Set(),
}

test('decodes to what was encoded', () => {
  expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor)
  const none = { missedEpochs: new Set<number>(), clocks: new Map(), deletes: new Map(), authors: new Map() }
  const empty = { ...cursor, ...none, erased: false }
  expect(decodeCursor(encodeCursor(empty))).toEqual(empty)
  const taken = { ...cursor, taken: new Set([7, 2 ** 52 + 1]) }
  expect(decodeCursor(encodeCursor(taken))).toEqual(taken)
})

test('a truncated, too long or foreign blob, or one of another version, is no cursor', () => {
  const bytes = encodeCursor(cursor)
  for (let length = 0; length < bytes.length; length++) expect(decodeCursor(bytes.subarray(0, length))).toBeNull()
  expect(decodeCursor(Uint8Array.of(...bytes, 0))).toBeNull()
  for (const version of [2, 9]) expect(decodeCursor(bytes.with(0, version))).toBeNull()
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (random) => void decodeCursor(random)))
  fc.assert(fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => void decodeCursor(bytes.with(at, byte))))
})

test('a count of 2^49 clocks or ranges is refused before anything is allocated', () => {
  const huge = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]
  const bare = { ...cursor, clocks: new Map(), deletes: new Map(), authors: new Map() }
  const start = [...encodeCursor(bare)].slice(0, -4)
  expect(decodeCursor(Uint8Array.from([...start, ...huge, 0, 0, 0]))).toBeNull()
  expect(decodeCursor(Uint8Array.from([...start, 0, ...huge, 0, 0]))).toBeNull()
  expect(decodeCursor(Uint8Array.from([...start, 0, 1, 7, ...huge, 0, 0]))).toBeNull()
  expect(decodeCursor(Uint8Array.from([...start, 0, 0, ...huge, 0]))).toBeNull()
  expect(decodeCursor(Uint8Array.from([...start, 0, 0, 0, ...huge]))).toBeNull()
})

test('an author missing from the list of people makes the blob no cursor', () => {
  const lone = { ...cursor, authors: new Map([[7, { person: WORKER, lastEdit: 0 }]]) }
  const bytes = encodeCursor(lone)
  expect(decodeCursor(bytes)).toEqual(lone)
  expect(decodeCursor(bytes.with(bytes.length - 2, 1))).toBeNull()
})
