import Validator from '@asymmetrik/fhir-json-schema-validator'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { nl } from '#copy/nl.ts'
import { toFilledInBy, toWrittenBy } from '#wording/written-by.ts'
import type { Hand } from '../../plan/hands.ts'
import type { Who } from '../../plan/who.ts'
import { toTopicName } from '#wording/wheel-spokes.ts'
import { workspaceId } from '#testing/fake-plan.ts'
import { createSamplePlan } from '#testing/sample-plan.ts'
import { setAnswer } from '../../goals/answers.ts'
import { setScore, startCheckIn } from '../../wheel/check-ins.ts'
import { setAside } from '../../document/aside.ts'
import { GOAL_STATUSES, type Topic } from '../../document/choices.ts'
import { toDay } from '../../document/days.ts'
import { addGoal, setGoalStatus } from '../../goals/goals.ts'
import { createPlanDoc, type PlanDoc } from '../../document/plan-doc.ts'
import { createPair, createPeer, createRandomness, meet } from '../../testing/peers.ts'
import { addStep, setStep } from '../../goals/steps.ts'
import { toBundle } from './bundle.ts'

const NOW = 1_795_000_000_000
/** The JSON schema that HL7 publishes for R4. */
const validator = new Validator()
const { resident, worker, personAt, doc: sample } = createSamplePlan(createRandomness(1), NOW)
const MEMBERS = [
  { person: resident, name: 'Ans' },
  { person: worker, name: 'Wanda' },
]
const called = (who: Who): string =>
  'name' in who ? who.name : (MEMBERS.find(({ person }) => person === who.person)?.name ?? '')
const WORDS = {
  topic: (topic: Topic, ownTopic: string) => toTopicName(nl, topic, ownTopic),
  talkAbout: nl.wheel.talkAbout,
  note: nl.wheel.noteOf,
  texts: nl.goals.texts,
  answer: nl.goals.answers.short,
  by: (hand: Hand) => toWrittenBy(nl, hand, called),
  filledInBy: (wheel: { who: Who; writers: readonly number[] }) => toFilledInBy(nl, wheel, { personAt }, called),
  choose: (field: 'status' | 'who' | 'day' | 'score', values: readonly string[]) => `${field}: ${values.join(' of ')}`,
  status: nl.goals.status,
  stepStatus: nl.goals.stepStatus,
  date: nl.takeOut.date,
  subject: 'degene van dit plan',
}

/** A clientID of Wanda in the sample plan. */
const WANDAS = 7_001_112_223_334_445

const bundleOf = (doc: PlanDoc) =>
  toBundle(doc, {
    plan: workspaceId(7),
    title: 'Plan van Ans',
    savedAt: NOW,
    subject: resident,
    people: MEMBERS,
    personAt,
    words: WORDS,
  })
/** A resource with any field, so that a test can look for absent ones. */
type AnyResource = { readonly resourceType: string; readonly id: string; readonly [field: string]: unknown }
const all = (doc: PlanDoc, type: string): readonly AnyResource[] =>
  bundleOf(doc)
    .entry.map(({ resource }) => resource as unknown as AnyResource)
    .filter(({ resourceType }) => resourceType === type)

test('every resource, and the bundle around them, is FHIR R4 by the published schema', () => {
  for (const doc of [sample, createPlanDoc(1)]) {
    const bundle = bundleOf(doc)
    expect(validator.validate(bundle, true)).toEqual([])
    for (const { resource } of bundle.entry) expect(validator.validate(resource, true), resource.id).toEqual([])
  }
})

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

test('the schema refuses an invalid resource, so this test can fail', () => {
  const [entry] = bundleOf(sample).entry
  expect(validator.validate({ ...entry?.resource, nonsense: 1 }, true)).not.toEqual([])
})

test('the person whose plan it is has no name, not even in references; the others have theirs', () => {
  const text = JSON.stringify({ ...bundleOf(sample), entry: bundleOf(sample).entry.map(withoutTitle) })
  expect(text).not.toMatch(/"(?:text|display)":"Ans"/)
  for (const name of ['Wanda', 'Mira']) expect(text).toContain(`{"text":"${name}"}`)
})

const withoutTitle = ({ resource }: { resource: object }) => ({ ...resource, title: '' })

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
  setStep(one.doc, step, { who: { person: resident }, day: toDay(NOW), status: 'completed' }, one.randomness)
  setStep(two.doc, step, { who: { name: 'Mira' }, day: toDay(NOW + 86_400_000), status: 'cancelled' }, two.randomness)
  setScore(one.doc, wheel, 'participation', 3, one.randomness)
  setScore(two.doc, wheel, 'participation', 8, two.randomness)
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc))

  expect(validator.validate(bundleOf(one.doc), true)).toEqual([])
  const said = (field: string) => ({ text: expect.stringMatching(new RegExp(`^${field}: .+ of .+`)) as string })
  expect(all(one.doc, 'Goal')).toMatchObject([{ lifecycleStatus: 'active', note: [said('status')] }])
  const [plan] = all(one.doc, 'CarePlan')
  expect(plan?.['activity']).toEqual([
    {
      detail: { kind: 'Task', goal: expect.anything() as object, status: 'unknown', description: 'Bellen' },
      progress: ['status', 'who', 'day'].map(said),
    },
  ])
  expect(JSON.stringify(plan)).toMatch(/Mira of degene van dit plan|degene van dit plan of Mira/)
  const response = JSON.stringify(all(one.doc, 'QuestionnaireResponse'))
  expect(response).toMatch(/"valueString":"score: (3 of 8|8 of 3)"/)
  expect(response).not.toContain('valueInteger')
})

test('[product 7] a wheel holds only people’s answers: no mean, no norm, and zero is a score', () => {
  const wheels = JSON.stringify(all(sample, 'QuestionnaireResponse'))
  expect(wheels).toContain('"valueInteger":0')
  expect(wheels).not.toMatch(/interpretation|referenceRange|"mean"/)
})
