/** The wheels of a plan on paper and in files. */
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { toPlanWords } from '#wording/plan-words.ts'
import { createPlanDoc } from '../document/plan-doc.ts'
import { createRandomness } from '../testing/peers.ts'
import { NOBODY } from '../testing/read-parts.ts'
import { setScore, startCheckIn } from '../wheel/check-ins.ts'
import type { PlanExtent } from './plan-text-blocks.ts'
import { toPlainText } from './plan-text-plain.ts'
import { readPlanParts } from './plan-text.ts'

const [NOW, DAY_MS] = [1_795_000_000_000, 24 * 3_600_000]

test('a wheel dated years ahead is not the latest, and nothing came before the first', () => {
  const doc = createPlanDoc(1)
  const randomness = createRandomness(3)
  const fill = (at: number) => {
    const id = startCheckIn(doc, { who: { name: 'Ans' }, at, pack: 'weef' }, randomness)
    setScore(doc, id, 'participation', 4, randomness)
    return id
  }
  const [first, second, ahead] = [fill(NOW - 9 * DAY_MS), fill(NOW - DAY_MS), fill(NOW + 900 * DAY_MS)]
  const wheels = (extent: PlanExtent, now: number) =>
    readPlanParts(doc, toPlanWords(nl, [], NOBODY), { extent, now })
      .flatMap(({ groups }) => groups)
      .flatMap(({ wheel }) => wheel ?? [])
      .map((wheel) => [wheel.now.id, wheel.before?.id ?? null])
  expect(wheels('now', NOW)).toEqual([[second, first]])
  expect(wheels('all', NOW)).toEqual([
    [second, first],
    [first, null],
    [ahead, second],
  ])
  expect(wheels('now', NOW + 900 * DAY_MS)).toEqual([[ahead, second]])
})

test('the score of the wheel before stands in brackets, so that no number runs into its date', () => {
  const doc = createPlanDoc(1)
  const randomness = createRandomness(3)
  for (const [days, score] of [
    [9, 4],
    [1, 6],
  ] as const)
    setScore(
      doc,
      startCheckIn(doc, { who: { name: 'Ans' }, at: NOW - days * DAY_MS, pack: 'weef' }, randomness),
      'participation',
      score,
      randomness,
    )
  const parts = readPlanParts(doc, toPlanWords(nl, [], NOBODY), { extent: 'now', now: NOW })
  const text = toPlainText('Plan', 'Vandaag', parts)
  expect(text).toContain(`${nl.wheel.topics.participation}: 6 (${nl.takeOut.date(NOW - 9 * DAY_MS)}: 4)`)
})
