/** What nobody has dealt with is not lost with a row beside it. */
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { toPersonId } from '#shared/protocol/ids.ts'
import { TAKEN } from './news-rows.ts'

const ROW = { person: toPersonId(new Uint8Array(16).fill(7)), part: 'story', letters: 99, from: 3, to: 4, at: 5 }

test('a damaged row of what was taken away goes alone', () => {
  const damaged = [null, 5, 'x', [], {}, { ...ROW, at: 8.7e15 }, { ...ROW, to: -1 }, { ...ROW, person: 'Ans' }]
  expect(v.parse(TAKEN, [...damaged, ROW])).toEqual([ROW])
})
