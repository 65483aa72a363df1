import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setAside } from '../document/aside.ts'
import { agreeEnding, proposeEnding } from '../goals/endings.ts'
import { addGoal, readGoals, setGoalStatus } from '../goals/goals.ts'
import { readPerson, setMyName } from '../plan/people.ts'
import { storyOf } from '../document/plan-doc.ts'
import { moveAfter } from '../document/order.ts'
import { createPair, createPeer, deliver, meet, type Peer } from '../testing/peers.ts'
import { setText, readText } from '../document/texts.ts'
import { createUndo } from './undo.ts'
import { parsePersonId } from '#shared/protocol/ids.ts'
import { NOBODY } from '../testing/read-parts.ts'

const NOW = 1_795_000_000_000
const ME = parsePersonId('cmVzaWRlbnQtcmVzaWRlbg')!

const begin = () => {
  const [worker, resident] = createPair()
  const goal = addGoal(resident.doc, { title: 'Naar buiten' }, resident.randomness)
  meet(worker, resident)
  return { worker, resident, goal, undo: createUndo(worker.doc) }
}
const statusOf = ({ doc }: Peer) => readGoals(doc)[0]?.status

describe('own work', () => {
  test('is undone and redone one act at a time', () => {
    const { worker, goal, undo } = begin()
    setGoalStatus(worker.doc, goal, 'active', worker.randomness)
    setText(worker.doc, 'goal', goal, 'why', 'Frisse lucht')
    setAside(worker.doc, 'goal', goal, NOW, worker.randomness)
    undo.undo()
    expect(readGoals(worker.doc)[0]?.aside).toBe(null)
    undo.undo()
    expect(readGoals(worker.doc)[0]?.why).toBe('')
    expect(statusOf(worker)).toEqual(['active'])
    undo.undo()
    expect(statusOf(worker)).toEqual(['proposed'])
    expect(undo.canUndo()).toBe(false)
    undo.redo()
    undo.redo()
    undo.redo()
    expect(readGoals(worker.doc)[0]).toMatchObject({ status: ['active'], why: 'Frisse lucht', aside: { client: 1 } })
    expect(undo.canRedo()).toBe(false)
    undo.undo()
    undo.undo()
    undo.undo()
    expect(readGoals(worker.doc)[0]).toMatchObject({ status: ['proposed'], why: '', aside: null })
  })

  test('typed in one go is undone in one go', () => {
    const { worker, goal, undo } = begin()
    setText(worker.doc, 'goal', goal, 'why', 'F')
    setText(worker.doc, 'goal', goal, 'why', 'Fr')
    undo.lastChange -= 2_000 // ms: a pause
    setText(worker.doc, 'goal', goal, 'why', 'Frisse')
    undo.undo()
    expect(readText(worker.doc, 'goal', goal, 'why')).toBe('Fr')
    undo.undo()
    expect(readText(worker.doc, 'goal', goal, 'why')).toBe('')
  })

  test('reports the remaining stack to its listeners', () => {
    const { worker, goal, undo } = begin()
    const heard: [boolean, boolean][] = []
    undo.on('stack-item-popped', () => heard.push([undo.canUndo(), undo.canRedo()]))
    setGoalStatus(worker.doc, goal, 'active', worker.randomness)
    setText(worker.doc, 'goal', goal, 'why', 'Frisse lucht')
    undo.undo()
    undo.undo()
    undo.redo()
    expect(heard).toEqual([
      [true, true],
      [false, true],
      [true, true],
    ])
  })

  test('is of the plan, not of the story, and never from outside', () => {
    const { worker, resident, goal, undo } = begin()
    storyOf(worker.doc).insert(0, [new Y.XmlElement('paragraph')])
    worker.doc.transact(() => storyOf(worker.doc).insert(0, [new Y.XmlElement('heading')]), { key: 'y-sync$' })
    setGoalStatus(resident.doc, goal, 'on-hold', resident.randomness)
    const update = Y.encodeStateAsUpdate(resident.doc)
    Y.applyUpdate(worker.doc, update, new Y.UndoManager(storyOf(worker.doc)))
    const third = createPeer(3)
    deliver(resident, third)
    setText(third.doc, 'goal', goal, 'why', 'Van een ander')
    Y.applyUpdate(worker.doc, Y.encodeStateAsUpdate(third.doc)) // y-indexeddb's origin is any object, or none
    Y.transact(worker.doc, () => {}, setText, false)
    expect(undo.canUndo()).toBe(false)
    expect(undo.undo()).toBe(null)
    expect(statusOf(worker)).toEqual(['on-hold'])
    expect(readText(worker.doc, 'goal', goal, 'why')).toBe('Van een ander')
  })
})

describe('the work of others', () => {
  test.each(['undo', 'redo'] as const)(
    'is not hidden by a value that %s brings back: their value stays, alone',
    (which) => {
      const { worker, resident, goal, undo } = begin()
      setGoalStatus(worker.doc, goal, 'active', worker.randomness)
      if (which === 'redo') undo.undo()
      meet(worker, resident)
      setGoalStatus(resident.doc, goal, 'on-hold', resident.randomness)
      meet(worker, resident)
      undo[which]()
      meet(worker, resident)
      expect(statusOf(worker)).toEqual(['on-hold'])
      expect(statusOf(resident)).toEqual(['on-hold'])
    },
  )

  test('set concurrently stands alone when the own value is undone', () => {
    const { worker, resident, goal, undo } = begin()
    setGoalStatus(worker.doc, goal, 'active', worker.randomness)
    setGoalStatus(resident.doc, goal, 'on-hold', resident.randomness)
    meet(worker, resident)
    expect(statusOf(worker)).toHaveLength(2)
    undo.undo()
    meet(worker, resident)
    expect(statusOf(resident)).toEqual(['on-hold'])
  })

  test('set after the undo, and not heard of, stands beside the redone value', () => {
    const { worker, resident, goal, undo } = begin()
    setGoalStatus(worker.doc, goal, 'active', worker.randomness)
    meet(worker, resident)
    setGoalStatus(resident.doc, goal, 'on-hold', resident.randomness)
    undo.undo()
    meet(worker, resident)
    expect(statusOf(worker)?.toSorted()).toEqual(['on-hold', 'proposed'])
    expect(statusOf(worker)).toEqual(statusOf(resident))
  })

  test('comes back when an own choice between their values is undone', () => {
    const { worker, resident, goal } = begin()
    setGoalStatus(worker.doc, goal, 'active', worker.randomness)
    setGoalStatus(resident.doc, goal, 'on-hold', resident.randomness)
    meet(worker, resident)
    const undo = createUndo(worker.doc)
    setGoalStatus(worker.doc, goal, 'cancelled', worker.randomness)
    undo.undo()
    meet(worker, resident)
    expect(statusOf(resident)?.toSorted()).toEqual(['active', 'on-hold'])
  })

  test('keeps a thing where they moved it since', () => {
    const { worker, resident, undo } = begin()
    for (const title of ['B', 'C']) addGoal(resident.doc, { title }, resident.randomness)
    meet(worker, resident)
    const titles = ({ doc }: Peer) => readGoals(doc).map(({ title }) => title)
    const move = (peer: Peer, after: number | null) => {
      const goals = readGoals(peer.doc)
      const moved = goals.find(({ title }) => title === 'C')!
      moveAfter(peer.doc, 'goal', moved.id, goals, after === null ? null : goals[after]!.id, peer.randomness)
    }
    for (const seed of [1, 2, 3]) {
      const mover = { ...resident, randomness: createPeer(2, seed * 100).randomness } // whose name is first is chance
      move(worker, null)
      meet(worker, resident)
      expect(titles(resident)).toEqual(['C', 'Naar buiten', 'B'])
      move(mover, 1)
      meet(worker, resident)
      undo.undo()
      expect(titles(worker)).toEqual(['Naar buiten', 'C', 'B'])
      move(mover, 2)
      meet(worker, resident)
    }
  })

  test('keeps a name that they gave since', () => {
    const { worker, resident, undo } = begin()
    for (let round = 0; round < 5; round += 1) {
      setMyName(worker.doc, ME, `Ans ${round}`, worker.randomness)
      meet(worker, resident)
      setMyName(resident.doc, ME, `Ines ${round}`, resident.randomness)
      meet(worker, resident)
      undo.undo()
      expect(readPerson(worker.doc, ME, NOBODY).name).toBe(`Ines ${round}`)
    }
  })

  test('typed into an own text stays when the own words are undone', () => {
    const { worker, resident, goal, undo } = begin()
    setText(worker.doc, 'goal', goal, 'why', 'Ik wil lucht')
    meet(worker, resident)
    setText(resident.doc, 'goal', goal, 'why', 'Ik wil frisse lucht')
    meet(worker, resident)
    undo.undo()
    expect(readText(worker.doc, 'goal', goal, 'why')).toBe('frisse ')
    undo.redo()
    meet(worker, resident)
    expect(readText(resident.doc, 'goal', goal, 'why')).toBe('Ik wil frisse lucht')
  })

  test('keeps a thing set aside by them when own setting aside is undone', () => {
    const { worker, resident, goal, undo } = begin()
    setAside(worker.doc, 'goal', goal, NOW, worker.randomness)
    setAside(resident.doc, 'goal', goal, NOW, resident.randomness)
    meet(worker, resident)
    undo.undo()
    expect(readGoals(worker.doc)[0]?.aside).toEqual({ client: 2, at: NOW })
  })

  test('keeps the value of an intent with two values on which they built, and lets the other be undone', () => {
    const { worker, resident, goal } = begin()
    proposeEnding(resident.doc, goal, 'completed', NOW, resident.randomness)
    meet(worker, resident)
    const undo = createUndo(worker.doc)
    agreeEnding(worker.doc, goal, 'completed', NOW, worker.randomness)
    meet(worker, resident)
    setGoalStatus(resident.doc, goal, 'on-hold', resident.randomness)
    meet(worker, resident)
    undo.undo()
    expect(readGoals(worker.doc)[0]).toMatchObject({ status: ['on-hold'], ending: { outcome: 'completed' } })
  })
})
