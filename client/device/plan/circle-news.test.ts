/** Newcomers are those who were not there at the last look. */
import { expect, test } from 'vitest'
import { BROTHER, ME, WORKER } from '#testing/fake-plan.ts'
import { newcomersSince, toCircleRow, toSeenCircle } from './circle-news.ts'

test('nobody is new to somebody who never looked, nor am I', () => {
  expect(newcomersSince(null, [ME, WORKER])).toEqual([])
  expect(toCircleRow(null, [ME, WORKER], null).newcomers).toEqual([])
  expect(newcomersSince(toSeenCircle([WORKER], null), [ME, WORKER])).toEqual([])
})

test('whoever comes after this device first heard of the circle is new, though it was never looked at', () => {
  expect(newcomersSince(toCircleRow(null, [ME], null), [ME, WORKER])).toEqual([WORKER])
  expect(toCircleRow(null, [WORKER], null).known).toBeNull() // the log was not read yet up to my own join
})

test('a look counts until the next one, whatever is stored between them', () => {
  const seen = toSeenCircle([ME, WORKER], null)
  const stored = toCircleRow(toCircleRow(seen, [ME, WORKER, BROTHER], null), [ME, WORKER, BROTHER], null)
  expect([seen.newcomers, stored.newcomers]).toEqual([[], ['']])
  expect(toSeenCircle([ME, WORKER, BROTHER], null).newcomers).toEqual([])
})

test('who may take somebody out, and that it ended, stands beside it', () => {
  expect(toSeenCircle([ME], null)).toMatchObject({ mayRemove: true, ended: null })
  const ended = { how: 'closed', by: null } as const
  expect(toSeenCircle([{ ...ME, role: 'editor' }], ended)).toMatchObject({ mayRemove: false, ended: 'closed' })
})
