import { describe, expect, test } from 'vitest'
import { ANSWER_LIMIT, answeredTo, setAnswer } from './answers.ts'
import { readAnswers, readEnding } from '../testing/read-parts.ts'
import { readCheckIns, setScore, startCheckIn } from '../wheel/check-ins.ts'
import { parseDay } from '../document/days.ts'
import { agreeEnding, proposeEnding, withdrawEnding } from './endings.ts'
import { type EntityId, parseEntityId } from '../document/entity-id.ts'
import { settled } from '../document/fields.ts'
import { addGoal, readGoals, setGoalStatus } from './goals.ts'
import { valuesOf } from '../document/plan-doc.ts'
import { addStep, readSteps, setStep } from './steps.ts'
import { createPair, deliver, meet, type Peer, reopen } from '../testing/peers.ts'
import { setText } from '../document/texts.ts'
import { addWish, readWishes } from './wishes.ts'
import { parsePersonId } from '#shared/protocol/ids.ts'

const NOW = 1_795_000_000_000
const RESIDENT = { person: parsePersonId('cmVzaWRlbnQtcmVzaWRlbg')! }
const [FRIDAY, MONDAY] = [parseDay('2026-11-27')!, parseDay('2026-11-30')!]

const begin = () => {
  const [worker, resident] = createPair()
  const goal = addGoal(worker.doc, { title: 'Naar buiten' }, worker.randomness)
  const step = addStep(worker.doc, goal, { what: 'Tuin bekijken' }, worker.randomness)
  const checkIn = startCheckIn(worker.doc, { who: RESIDENT, at: NOW, pack: 'weef' }, worker.randomness)
  meet(worker, resident)
  return { worker, resident, goal, step, checkIn }
}
type Begun = ReturnType<typeof begin>

/** Pairs of concurrent values, and their readings. */
const KINDS: readonly {
  readonly name: string
  readonly values: readonly [unknown, unknown]
  readonly set: (begun: Begun, peer: Peer, which: 0 | 1) => void
  readonly read: (peer: Peer) => readonly unknown[] | undefined
}[] = [
  {
    name: 'status of a goal',
    values: ['active', 'on-hold'],
    set: ({ goal }, { doc, randomness }, which) =>
      setGoalStatus(doc, goal, (['active', 'on-hold'] as const)[which], randomness),
    read: ({ doc }) => readGoals(doc)[0]?.status,
  },
  {
    name: 'date of a step',
    values: [FRIDAY, MONDAY],
    set: ({ step }, { doc, randomness }, which) => setStep(doc, step, { day: [FRIDAY, MONDAY][which]! }, randomness),
    read: ({ doc }) => readSteps(doc)[0]?.day,
  },
  {
    name: 'who does a step',
    values: [RESIDENT, { name: 'Mira' }],
    set: ({ step }, { doc, randomness }, which) =>
      setStep(doc, step, { who: [RESIDENT, { name: 'Mira' }][which]! }, randomness),
    read: ({ doc }) => readSteps(doc)[0]?.who,
  },
  {
    name: 'score of a wheel, zero and none too',
    values: [0, null],
    set: ({ checkIn }, { doc, randomness }, which) =>
      setScore(doc, checkIn, 'participation', ([0, null] as const)[which], randomness),
    read: ({ doc }) => readCheckIns(doc)[0]?.topics.participation.score,
  },
]

describe.each(KINDS)('$name', ({ values, set, read }) => {
  test('set by two people at once stand side by side for both, in any order of arrival, until one chooses', () => {
    for (const first of [0, 1] as const) {
      const begun = begin()
      const { worker, resident } = begun
      set(begun, worker, 0)
      set(begun, resident, 1)
      if (first === 0) meet(worker, resident)
      else meet(resident, worker)
      expect(read(worker)).toHaveLength(2)
      expect(read(worker)).toEqual(expect.arrayContaining([...values]))
      expect(read(resident)).toEqual(read(worker))
      expect(read(reopen(worker, 9))).toEqual(read(worker))
      set(begun, resident, first)
      meet(worker, resident)
      expect(read(worker)).toEqual(values[first] === null ? [] : [values[first]])
      expect(read(resident)).toEqual(read(worker))
    }
  })

  test('that one sets after hearing of the other simply changes', () => {
    const begun = begin()
    set(begun, begun.worker, 1)
    deliver(begun.worker, begun.resident)
    set(begun, begun.resident, 0)
    meet(begun.worker, begun.resident)
    expect(read(begun.worker)).toEqual([values[0]])
  })
})

test('a value that two wrote in different ways is one', () => {
  const { worker, step } = begin()
  valuesOf(worker.doc).set(`step:${step}/who#1`, { name: 'Mira' })
  valuesOf(worker.doc).set(`step:${step}/who#2`, { name: ' Mira ', of: 'a newer app' })
  expect(readSteps(worker.doc)[0]?.who).toEqual([{ name: 'Mira' }])
})

test('the value that counts until people have chosen is not a cleared one, if there is another', () => {
  expect(settled([])).toBe(null)
  expect(settled([null, 'active'])).toBe('active')
})

test('a goal has its initial values', () => {
  const [worker] = createPair()
  const wish = addWish(worker.doc, 'Mensen zien', worker.randomness)
  const texts = { title: 'Naar buiten', why: 'Omdat', start: 'Nu niet', wished: 'Elke week' }
  const id = addGoal(worker.doc, { ...texts, wish, topic: 'participation' }, worker.randomness)
  const [goal] = readGoals(worker.doc)
  expect(goal).toEqual({
    id,
    ...texts,
    wish,
    topic: 'participation',
    order: 'a0',
    maker: 1,
    status: ['proposed'],
    answers: [],
    ending: null,
    decision: null,
    steps: [],
    aside: null,
  })
  expect(readWishes(worker.doc)).toEqual([{ id: wish, order: 'a0', text: 'Mensen zien', maker: 1, aside: null }])
})

test('a step has its initial values under its goal, and a step without a goal is left out', () => {
  const { worker, goal } = begin()
  const values = { who: RESIDENT, day: FRIDAY, form: 'together', status: 'not-started' } as const
  addStep(worker.doc, goal, { what: 'Bellen', ...values }, worker.randomness)
  addStep(worker.doc, parseEntityId('AAAAAAAAAAA')!, { what: 'Zweeft' }, worker.randomness)
  expect(readGoals(worker.doc)[0]?.steps.map(({ what }) => what)).toEqual(['Tuin bekijken', 'Bellen'])
  expect(readSteps(worker.doc).map(({ what }) => what)).toEqual(['Tuin bekijken', 'Bellen'])
  const bel = readSteps(worker.doc)[1]!
  expect(bel).toMatchObject({ who: [RESIDENT], day: [FRIDAY], form: ['together'], status: ['not-started'] })
  setStep(worker.doc, bel.id, { day: null, status: 'completed' }, worker.randomness)
  expect(readSteps(worker.doc)[1]).toMatchObject({ who: [RESIDENT], day: [], status: ['completed'] })
})

test('a text keeps the words of two people who write at once', () => {
  const { worker, resident, goal } = begin()
  setText(worker.doc, 'goal', goal, 'title', 'Elke week naar buiten')
  setText(resident.doc, 'goal', goal, 'title', 'Naar buiten met Bikkel')
  meet(worker, resident)
  expect(readGoals(worker.doc)[0]?.title).toBe('Elke week naar buiten met Bikkel')
  expect(readGoals(resident.doc)).toEqual(readGoals(worker.doc))
})

describe('an answer', () => {
  test('is to what the goal said then: whoever rewrites the goal makes nobody agree to other words', () => {
    const [worker, resident] = createPair()
    const goal = addGoal(worker.doc, { title: 'Zes uur slapen' }, worker.randomness)
    setAnswer(worker.doc, goal, RESIDENT, { answer: 'agree', words: '' }, worker.randomness)
    meet(worker, resident)
    const said = () => readAnswers(resident.doc, goal)[0]!
    expect(answeredTo(said(), readGoals(resident.doc)[0]!.title)).toBeNull()
    setText(resident.doc, 'goal', goal, 'title', 'Elke avond pillen')
    expect(answeredTo(said(), readGoals(resident.doc)[0]!.title)).toBe('Zes uur slapen')
    expect(answeredTo({ to: null }, 'Elke avond pillen'), 'of earlier releases').toBeNull()
  })

  const answersOf = (peer: Peer, goal: EntityId) =>
    readAnswers(peer.doc, goal).map(({ answer, words, client }) => [answer, words, client])

  test('is each person’s own: agreed, or seen and not agreed, with words and the author', () => {
    const { worker, resident, goal } = begin()
    setAnswer(worker.doc, goal, RESIDENT, { answer: 'agree', words: '' }, worker.randomness)
    setAnswer(resident.doc, goal, { name: 'Mira' }, { answer: 'disagree', words: 'Te snel' }, resident.randomness)
    meet(worker, resident)
    expect(answersOf(worker, goal).toSorted()).toEqual([
      ['agree', '', 1],
      ['disagree', 'Te snel', 2],
    ])
    setAnswer(resident.doc, goal, RESIDENT, null, resident.randomness)
    expect(answersOf(resident, goal)).toEqual([['disagree', 'Te snel', 2]])
  })

  test('that two people wrote down for one person at once stands twice until one is chosen', () => {
    const { worker, resident, goal } = begin()
    setAnswer(worker.doc, goal, RESIDENT, { answer: 'agree', words: '' }, worker.randomness)
    setAnswer(resident.doc, goal, RESIDENT, { answer: 'disagree', words: '' }, resident.randomness)
    meet(worker, resident)
    expect(answersOf(worker, goal)).toHaveLength(2)
    setAnswer(resident.doc, goal, RESIDENT, { answer: 'disagree', words: '' }, resident.randomness)
    meet(worker, resident)
    expect(answersOf(worker, goal)).toEqual([['disagree', '', 2]])
  })

  test('by a name is one answer, however the name was typed', () => {
    const { worker, goal } = begin()
    const { doc, randomness } = worker
    setAnswer(doc, goal, { name: '  Zus\n Mira ' }, { answer: 'disagree', words: '' }, randomness)
    setAnswer(doc, goal, { name: 'Zus Mira' }, { answer: 'agree', words: '' }, randomness)
    setAnswer(doc, goal, { name: 'a/b#c.d:e\ud800' }, { answer: 'agree', words: 'x'.repeat(900) }, randomness)
    const answers = readAnswers(doc, goal)
    expect(answers.map(({ who }) => who).toSorted()).toEqual([{ name: 'Zus Mira' }, { name: 'a/b#c.d:e\ufffd' }])
    expect(Math.max(...answers.map(({ words }) => words.length))).toBe(ANSWER_LIMIT)
    expect(readAnswers(reopen(worker, 9).doc, goal)).toEqual(answers)
  })

  test('under the name of another is none', () => {
    const { worker, goal } = begin()
    valuesOf(worker.doc).set(`goal:${goal}/answer:${RESIDENT.person}#x`, { who: { name: 'Mira' }, answer: 'agree' })
    valuesOf(worker.doc).set(`goal:${goal}/answer:~Mira#x`, { who: { name: 'Mira' }, answer: 'perhaps' })
    expect(readAnswers(worker.doc, goal)).toEqual([])
  })
})

describe('an ending', () => {
  test('is proposed by one and agreed by another, and both see it', () => {
    const { worker, resident, goal } = begin()
    proposeEnding(worker.doc, goal, 'completed', NOW, worker.randomness)
    meet(worker, resident)
    expect(readEnding(resident.doc, goal)).toEqual({ outcome: 'completed', at: NOW, client: 1 })
    expect(readGoals(resident.doc)[0]?.status).toEqual(['proposed'])
    agreeEnding(resident.doc, goal, 'completed', NOW + 1, resident.randomness)
    meet(worker, resident)
    expect(readGoals(worker.doc)[0]).toMatchObject({ status: ['completed'], ending: null })
  })

  test('may be withdrawn; proposed at the same time it still stands', () => {
    const { worker, resident, goal } = begin()
    proposeEnding(worker.doc, goal, 'completed', NOW, worker.randomness)
    meet(worker, resident)
    withdrawEnding(resident.doc, goal, resident.randomness)
    proposeEnding(worker.doc, goal, 'cancelled', NOW + 1, worker.randomness)
    meet(worker, resident)
    expect(readEnding(worker.doc, goal)?.outcome).toBe('cancelled')
    expect(readEnding(resident.doc, goal)?.outcome).toBe('cancelled')
    withdrawEnding(resident.doc, goal, resident.randomness)
    expect(readEnding(resident.doc, goal)).toBe(null)
  })

  test('does not come of the last step', () => {
    const { worker, goal, step } = begin()
    setStep(worker.doc, step, { status: 'completed' }, worker.randomness)
    expect(readGoals(worker.doc).find(({ id }) => id === goal)).toMatchObject({ status: ['proposed'], ending: null })
  })
})
