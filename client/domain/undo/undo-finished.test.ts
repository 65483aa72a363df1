import { describe, expect, test } from 'vitest'
import { finishCheckIn, noteOf, readCheckIns, setScore, setTalkAbout, startCheckIn } from '../wheel/check-ins.ts'
import { addGoal, readGoals, setGoalStatus } from '../goals/goals.ts'
import { createPair, deliver, meet, type Peer } from '../testing/peers.ts'
import { setText } from '../document/texts.ts'
import { createUndo } from './undo.ts'
import { parsePersonId } from '#shared/protocol/ids.ts'

const WHO = { person: parsePersonId('cmVzaWRlbnQtcmVzaWRlbg')! }
const TOPIC = 'participation'

const begin = () => {
  const [worker, resident] = createPair()
  const wheel = startCheckIn(worker.doc, { who: WHO, at: 1_795_000_000_000, pack: 'neutral' }, worker.randomness)
  meet(worker, resident)
  const undo = createUndo(worker.doc)
  const finish = (peer: Peer): void => finishCheckIn(peer.doc, wheel, peer.randomness)
  const score = (peer: Peer, value: number): void => setScore(peer.doc, wheel, TOPIC, value, peer.randomness)
  return { worker, resident, wheel, undo, finish, score }
}
const topicOf = ({ doc }: Peer) => readCheckIns(doc)[0]!.topics[TOPIC]
const isOpen = ({ doc }: Peer) => !readCheckIns(doc)[0]!.finished

describe('a wheel that another person has finished', () => {
  test('keeps its scores, words and topics to talk about under any undo', () => {
    const { worker, resident, wheel, undo, finish, score } = begin()
    score(worker, 4)
    setTalkAbout(worker.doc, wheel, TOPIC, true, worker.randomness)
    setText(worker.doc, 'checkIn', wheel, noteOf(TOPIC), 'Ik pieker.')
    meet(worker, resident)
    finish(resident)
    meet(worker, resident)
    undo.undo()
    undo.undo()
    undo.undo()
    meet(worker, resident)
    for (const each of [worker, resident])
      expect(topicOf(each)).toEqual({ score: [4], talkAbout: true, note: 'Ik pieker.' })
  })

  test('does not regain what was undone before', () => {
    const { worker, resident, undo, finish, score } = begin()
    score(worker, 4)
    undo.undo()
    meet(worker, resident)
    finish(resident)
    meet(worker, resident)
    undo.redo()
    expect(topicOf(worker).score).toEqual([])
  })

  test('does not block the undo of acts elsewhere', () => {
    const { worker, resident, undo, finish, score } = begin()
    const goal = addGoal(worker.doc, { title: 'Naar buiten' }, worker.randomness)
    setGoalStatus(worker.doc, goal, 'active', worker.randomness)
    score(worker, 4)
    meet(worker, resident)
    finish(resident)
    meet(worker, resident)
    undo.undo()
    expect(readGoals(worker.doc)[0]?.status).toEqual(['proposed'])
    expect(topicOf(worker).score).toEqual([4])
  })

  test('allows the undo of a choice that was made after it was finished', () => {
    const { worker, resident, undo, finish, score } = begin()
    score(worker, 4)
    score(resident, 7)
    finish(resident)
    meet(worker, resident)
    expect(topicOf(worker).score).toHaveLength(2)
    undo.stopCapturing() // a pause
    score(worker, 7)
    expect(topicOf(worker).score).toEqual([7])
    undo.undo()
    expect(topicOf(worker).score.toSorted()).toEqual([4, 7])
    undo.redo()
    expect(topicOf(worker).score).toEqual([7])
  })
})

test('an own finished wheel is open again once that is undone, and then its scores can be undone too', () => {
  const { worker, resident, undo, finish, score } = begin()
  score(worker, 4)
  score(worker, 6)
  finish(worker)
  deliver(worker, resident)
  undo.undo()
  expect(isOpen(worker)).toBe(true)
  expect(topicOf(worker).score).toEqual([6])
  undo.undo()
  expect(topicOf(worker).score).toEqual([])
  undo.redo()
  undo.redo()
  meet(worker, resident)
  expect(isOpen(resident)).toBe(false)
  expect(topicOf(resident).score).toEqual([6])
})
