import { expect, test } from 'vitest'
import { createRandomness, ME, NOW, WORKER } from '#testing/fake-plan.ts'
import { finishCheckIn, readCheckIns, setTalkAbout, startCheckIn } from './check-ins.ts'
import { createPlanDoc } from '../document/plan-doc.ts'
import { toTalkList } from './talk-list.ts'
import { setText } from '../document/texts.ts'
import type { Topic } from '../document/choices.ts'
import type { Who } from '../plan/who.ts'

const setUp = () => {
  const doc = createPlanDoc()
  const randomness = createRandomness(3)
  const begin = (who: Who, at: number, ...topics: readonly Topic[]) => {
    const id = startCheckIn(doc, { who, at, pack: 'neutral' }, randomness)
    for (const topic of topics) setTalkAbout(doc, id, topic, true, randomness)
    return id
  }
  const listed = () => toTalkList(readCheckIns(doc)).map(({ who, topic, note }) => [who, topic, note])
  return { doc, randomness, begin, listed }
}
const me = { person: ME.person }
const worker = { person: WORKER.person }

test('the list has each person’s ticks of their latest wheel, in the order of the wheel, with their notes', () => {
  const { doc, begin, listed } = setUp()
  begin(me, NOW - 2, 'bodily-functions')
  const mine = begin(me, NOW, 'participation', 'mental-wellbeing')
  begin(worker, NOW - 1, 'own')
  setText(doc, 'checkIn', mine, 'note:participation', 'Ik ken hier niemand.')
  expect(listed()).toEqual([
    [me, 'mental-wellbeing', ''],
    [me, 'participation', 'Ik ken hier niemand.'],
    [worker, 'own', ''],
  ])
})

test('a wheel that was just begun hides no ticks; one that was finished empty does', () => {
  const { doc, randomness, begin, listed } = setUp()
  begin(me, NOW - 2, 'bodily-functions')
  const empty = begin(me, NOW)
  expect(listed()).toEqual([[me, 'bodily-functions', '']])
  finishCheckIn(doc, empty, randomness)
  expect(listed()).toEqual([])
})
