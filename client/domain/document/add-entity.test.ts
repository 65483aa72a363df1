import { describe, expect, test } from 'vitest'
import { finishCheckIn, readCheckIns, setScore, startCheckIn } from '../wheel/check-ins.ts'
import { addGoal, readGoals, setGoalStatus } from '../goals/goals.ts'
import { entitiesOf } from './plan-doc.ts'
import { addStep } from '../goals/steps.ts'
import { createPair, meet, type Peer } from '../testing/peers.ts'
import { setText } from './texts.ts'
import { createUndo } from '../undo/undo.ts'
import { addWish, readWishes } from '../goals/wishes.ts'
import { parsePersonId } from '#shared/protocol/ids.ts'

const NOW = 1_795_000_000_000
const ME = parsePersonId('cmVzaWRlbnQtcmVzaWRlbg')!

describe('an entity that this person added', () => {
  test('is out of view when undone, back when redone, and never deleted', () => {
    const [worker, resident] = createPair()
    const undo = createUndo(worker.doc)
    addWish(worker.doc, 'Rust', worker.randomness)
    meet(worker, resident)
    undo.undo()
    meet(worker, resident)
    expect(readWishes(worker.doc)).toEqual([])
    expect(readWishes(resident.doc)).toEqual([])
    expect(entitiesOf(resident.doc, 'wish').size).toBe(1)
    undo.redo()
    meet(worker, resident)
    expect(readWishes(resident.doc)).toMatchObject([{ text: 'Rust', aside: null }])
  })

  test('and has typed in since is undone in two steps', () => {
    const [worker] = createPair()
    const undo = createUndo(worker.doc)
    const wish = addWish(worker.doc, '', worker.randomness)
    setText(worker.doc, 'wish', wish, 'text', 'Rust')
    undo.undo()
    expect(readWishes(worker.doc)).toMatchObject([{ text: '' }])
    undo.undo()
    expect(readWishes(worker.doc)).toEqual([])
    undo.redo()
    undo.redo()
    expect(readWishes(worker.doc)).toMatchObject([{ text: 'Rust' }])
  })

  test.each(['heard before', 'heard after'] as const)(
    'stays in view when somebody has worked on it, %s I undo',
    (when) => {
      const edits: readonly ((peer: Peer) => void)[] = [
        ({ doc }) => setText(doc, 'goal', readGoals(doc)[0]!.id, 'why', 'Mijn woorden'),
        ({ doc, randomness }) => setGoalStatus(doc, readGoals(doc)[0]!.id, 'active', randomness),
        ({ doc, randomness }) => addStep(doc, readGoals(doc)[0]!.id, { what: 'Bellen' }, randomness),
      ]
      for (const edit of edits) {
        const [worker, resident] = createPair()
        const undo = createUndo(worker.doc)
        addGoal(worker.doc, { title: 'Naar buiten' }, worker.randomness)
        meet(worker, resident)
        edit(resident)
        if (when === 'heard before') meet(worker, resident)
        undo.undo()
        meet(worker, resident)
        const [goal] = readGoals(worker.doc)
        expect(goal).toMatchObject({ title: 'Naar buiten', aside: null })
        expect(readGoals(resident.doc)).toEqual([goal])
        expect([goal?.why, goal?.status[0], goal?.steps.length]).not.toEqual(['', 'proposed', 0])
      }
    },
  )

  test('within a larger write is not deleted by undo either', () => {
    const [worker] = createPair()
    const undo = createUndo(worker.doc)
    worker.doc.transact(() => addWish(worker.doc, 'Rust', worker.randomness), setText)
    undo.undo()
    expect(entitiesOf(worker.doc, 'wish').size).toBe(1)
  })

  test('a wheel too, and its scores one by one', () => {
    const [worker] = createPair()
    const undo = createUndo(worker.doc)
    const id = startCheckIn(worker.doc, { who: { person: ME }, at: NOW, pack: 'weef' }, worker.randomness)
    setScore(worker.doc, id, 'participation', 0, worker.randomness)
    finishCheckIn(worker.doc, id, worker.randomness)
    undo.undo()
    expect(readCheckIns(worker.doc)[0]).toMatchObject({ finished: false, topics: { participation: { score: [0] } } })
    undo.undo()
    expect(readCheckIns(worker.doc)[0]?.topics.participation.score).toEqual([])
    undo.undo()
    expect(readCheckIns(worker.doc)).toEqual([])
  })
})
