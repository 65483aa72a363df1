import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readCheckIns, setScore, startCheckIn } from '../wheel/check-ins.ts'
import { addGoal, readGoals, setGoalStatus } from '../goals/goals.ts'
import { storyOf } from './plan-doc.ts'
import { addStep, readSteps } from '../goals/steps.ts'
import { createPair, createPeer, deliver, meet } from '../testing/peers.ts'
import { setText } from './texts.ts'
import { addWish, readWishes } from '../goals/wishes.ts'
import { parsePersonId } from '#shared/protocol/ids.ts'

const who = { person: parsePersonId('cmVzaWRlbnQtcmVzaWRlbg')! }

test('unchanged parts are the same objects, and changed parts are not', () => {
  const [{ doc, randomness }] = createPair()
  const first = startCheckIn(doc, { who, at: 1, pack: 'weef' }, randomness)
  startCheckIn(doc, { who, at: 2, pack: 'weef' }, randomness)
  addWish(doc, 'Rust', randomness)
  const [checkIns, wishes] = [readCheckIns(doc), readWishes(doc)]
  storyOf(doc).insert(0, [new Y.XmlText('x')])
  expect(readCheckIns(doc)).toBe(checkIns)
  setScore(doc, first, 'own', 3, randomness)
  const after = readCheckIns(doc)
  expect(after).not.toBe(checkIns)
  expect(after[0]).toBe(checkIns[0])
  expect(after[1]).not.toBe(checkIns[1])
  expect(readWishes(doc)).toBe(wishes)
})

test('a goal changes with its steps, whoever wrote them', () => {
  const [worker, resident] = createPair()
  const goal = addGoal(worker.doc, { title: 'Naar buiten' }, worker.randomness)
  const step = addStep(worker.doc, goal, { what: 'Bellen' }, worker.randomness)
  meet(worker, resident)
  expect(readGoals(worker.doc)[0]?.steps[0]?.what).toBe('Bellen')
  setText(resident.doc, 'step', step, 'what', 'Appen')
  meet(worker, resident)
  expect(readGoals(worker.doc)[0]?.steps[0]?.what).toBe('Appen')
  expect(readSteps(worker.doc)[0]?.what).toBe('Appen')
})

test('a step that came before its goal is listed once the goal is there', () => {
  const [worker, resident] = createPair()
  const goal = addGoal(worker.doc, { title: 'Naar buiten' }, worker.randomness)
  const late = createPeer(3)
  addStep(resident.doc, goal, { what: 'Bellen' }, resident.randomness) // the goal's id is known, and the goal is still in flight
  deliver(resident, late)
  expect(readSteps(late.doc)).toEqual([])
  deliver(worker, late)
  expect(readSteps(late.doc)).toMatchObject([{ what: 'Bellen' }])
  expect(readGoals(late.doc)[0]?.steps).toEqual(readSteps(late.doc))
})

test('the state is current in the middle of a write, and while observers are told of it', () => {
  const [{ doc, randomness }] = createPair()
  const goal = addGoal(doc, { title: 'A' }, randomness)
  readGoals(doc)
  const heard: string[] = []
  doc.getMap('goals').observeDeep(() => {
    heard.push(`told ${readGoals(doc)[0]?.title}`)
    if (heard.length === 1) setGoalStatus(doc, goal, 'active', randomness) // a write caused by a write
  })
  doc.on('update', () => heard.push(`update ${readGoals(doc)[0]?.title} ${readGoals(doc)[0]?.status[0]}`))
  doc.transact(() => {
    setText(doc, 'goal', goal, 'title', 'B')
    expect(readGoals(doc)[0]?.title).toBe('B')
    addGoal(doc, { title: 'C' }, randomness)
    expect(readGoals(doc).map(({ title, order }) => [title, order])).toEqual([
      ['B', 'a0'],
      ['C', 'a1'],
    ])
  })
  expect(heard).toEqual(['told B', 'update B active', 'update B active'])
  expect(readGoals(doc)[0]?.status).toEqual(['active'])
})

test('a state first read in the middle of a write is not kept', () => {
  const [{ doc, randomness }] = createPair()
  const wish = doc.transact(() => {
    expect(readWishes(doc)).toEqual([])
    const id = addWish(doc, 'A', randomness)
    expect(readWishes(doc)).toHaveLength(1)
    setText(doc, 'wish', id, 'text', 'B')
    expect(readWishes(doc)[0]?.text).toBe('B')
    return id
  })
  setText(doc, 'wish', wish, 'text', 'C')
  expect(readWishes(doc)[0]?.text).toBe('C')
})
