import { expect, test } from 'vitest'
import { setScore, setTalkAbout, startCheckIn } from './check-ins.ts'
import { readPlan } from '../document/read-plan.ts'
import { latestWheelsOf } from './latest-wheels.ts'
import { readLatestWheels } from '../testing/read-parts.ts'
import { createPlanDoc } from '../document/plan-doc.ts'
import type { Who } from '../plan/who.ts'

const ANS: Who = { name: 'Ans' }
const WANDA: Who = { name: 'Wanda' }

const createWorld = () => {
  let next = 0
  const randomness = {
    randomBytes: (length: number) => new Uint8Array(length).map(() => (next = (next * 31 + 7) % 251)),
  }
  const doc = createPlanDoc(7)
  const fill = (who: Who, at: number) => {
    const id = startCheckIn(doc, { who, at, pack: 'weef' }, randomness)
    setScore(doc, id, 'participation', 0, randomness)
    return id
  }
  return { doc, randomness, fill }
}

test('each person’s latest wheel counts, the latest of all first', () => {
  const { doc, fill } = createWorld()
  const latest = fill(ANS, 30)
  fill(ANS, 10)
  const other = fill(WANDA, 40)
  expect(readLatestWheels(doc).map(({ id }) => id)).toEqual([other, latest])
})

test('a wheel left empty does not hide the one before; a tick alone counts as content', () => {
  const { doc, fill, randomness } = createWorld()
  const filled = fill(ANS, 10)
  const begun = startCheckIn(doc, { who: ANS, at: 20, pack: 'weef' }, randomness)
  expect(readLatestWheels(doc).map(({ id }) => id)).toEqual([filled])
  setTalkAbout(doc, begun, 'own', true, randomness)
  expect(readLatestWheels(doc).map(({ id }) => id)).toEqual([begun])
})

test('a wheel dated years ahead is not the latest until then; where a person has no other, it comes last', () => {
  const { doc, fill } = createWorld()
  const [now, day] = [1_000_000_000_000, 24 * 3_600_000]
  const latestAt = (at: number) => latestWheelsOf(readPlan(doc), { now: at }).map(({ id }) => id)
  const own = fill(ANS, now - day)
  const ahead = fill(ANS, now + 1_000 * day)
  const alone = fill({ name: 'Oma' }, now + 2_000 * day)
  expect(latestAt(now)).toEqual([own, alone])
  const fast = fill(ANS, now + 1_000) // a clock that is ahead
  expect(latestAt(now)).toEqual([fast, alone])
  expect(latestAt(now + 3_000 * day)).toEqual([alone, ahead])
})
