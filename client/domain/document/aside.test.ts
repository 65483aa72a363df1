import { describe, expect, test } from 'vitest'
import { setAnswer } from '../goals/answers.ts'
import { setAside, showAgain } from './aside.ts'
import { readAside } from '../testing/read-parts.ts'
import { addConversation, addTalkPoint, readConversations } from '../conversations/conversations.ts'
import { parseDay } from './days.ts'
import type { EntityId } from './entity-id.ts'
import { addGoal, readGoals, setGoalStatus } from '../goals/goals.ts'
import { moveAfter } from './order.ts'
import { valuesOf } from './plan-doc.ts'
import { addStep, setStep } from '../goals/steps.ts'
import { createPair, meet, type Peer, reopen } from '../testing/peers.ts'
import { setText } from './texts.ts'
import { addWish, readWishes } from '../goals/wishes.ts'

const NOW = 1_795_000_000_000
const DAY = parseDay('2026-12-01')

/** A goal with a step that both people know. */
const begin = () => {
  const [worker, resident] = createPair()
  const goal = addGoal(worker.doc, { title: 'Naar buiten' }, worker.randomness)
  const step = addStep(worker.doc, goal, { what: 'Tuin bekijken' }, worker.randomness)
  meet(worker, resident)
  return { worker, resident, goal, step }
}
const asideOf = ({ doc }: Peer) => readGoals(doc)[0]?.aside ?? null
type Edit = (peer: Peer, goal: EntityId, step: EntityId) => unknown

const EDITS: readonly (readonly [string, Edit])[] = [
  ['a text', ({ doc }, goal) => setText(doc, 'goal', goal, 'why', 'Omdat het helpt')],
  ['a letter less', ({ doc }, goal) => setText(doc, 'goal', goal, 'title', 'Naar buite')],
  ['a value', ({ doc, randomness }, goal) => setGoalStatus(doc, goal, 'active', randomness)],
  [
    'an answer',
    ({ doc, randomness }, goal) => setAnswer(doc, goal, { name: 'Mira' }, { answer: 'agree', words: '' }, randomness),
  ],
  ['a new step', ({ doc, randomness }, goal) => addStep(doc, goal, { what: 'Bellen' }, randomness)],
  ['a text of its step', ({ doc }, _goal, step) => setText(doc, 'step', step, 'what', 'Tuin bezoeken')],
  ['a value of its step', ({ doc, randomness }, _goal, step) => setStep(doc, step, { day: DAY }, randomness)],
]

describe('set aside', () => {
  test('is out of view for everybody, with author and moment, and nothing is deleted', () => {
    const { worker, resident, goal } = begin()
    setAside(worker.doc, 'goal', goal, NOW, worker.randomness)
    meet(worker, resident)
    expect(asideOf(resident)).toEqual({ client: 1, at: NOW })
    expect(readGoals(resident.doc)[0]).toMatchObject({ title: 'Naar buiten', steps: [{ what: 'Tuin bekijken' }] })
    expect(asideOf(reopen(resident, 9))).toEqual({ client: 1, at: NOW })
  })

  test('is in view again when a person brings it back, and can be set aside again', () => {
    const { worker, resident, goal } = begin()
    setAside(worker.doc, 'goal', goal, NOW, worker.randomness)
    meet(worker, resident)
    showAgain(resident.doc, 'goal', goal, resident.randomness)
    meet(worker, resident)
    expect(asideOf(worker)).toBe(null)
    setAside(worker.doc, 'goal', goal, NOW + 1, worker.randomness)
    expect(asideOf(worker)).toEqual({ client: 1, at: NOW + 1 })
  })

  test('by two people at once is set aside', () => {
    const { worker, resident, goal } = begin()
    setAside(worker.doc, 'goal', goal, NOW, worker.randomness)
    setAside(resident.doc, 'goal', goal, NOW + 5, resident.randomness)
    meet(worker, resident)
    expect(asideOf(worker)).not.toBe(null)
    expect(asideOf(worker)).toEqual(asideOf(resident))
    showAgain(worker.doc, 'goal', goal, worker.randomness)
    meet(worker, resident)
    expect(asideOf(resident)).toBe(null)
  })

  test('and brought back by two people who had both seen it aside is in view, in either order', () => {
    const { worker, resident, goal } = begin()
    setAside(worker.doc, 'goal', goal, NOW, worker.randomness)
    meet(worker, resident)
    showAgain(resident.doc, 'goal', goal, resident.randomness)
    setAside(worker.doc, 'goal', goal, NOW + 9, worker.randomness)
    meet(worker, resident)
    expect(asideOf(worker)).toBe(null)
    expect(asideOf(resident)).toBe(null)
  })

  test.each(EDITS)('and %s edited at the same time is in view again, on every device, in both orders', (_, edit) => {
    for (const order of ['aside first', 'edit first'] as const) {
      const { worker, resident, goal, step } = begin()
      const acts = [() => setAside(worker.doc, 'goal', goal, NOW, worker.randomness), () => edit(resident, goal, step)]
      for (const act of order === 'aside first' ? acts : acts.toReversed()) act()
      if (order === 'aside first') meet(worker, resident)
      else meet(resident, worker)
      expect(asideOf(worker)).toBe(null)
      expect(asideOf(resident)).toBe(null)
      expect(asideOf(reopen(worker, 9))).toBe(null)
    }
  })

  test.each(EDITS)('and %s edited afterwards is in view again', (_, edit) => {
    const { worker, resident, goal, step } = begin()
    setAside(worker.doc, 'goal', goal, NOW, worker.randomness)
    meet(worker, resident)
    expect(asideOf(resident)).not.toBe(null)
    edit(resident, goal, step)
    expect(asideOf(resident)).toBe(null)
    meet(worker, resident)
    expect(asideOf(worker)).toBe(null)
  })

  test('stays aside while things are only moved, or a step of it is set aside too', () => {
    const { worker, resident, goal, step } = begin()
    addGoal(worker.doc, { title: 'Post openen' }, worker.randomness)
    meet(worker, resident)
    setAside(worker.doc, 'goal', goal, NOW, worker.randomness)
    const [first, second] = readGoals(resident.doc)
    moveAfter(resident.doc, 'goal', goal, [first!, second!], second!.id, resident.randomness)
    setAside(resident.doc, 'step', step, NOW, resident.randomness)
    meet(worker, resident)
    expect(readAside(worker.doc, 'goal', goal)).toEqual({ client: 1, at: NOW })
  })

  test('choosing a value that both had set is no edit', () => {
    const [worker, resident] = createPair()
    const goal = addGoal(worker.doc, { title: 'Naar buiten' }, worker.randomness)
    meet(worker, resident)
    setGoalStatus(worker.doc, goal, 'active', worker.randomness)
    setGoalStatus(resident.doc, goal, 'active', resident.randomness)
    meet(worker, resident)
    setAside(worker.doc, 'goal', goal, NOW, worker.randomness)
    setGoalStatus(resident.doc, goal, 'active', resident.randomness)
    meet(worker, resident)
    expect(asideOf(resident)).not.toBe(null)
  })

  test('a point of a conversation shows the conversation again', () => {
    const [worker, resident] = createPair()
    const conversation = addConversation(worker.doc, NOW, worker.randomness)
    meet(worker, resident)
    setAside(worker.doc, 'conversation', conversation, NOW, worker.randomness)
    addTalkPoint(resident.doc, conversation, { text: 'Slapen', source: null }, resident.randomness)
    meet(worker, resident)
    expect(readConversations(worker.doc)[0]?.aside).toBe(null)
  })

  test('an impossible mark hides nothing', () => {
    const [worker] = createPair()
    const wish = addWish(worker.doc, 'Rust', worker.randomness)
    const values = valuesOf(worker.doc)
    for (const [index, mark] of [true, 'x', 7, [], {}, { look: 'x' }, { look: null }, { at: 1 }].entries()) {
      values.set(`wish:${wish}/aside#${index}`, mark)
    }
    expect(readWishes(worker.doc)[0]?.aside).toBe(null)
  })

  test('a moment that no calendar has is read as none', () => {
    const [worker] = createPair()
    const wish = addWish(worker.doc, 'Rust', worker.randomness)
    setAside(worker.doc, 'wish', wish, 1e300, worker.randomness)
    expect(readWishes(worker.doc)[0]?.aside).toEqual({ client: 1, at: 0 })
  })
})
