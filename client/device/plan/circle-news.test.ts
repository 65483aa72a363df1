/** Newcomers are those who were not there at the last look. */
import { expect, test } from 'vitest'
import { BROTHER, ME, WORKER } from '#testing/fake-plan.ts'
import { goneSince, newcomersSince, renewedSince, roleBefore, toCircleRow, toSeenCircle } from './circle-news.ts'

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

test('whoever moved to a new key card is nobody new, and it is told', () => {
  const renewed = { ...WORKER, person: BROTHER.person, earlier: [WORKER.person] }
  const row = toCircleRow(toSeenCircle([ME, WORKER], null), [ME, renewed], null)
  expect([row.newcomers, row.renewed]).toEqual([[], [WORKER.name]])
  const seen = toSeenCircle([ME, renewed], null)
  expect([seen.newcomers, seen.renewed, renewedSince(seen, [ME, renewed])]).toEqual([[], [], []])
  // Somebody who came and moved since is new all the same.
  expect(newcomersSince(toSeenCircle([ME], null), [ME, renewed])).toEqual([renewed])
})

test('another role than at my last look is told until I look again; nobody knows it of rows of earlier releases', () => {
  const reader = { ...ME, role: 'reader' as const }
  const seen = toSeenCircle([ME, WORKER], null)
  const stored = toCircleRow(seen, [reader, WORKER], null)
  expect([roleBefore(seen, [ME, WORKER]), roleBefore(stored, [reader, WORKER])]).toEqual([null, ME.role])
  expect(roleBefore(toSeenCircle([reader, WORKER], null), [reader, WORKER])).toBeNull()
  expect(roleBefore({ ...seen, role: undefined }, [reader, WORKER])).toBeNull()
  expect(roleBefore(seen, [WORKER]), 'taking no part has a notice of its own').toBeNull()
})

test('whoever took part at my last look and does not now is gone; whoever moved to a new key card is not', () => {
  const renewed = { ...WORKER, person: BROTHER.person, earlier: [WORKER.person] }
  const seen = toSeenCircle([ME, WORKER], null)
  const gone = [goneSince(seen, [ME, renewed]), goneSince(seen, [ME]), goneSince(null, [ME])]
  expect(gone).toEqual([[], [WORKER.person], []])
})
