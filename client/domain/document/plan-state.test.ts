/** Structural sharing between states, and the cost of a keystroke: it reads one text, once. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { parsePersonId } from '#shared/protocol/ids.ts'
import { addConversation, addTalkPoint } from '../conversations/conversations.ts'
import { addGoal, goalsOf, readGoals, setGoalStatus } from '../goals/goals.ts'
import { addStep, stepsOf } from '../goals/steps.ts'
import { addWish, wishesOf } from '../goals/wishes.ts'
import { setMyName } from '../plan/people.ts'
import { sectionsOf, setSectionHidden } from '../plan/sections.ts'
import { readAll } from '../testing/acts.ts'
import { createPair, createPeer, meet } from '../testing/peers.ts'
import { checkInsOf, setScore, startCheckIn } from '../wheel/check-ins.ts'
import { ENTITY_KINDS, entitiesOf, type EntityKind, storyOf } from './plan-doc.ts'
import type { PlanState } from './plan-state.ts'
import { readPlan } from './read-plan.ts'
import { setText } from './texts.ts'

describe('the next state shares', () => {
  const who = { person: parsePersonId('cmVzaWRlbnQtcmVzaWRlbg')! }
  const setUp = () => {
    const peer = createPeer(1)
    const { doc, randomness } = peer
    const goals = ['A', 'B', 'C'].map((title) => addGoal(doc, { title }, randomness))
    const steps = goals.map((goal) => addStep(doc, goal, { what: 'Bellen' }, randomness))
    addWish(doc, 'Rust', randomness)
    const wheel = startCheckIn(doc, { who, at: 1, pack: 'weef' }, randomness)
    const conversation = addConversation(doc, 1, randomness)
    addTalkPoint(doc, conversation, { text: 'Geld', source: null }, randomness)
    return { ...peer, goals, steps, wheel }
  }
  const changedKinds = (before: PlanState, after: PlanState): readonly EntityKind[] =>
    ENTITY_KINDS.filter((kind) => before.entities[kind] !== after.entities[kind])

  test('everything but the goal whose title is being typed in', () => {
    const { doc, goals } = setUp()
    const before = readPlan(doc)
    setText(doc, 'goal', goals[1]!, 'title', 'Bè')
    const after = readPlan(doc)
    expect(changedKinds(before, after)).toEqual(['goal'])
    expect(after.fields).toEqual(before.fields)
    expect(goals.map((id) => before.entities.goal.get(id) === after.entities.goal.get(id))).toEqual([true, false, true])
    expect(goalsOf(before).map((goal, index) => goal === goalsOf(after)[index])).toEqual([true, false, true])
    expect(goalsOf(after)[1]?.title).toBe('Bè')
    expect(goalsOf(before)[1]?.title).toBe('B') // the earlier state is unchanged
    expect(stepsOf(after).every((each, index) => each === stepsOf(before)[index])).toBe(true)
    expect([wishesOf(after), checkInsOf(after), sectionsOf(after)]).toEqual([
      wishesOf(before),
      checkInsOf(before),
      sectionsOf(before),
    ])
    expect(wishesOf(after)).toBe(wishesOf(before))
    expect(checkInsOf(after)).toBe(checkInsOf(before))
    expect(sectionsOf(after)).toBe(sectionsOf(before))
  })

  test('everything but the goal above a step that changes', () => {
    const { doc, steps } = setUp()
    const before = readPlan(doc)
    setText(doc, 'step', steps[0]!, 'what', 'Appen')
    const after = readPlan(doc)
    expect(changedKinds(before, after)).toEqual(['step'])
    expect(goalsOf(before).map((goal, index) => goal === goalsOf(after)[index])).toEqual([false, true, true])
    expect(goalsOf(after)[0]?.steps[0]?.what).toBe('Appen')
  })

  test('every goal and wheel when a score is given, a name chosen, or a word of the story typed', () => {
    const { doc, randomness, wheel } = setUp()
    const start = readPlan(doc)
    setScore(doc, wheel, 'own', 3, randomness)
    const scored = readPlan(doc)
    expect(changedKinds(start, scored)).toEqual(['checkIn'])
    expect(goalsOf(scored)).toBe(goalsOf(start))
    setMyName(doc, who.person, 'Ans', randomness)
    setSectionHidden(doc, 'wheel', true, randomness)
    const named = readPlan(doc)
    expect(changedKinds(scored, named)).toEqual([])
    expect(named.fields.checkIn).toBe(scored.fields.checkIn)
    expect(
      sectionsOf(named)
        .filter((each) => !sectionsOf(scored).includes(each))
        .map(({ id }) => id),
    ).toEqual(['wheel'])
    storyOf(doc).insert(0, [new Y.XmlText('x')])
    const told = readPlan(doc)
    expect(told).toEqual({ ...named, story: named.story + 1 })
    expect(told.entities.goal).toBe(named.entities.goal)
  })

  test('everything, and is the same object, when a transaction changes nothing that is read', () => {
    const { doc } = setUp()
    const before = readPlan(doc)
    doc.transact(() => {})
    doc.getMap('later').set('x', 1)
    entitiesOf(doc, 'goal').set('no id', 1)
    expect(readPlan(doc)).toBe(before)
  })
})

describe('the cost of a keystroke', () => {
  afterEach(() => void vi.restoreAllMocks())

  test('is one reading of one text, for any number of readers and any author; a score costs none', () => {
    const [worker, resident] = createPair()
    const goals = Array.from({ length: 20 }, (_, index) =>
      addGoal(worker.doc, { title: `Doel ${index}` }, worker.randomness),
    )
    const wheel = startCheckIn(worker.doc, { who: { name: 'Ans' }, at: 1, pack: 'weef' }, worker.randomness)
    meet(worker, resident)
    for (const { doc } of [worker, resident]) readAll(doc)
    const reads = vi.spyOn(Y.Text.prototype as { toString(): string }, 'toString')
    const readTexts = (doc: Y.Doc): readonly unknown[] => {
      reads.mockClear()
      for (let times = 0; times < 10; times += 1) readAll(doc)
      return reads.mock.contexts
    }
    setText(worker.doc, 'goal', goals[4]!, 'title', 'Doel vier')
    expect(reads).not.toHaveBeenCalled() // the earlier values were known
    const title = (entitiesOf(worker.doc, 'goal').get(goals[4]!) as Y.Map<unknown>).get('title')
    expect(readTexts(worker.doc).map((text) => text === title)).toEqual([true])
    meet(worker, resident)
    expect(readTexts(resident.doc)).toHaveLength(1)
    expect(readGoals(resident.doc)[4]?.title).toBe('Doel vier')
    setScore(worker.doc, wheel, 'own', 3, worker.randomness)
    setGoalStatus(worker.doc, goals[0]!, 'active', worker.randomness)
    expect(readTexts(worker.doc)).toEqual([])
  })
})
