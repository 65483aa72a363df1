/** A successor holds all current content of a plan, and nothing that was taken out. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { toPersonId, toWorkspaceId } from '#shared/protocol/ids.ts'
import { createSamplePlan } from '#testing/sample-plan.ts'
import { createPlanDoc, ENTITY_KINDS, entitiesOf, type PlanDoc, storyOf, valuesOf } from '../document/plan-doc.ts'
import { withdrawEnding } from '../goals/endings.ts'
import { readGoals } from '../goals/goals.ts'
import { beginPlan, readTitles } from './plan.ts'
import { fillSuccessor, readSuccessor, setSuccessor } from './successor.ts'
import { createRandomness } from '../testing/peers.ts'

const contentOf = (doc: PlanDoc) => [
  storyOf(doc).toArray().map(String),
  Object.fromEntries(Object.entries(valuesOf(doc).toJSON()).filter(([, value]) => value !== null)),
  ENTITY_KINDS.map((kind) => entitiesOf(doc, kind).toJSON()),
]
const succeed = (from: PlanDoc): PlanDoc => {
  const doc = createPlanDoc(77)
  beginPlan(doc, 'Plan van Ans', createRandomness(3))
  fillSuccessor(from, doc)
  return doc
}
const PERSON = toPersonId(new Uint8Array(16).fill(1))
/** Everybody here is one person, who owns the plan. */
const CIRCLE = { me: PERSON, personAt: () => PERSON, mayRule: () => true }
const NEXT = toWorkspaceId(new Uint8Array(16).fill(5))
const LATER = toWorkspaceId(new Uint8Array(16).fill(6))

test('it holds all of a full plan, story and all, under one person’s clientID', () => {
  const { doc } = createSamplePlan(createRandomness(1), 1_800_000_000_000)
  for (const { id } of readGoals(doc)) withdrawEnding(doc, id, createRandomness(8))
  const next = succeed(doc)
  expect(contentOf(next)).toEqual(contentOf(doc))
  expect(storyOf(next).length).toBeGreaterThan(2)
  expect([...next.store.clients.keys()]).toEqual([77])
  expect(Y.encodeStateAsUpdate(doc).length).toBeGreaterThan(0)
})

test('nobody seems to have proposed or agreed to what the person who begins it copies', () => {
  const { doc } = createSamplePlan(createRandomness(1), 1_800_000_000_000)
  expect(readGoals(doc).some(({ ending }) => ending !== null)).toBe(true)
  expect(readGoals(succeed(doc)).map(({ ending }) => ending)).toEqual([null, null, null])
})

test('deleted content stays behind, also in the bytes', () => {
  const doc = createPlanDoc(1)
  beginPlan(doc, 'Plan van Ans', createRandomness(2))
  const line = new Y.XmlElement('paragraph')
  const text = new Y.XmlText('dit blijft, dit was geheim')
  line.insert(0, [text])
  storyOf(doc).push([line])
  text.delete(10, 16)
  const bytes = Buffer.from(Y.encodeStateAsUpdate(succeed(doc))).toString('latin1')
  expect([bytes.includes('dit blijft'), bytes.includes('geheim')]).toEqual([true, false])
})

test('the old plan names its successor, the same for everybody, and the new plan names none', () => {
  const doc = createPlanDoc(1)
  beginPlan(doc, 'Plan van Ans', createRandomness(2))
  expect(readSuccessor(doc, CIRCLE)).toBeNull()
  setSuccessor(doc, NEXT, createRandomness(4))
  expect([readSuccessor(doc, CIRCLE), readSuccessor(succeed(doc), CIRCLE), readTitles(succeed(doc))]).toEqual([
    NEXT,
    null,
    ['Plan van Ans'],
  ])
  const other = createPlanDoc(2)
  setSuccessor(other, LATER, createRandomness(5))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  expect(readSuccessor(other, CIRCLE)).toBe(readSuccessor(doc, CIRCLE))
  valuesOf(doc).forEach((_, name) => valuesOf(doc).set(name, 'nowhere'))
  expect(readSuccessor(doc, CIRCLE)).toBeNull()
})
