/** A day and a time of it, set by people apart, and beside releases that know days alone. */
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { addConversation, readConversations, setConversation } from '../conversations/conversations.ts'
import { addGoal } from '../goals/goals.ts'
import { addStep, readSteps, setStep } from '../goals/steps.ts'
import { createPair, createPeer, meet } from '../testing/peers.ts'
import type { Day } from './days.ts'
import { parseDayTime } from './days.ts'
import type { PlanDoc } from './plan-doc.ts'
import { readValues } from './values.ts'
import { byWhen, parseWhen, type When, whenToMs } from './when.ts'

const at = (day: string, clock = ''): When => parseWhen(day, clock)!
const [TUESDAY, THURSDAY] = ['2026-12-01', '2026-12-03']

const pair = () => {
  const [mine, theirs] = createPair()
  const goal = addGoal(mine.doc, { title: 'Buiten komen' }, mine.randomness)
  const step = addStep(mine.doc, goal, { what: 'Koffie', when: at(TUESDAY) }, mine.randomness)
  meet(mine, theirs)
  return { mine, theirs, step }
}
const whenOf = (doc: PlanDoc) => readSteps(doc)[0]!.when

test('a time names its day, and anything else is none', () => {
  expect(parseDayTime('2026-12-01T14:30')).toBe('2026-12-01T14:30')
  for (const wrong of [
    '14:30',
    '2026-12-01',
    '2026-12-01T24:00',
    '2026-12-01T14:60',
    '2026-02-30T10:00',
    '2026-12-01T14:30Z',
    5,
    null,
  ])
    expect(parseDayTime(wrong)).toBeNull()
  expect(parseWhen('', '14:30')).toBeNull()
  expect(parseWhen(TUESDAY, '25:00')).toEqual({ day: TUESDAY, time: null })
  expect(new Date(whenToMs(at(TUESDAY, '14:30'))).getHours()).toBe(14)
})

test('a day alone is stored as before, and a time beside it', () => {
  const { doc, randomness } = createPeer(1)
  const goal = addGoal(doc, { title: 'Buiten komen' }, randomness)
  const step = addStep(doc, goal, { what: 'Koffie', when: at(TUESDAY) }, randomness)
  setStep(doc, step, { when: at(THURSDAY) }, randomness)
  expect(readValues(doc, `step:${step}/startTime`)).toEqual([])
  setStep(doc, step, { when: at(THURSDAY, '14:30') }, randomness)
  expect(readValues(doc, `step:${step}/day`)).toEqual([THURSDAY])
  expect(readValues(doc, `step:${step}/startTime`)).toEqual(['2026-12-03T14:30'])
  setStep(doc, step, { when: null }, randomness)
  expect(whenOf(doc)).toEqual([])
})

test('an older app that moves the day leaves a day without a time, never a time on a day that nobody chose', () => {
  const { mine, step } = pair()
  setStep(mine.doc, step, { when: at(TUESDAY, '14:30') }, mine.randomness)
  setStep(mine.doc, step, { day: THURSDAY as Day }, mine.randomness) // as every release before this does it
  expect(whenOf(mine.doc)).toEqual([at(THURSDAY)])
  setStep(mine.doc, step, { day: TUESDAY as Day }, mine.randomness)
  expect(whenOf(mine.doc)).toEqual([at(TUESDAY, '14:30')])
})

test.each<
  [
    string,
    { readonly when?: When | null; readonly day?: Day },
    { readonly when: When | null },
    readonly (When | null)[],
  ]
>([
  ['two times of one day', { when: at(TUESDAY, '14:30') }, { when: at(TUESDAY, '15:00') }, [at(TUESDAY, '14:30'), at(TUESDAY, '15:00')]], // prettier-ignore
  ['another day, and a time for the first', { when: at(THURSDAY) }, { when: at(TUESDAY, '14:30') }, [at(THURSDAY), at(TUESDAY, '14:30')]], // prettier-ignore
  ['another day by an older app, and a time', { day: THURSDAY as Day }, { when: at(TUESDAY, '14:30') }, [at(THURSDAY), at(TUESDAY, '14:30')]], // prettier-ignore
  ['no day any more, and a time', { when: null }, { when: at(TUESDAY, '14:30') }, [null, at(TUESDAY, '14:30')]],
  ['the same', { when: at(TUESDAY, '14:30') }, { when: at(TUESDAY, '14:30') }, [at(TUESDAY, '14:30')]],
])('[rule 5] set at once: %s', (_, one, other, both) => {
  const { mine, theirs, step } = pair()
  setStep(mine.doc, step, one, mine.randomness)
  setStep(theirs.doc, step, other, theirs.randomness)
  meet(mine, theirs)
  for (const { doc } of [mine, theirs]) {
    expect(whenOf(doc)).toHaveLength(both.length)
    expect(whenOf(doc)).toEqual(expect.arrayContaining([...both]))
  }
  setStep(mine.doc, step, { when: at(TUESDAY, '14:30') }, mine.randomness)
  expect(whenOf(mine.doc)).toEqual([at(TUESDAY, '14:30')])
})

test('[rule 5] taking the time away and changing it, at once', () => {
  const { mine, theirs, step } = pair()
  setStep(mine.doc, step, { when: at(TUESDAY, '14:30') }, mine.randomness)
  meet(mine, theirs)
  setStep(mine.doc, step, { when: at(TUESDAY) }, mine.randomness)
  setStep(theirs.doc, step, { when: at(TUESDAY, '16:00') }, theirs.randomness)
  meet(mine, theirs)
  expect(whenOf(mine.doc)).toEqual([at(TUESDAY), at(TUESDAY, '16:00')])
})

test('a conversation has a time, a place, and a time for the next', () => {
  const { doc, randomness } = createPeer(1)
  const id = addConversation(doc, 0, randomness)
  const values = { when: at(TUESDAY, '14:30'), nextWhen: at(THURSDAY, '09:00'), place: 'Buurthuis\n zaal 2' }
  setConversation(doc, id, values, randomness)
  const copy = createPeer(2).doc
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  expect(readConversations(copy)).toMatchObject([
    { when: [at(TUESDAY, '14:30')], nextWhen: [at(THURSDAY, '09:00')], place: ['Buurthuis zaal 2'], day: [TUESDAY] },
  ])
})

test('what has a time comes before what has a day alone', () => {
  const whens = [at(TUESDAY), at(THURSDAY, '08:00'), at(TUESDAY, '14:30'), at(TUESDAY, '09:15')]
  expect(whens.toSorted(byWhen)).toEqual([
    at(TUESDAY, '09:15'),
    at(TUESDAY, '14:30'),
    at(TUESDAY),
    at(THURSDAY, '08:00'),
  ])
})
