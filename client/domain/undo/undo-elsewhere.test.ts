import { describe, expect, test } from 'vitest'
import { readText, setText } from '../document/texts.ts'
import { addGoal, readGoals, setGoalStatus } from '../goals/goals.ts'
import { createPair, meet, type Peer } from '../testing/peers.ts'
import { createUndo } from './undo.ts'

const NOW = 1_795_000_000_000
const statusOf = ({ doc }: Peer) => readGoals(doc)[0]?.status

describe('an act on another screen', () => {
  const at = { screen: '/goals' }
  const beginAt = () => {
    const [worker, resident] = createPair()
    const goal = addGoal(resident.doc, { title: 'Naar buiten' }, resident.randomness)
    meet(worker, resident)
    at.screen = '/goals'
    const undo = createUndo(worker.doc, { now: () => NOW, screen: () => at.screen })
    return { worker, resident, goal, undo }
  }

  test('is neither undone nor redone here', () => {
    const { worker, goal, undo } = beginAt()
    setGoalStatus(worker.doc, goal, 'active', worker.randomness)
    at.screen = '/wheel'
    expect(undo.undo()).toBe(null)
    expect(statusOf(worker)).toEqual(['active'])
    at.screen = '/goals'
    undo.undo()
    at.screen = '/wheel'
    expect(undo.redo()).toBe(null)
    expect(statusOf(worker)).toEqual(['proposed'])
    at.screen = '/goals'
    undo.redo()
    expect(statusOf(worker)).toEqual(['active'])
  })

  test('is not reached through an act of this screen of which nothing is left', () => {
    const { worker, resident, goal, undo } = beginAt()
    setText(worker.doc, 'goal', goal, 'why', 'Frisse lucht')
    at.screen = '/wheel'
    setGoalStatus(worker.doc, goal, 'active', worker.randomness)
    meet(worker, resident)
    setGoalStatus(resident.doc, goal, 'on-hold', resident.randomness)
    meet(worker, resident)
    expect(undo.undo()).toBe(null)
    expect(readText(worker.doc, 'goal', goal, 'why')).toBe('Frisse lucht')
  })
})
