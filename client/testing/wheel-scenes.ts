/** Plans with wheels for previews: one being filled in, several over time, and two scores set at the same time. */
import * as Y from 'yjs'
import { finishCheckIn, setScore, setTalkAbout, startCheckIn, type Score } from '#domain/wheel/check-ins.ts'
import { TOPICS } from '#domain/document/choices.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { setText } from '#domain/document/texts.ts'
import type { Who } from '#domain/plan/who.ts'
import { createFakePlan, createRandomness, ME, MINUTE_MS, NOW, WORKER } from './fake-plan.ts'

const DAY_MS = 24 * 60 * MINUTE_MS
const randomness = createRandomness(11)

const addWheel = (doc: PlanDoc, who: Who, at: number, scores: readonly (Score | null)[], finished = true): EntityId => {
  const id = startCheckIn(doc, { who, at, pack: 'neutral' }, randomness)
  TOPICS.forEach((topic, index) => {
    const score = scores[index]
    if (score !== null && score !== undefined) setScore(doc, id, topic, score, randomness)
  })
  if (finished) finishCheckIn(doc, id, randomness)
  return id
}

const someWheels = () => {
  const fake = createFakePlan()
  const { doc } = fake
  addWheel(doc, { person: ME.person }, NOW - 250 * DAY_MS, [5, 3, 6, 4, 4, 7])
  addWheel(doc, { person: WORKER.person }, NOW - 2 * DAY_MS, [7, 5, 6, 6, 3, 8])
  return fake
}

const open = someWheels()
const filled = addWheel(open.doc, { person: ME.person }, NOW, [6, 4, 7, 5, null, 8], false)
setTalkAbout(open.doc, filled, 'mental-wellbeing', true, randomness)
setText(open.doc, 'checkIn', filled, 'note:mental-wellbeing', 'Ik slaap slecht als ik pieker.')

const finished = someWheels()
const done = addWheel(finished.doc, { person: ME.person }, NOW, [6, 4, 7, 5, null, 8, 9], false)
setText(finished.doc, 'checkIn', done, 'ownTopic', 'Mijn moestuin')
setTalkAbout(finished.doc, done, 'mental-wellbeing', true, randomness)
setTalkAbout(finished.doc, done, 'own', true, randomness)
setText(finished.doc, 'checkIn', done, 'note:mental-wellbeing', 'Ik slaap slecht als ik pieker.')
setText(finished.doc, 'checkIn', done, 'note:meaningfulness', 'De kinderen van mijn zus.')
finishCheckIn(finished.doc, done, randomness)

const two = createFakePlan()
const both = addWheel(two.doc, { person: ME.person }, NOW, [0, 10, 0, 5, 5, 10], false)
const other = createFakePlan({ seed: 3 })
Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(two.doc))
setScore(other.doc, both, 'participation', 8, createRandomness(99))
setScore(two.doc, both, 'participation', 3, randomness)
Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(other.doc))

const empty = createFakePlan()
addWheel(empty.doc, { person: ME.person }, NOW, [], false)

export const wheelScenes = {
  'wheel-open': { device: { plan: open.plan } },
  'wheel-finished': { device: { plan: finished.plan } },
  'wheel-two': { device: { plan: two.plan } },
  'wheel-empty': { device: { plan: empty.plan } },
}
