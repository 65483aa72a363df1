import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Who } from '../../plan/who.ts'
import { setAnswer } from '../../goals/answers.ts'
import { setScore, startCheckIn } from '../../wheel/check-ins.ts'
import { setAside } from '../../document/aside.ts'
import { GOAL_STATUSES } from '../../document/choices.ts'
import { toDay } from '../../document/days.ts'
import { addGoal, setGoalStatus } from '../../goals/goals.ts'
import { createPlanDoc } from '../../document/plan-doc.ts'
import { all, bundleOf, expectValid, MEMBERS, NOW, personAt, resident, sample, worker } from '#testing/fhir-bundles.ts'
import { createPair, createPeer, meet } from '../../testing/peers.ts'
import { addStep, setStep } from '../../goals/steps.ts'
import { readOthers } from './people.ts'

/** A clientID of Wanda in the sample plan. */
const WANDAS = 7_001_112_223_334_445

test('a goal with an ending and a concurrent other status has not ended', () => {
  for (const [one, other] of [
    ['completed', 'active'],
    ['active', 'cancelled'],
  ] as const) {
    const [mine, theirs] = createPair()
    const goal = addGoal(mine.doc, { title: 'Post' }, mine.randomness)
    meet(mine, theirs)
    setGoalStatus(mine.doc, goal, one, mine.randomness)
    setGoalStatus(theirs.doc, goal, other, theirs.randomness)
    meet(mine, theirs)
    for (const { doc } of [mine, theirs]) expect(all(doc, 'Goal')).toMatchObject([{ lifecycleStatus: 'active' }])
  }
})

test('a wheel that was set aside is left out', () => {
  const { doc, randomness } = createPeer(1)
  const id = startCheckIn(doc, { who: { name: 'Oma' }, at: NOW, pack: 'weef' }, randomness)
  expect(all(doc, 'QuestionnaireResponse')).toHaveLength(1)
  setAside(doc, 'checkIn', id, NOW, randomness)
  expect(all(doc, 'QuestionnaireResponse')).toHaveLength(0)
})

test('the person whose plan it is has no name, not in references and not in a title; the others have theirs', () => {
  const text = JSON.stringify(bundleOf(sample))
  expect(text).not.toMatch(/"(?:text|display)":"Ans"/)
  expect(text).not.toContain('Plan van Ans')
  for (const name of ['Wanda', 'Mira']) expect(text).toContain(`{"text":"${name}"}`)
})

test('a name that was typed for that person before they came is left out as well', () => {
  const { doc, randomness } = createPeer(1)
  const goal = addGoal(doc, { title: 'Post' }, randomness)
  addStep(doc, goal, { what: 'Bellen', who: { name: 'ans' } }, randomness)
  expect(JSON.stringify(bundleOf(doc)).toLowerCase()).not.toContain('"ans"')
})

test('who helps as their work is a practitioner, everybody else a related person', () => {
  const kinds = (workers: readonly Who[]) =>
    bundleOf(sample, workers).entry.flatMap(({ resource }) =>
      resource.resourceType === 'Practitioner' || resource.resourceType === 'RelatedPerson'
        ? [[resource.resourceType, resource.name?.[0]?.text]]
        : [],
    )
  expect(kinds([{ person: worker }])).toEqual([
    ['Practitioner', 'Wanda'],
    ['RelatedPerson', 'Mira'],
  ])
  expect(kinds([{ name: 'Mira' }])).toEqual([
    ['RelatedPerson', 'Wanda'],
    ['Practitioner', 'Mira'],
  ])
  expect(readOthers(sample, { subject: resident, people: MEMBERS, personAt })).toEqual([
    { person: worker },
    { name: 'Mira' },
  ])
})

test('every reference leads to a resource inside the bundle, and every id follows the standard', () => {
  const { entry } = bundleOf(sample)
  const here = new Set(entry.map(({ fullUrl }) => fullUrl))
  expect(here.size).toBe(entry.length)
  const text = JSON.stringify(entry)
  for (const [, reference = ''] of text.matchAll(/"reference":"([^"]*)"/g)) expect(here).toContain(reference)
  for (const { resource } of entry) expect(resource.id).toMatch(/^[A-Za-z0-9\-.]{1,64}$/)
})

test('a goal has its status and its answers by author, and its steps are activities of the plan', () => {
  const { randomness } = createPeer(1)
  const doc = createPlanDoc(WANDAS)
  for (const status of GOAL_STATUSES) {
    const goal = addGoal(doc, { title: status }, randomness)
    setGoalStatus(doc, goal, status, randomness)
    setAnswer(doc, goal, { person: worker }, { answer: 'disagree', words: 'Te snel.' }, randomness)
  }
  expect(all(doc, 'Goal').map(({ lifecycleStatus }) => lifecycleStatus)).toEqual([...GOAL_STATUSES])
  expect(all(doc, 'Goal')[0]?.['note']).toEqual([
    {
      authorReference: { reference: expect.stringMatching(/^urn:uuid:/) as string, display: 'Wanda' },
      text: 'er niet mee eens: “Te snel.”',
    },
  ])
  expect(JSON.stringify(all(sample, 'CarePlan'))).toContain('"kind":"Task"')
})

test('[rule 5] both of two concurrent values are in words, and neither is a coded value', () => {
  const [one, two] = [createPeer(1), createPeer(2)]
  const goal = addGoal(one.doc, { title: 'Samen' }, one.randomness)
  const step = addStep(one.doc, goal, { what: 'Bellen' }, one.randomness)
  const wheel = startCheckIn(one.doc, { who: { person: resident }, at: NOW, pack: 'weef' }, one.randomness)
  Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc))
  setGoalStatus(one.doc, goal, 'completed', one.randomness)
  setGoalStatus(two.doc, goal, 'active', two.randomness)
  const [mine, theirs] = [{ person: resident }, { name: 'Mira' }]
  setStep(one.doc, step, { who: mine, day: toDay(NOW), status: 'completed', form: 'chat' }, one.randomness)
  const later = toDay(NOW + 86_400_000)
  setStep(two.doc, step, { who: theirs, day: later, status: 'cancelled', form: 'phone' }, two.randomness)
  setScore(one.doc, wheel, 'participation', 3, one.randomness)
  setScore(two.doc, wheel, 'participation', 8, two.randomness)
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc))

  expectValid(one.doc)
  const said = (field: string) => ({ text: expect.stringMatching(new RegExp(`^${field}: .+ of .+`)) as string })
  expect(all(one.doc, 'Goal')).toMatchObject([{ lifecycleStatus: 'active', note: [said('status')] }])
  const [plan] = all(one.doc, 'CarePlan')
  expect(plan?.['activity']).toEqual([
    {
      detail: { kind: 'Task', goal: expect.anything() as object, status: 'unknown', description: 'Bellen' },
      progress: ['status', 'who', 'when', 'form'].map(said),
    },
  ])
  expect(JSON.stringify(plan)).toMatch(/Mira of degene van wie dit plan is|degene van wie dit plan is of Mira/)
  const response = JSON.stringify(all(one.doc, 'QuestionnaireResponse'))
  expect(response).toMatch(/"valueString":"score: (3 of 8|8 of 3)"/)
  expect(response).not.toContain('valueInteger')
})

test('[product 7] a wheel holds only people’s answers: no mean, no norm, and zero is a score', () => {
  const wheels = JSON.stringify(all(sample, 'QuestionnaireResponse'))
  expect(wheels).toContain('"valueInteger":0')
  expect(wheels).not.toMatch(/interpretation|referenceRange|"mean"/)
})
