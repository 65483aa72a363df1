/** Delete sets against the naive model: a set of single clocks. */
import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addDeletes,
  type DeleteSet,
  deletesOf,
  fromYjs,
  type Range,
  readDeletes,
  subtractDeletes,
  writeDeletes,
} from './delete-set.ts'

/** Ranges from outside: unsorted, overlapping, empty. */
const normalise = (ranges: readonly Range[]): readonly Range[] => {
  const tidy = new Map<number, readonly Range[]>()
  addDeletes(tidy, new Map([[1, ranges]]))
  return tidy.get(1) ?? []
}
const range: fc.Arbitrary<Range> = fc.tuple(fc.nat(40), fc.nat(6)).map(([start, length]) => [start, start + length])
const ranges = fc.array(range, { maxLength: 12 })
const set: fc.Arbitrary<DeleteSet> = fc
  .array(fc.tuple(fc.constantFrom(1, 2, 3), ranges), { maxLength: 4 })
  .map(
    (all) =>
      new Map(all.map(([client, each]) => [client, normalise(each)] as const).filter(([, each]) => each.length > 0)),
  )

/** `client:clock`, one for each deleted clock. */
const clocksOf = (deletes: DeleteSet): ReadonlySet<string> =>
  new Set(
    [...deletes].flatMap(([client, each]) =>
      each.flatMap(([start, end]) => Array.from({ length: end - start }, (_, index) => `${client}:${start + index}`)),
    ),
  )
const expectTidy = (deletes: DeleteSet): void => {
  for (const each of deletes.values()) {
    expect(each.length).toBeGreaterThan(0)
    each.forEach(([start, end], index) => {
      expect(end).toBeGreaterThan(start)
      expect(start).toBeGreaterThan(each[index - 1]?.[1] ?? -1)
    })
  }
}

test('ranges are sorted, joined where they touch, and never empty', () => {
  expect(
    normalise([
      [5, 6],
      [1, 3],
      [3, 4],
      [2, 3],
      [9, 9],
      [8, 7],
    ]),
  ).toEqual([
    [1, 4],
    [5, 6],
  ])
  fc.assert(
    fc.property(ranges, (each) => {
      const tidy = new Map(
        [[1, normalise(each)]].filter(([, all]) => (all as Range[]).length > 0) as [number, Range[]][],
      )
      expectTidy(tidy)
      expect(clocksOf(tidy)).toEqual(clocksOf(new Map([[1, each]])))
    }),
  )
})

test('subtracting leaves the clocks that are in the first set only', () => {
  fc.assert(
    fc.property(set, set, (a, b) => {
      const left = subtractDeletes(a, b)
      expectTidy(left)
      expect(clocksOf(left)).toEqual(clocksOf(a).difference(clocksOf(b)))
    }),
  )
})

test('adding leaves the clocks that are in either set', () => {
  fc.assert(
    fc.property(set, set, (a, b) => {
      const sum = new Map(a)
      addDeletes(sum, b)
      expectTidy(sum)
      expect(clocksOf(sum)).toEqual(clocksOf(a).union(clocksOf(b)))
    }),
  )
})

test('adding to a set changes no other set that shares its ranges', () => {
  const first: DeleteSet = new Map([[1, [[0, 2]]]])
  const second = new Map(first)
  addDeletes(second, new Map([[1, [[2, 4]]]]))
  expect(first.get(1)).toEqual([[0, 2]])
})

test('encoded sets equal the end of a Yjs V1 update, both ways', () => {
  fc.assert(
    fc.property(set, (deletes) => {
      const bytes = encoding.encode((encoder) => writeDeletes(encoder, deletes))
      expect(readDeletes(decoding.createDecoder(bytes))).toEqual(deletes)
      expect(fromYjs(Y.decodeUpdate(Uint8Array.of(0, ...bytes)).ds)).toEqual(deletes)
    }),
  )
})

test('a document’s deletions include collected text', () => {
  for (const gc of [true, false]) {
    const doc = new Y.Doc({ gc })
    doc.clientID = 7
    const story = doc.getText('story')
    story.insert(0, '0123456789')
    story.delete(2, 3)
    story.delete(5, 1)
    expect(deletesOf(doc)).toEqual(
      new Map([
        [
          7,
          [
            [2, 5],
            [8, 9],
          ],
        ],
      ]),
    )
  }
})
