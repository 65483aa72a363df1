/** What a device keeps of undo: for how long, how much, and what it makes of a store that says something else. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setText } from '../document/texts.ts'
import { readGoals } from '../goals/goals.ts'
import { createPeer, meet, type Peer } from '../testing/peers.ts'
import { NOW, openDevice, openWithGoal, reload } from '../testing/undo-device.ts'
import { parseStoredUndo, UNDO_MS } from './stored-undo.ts'

const MINUTE_MS = 60_000

const goalOf = ({ doc }: Peer) => readGoals(doc)[0]

describe('what is stored', () => {
  test('lasts an hour, and then protects no deleted word either', () => {
    const { device, goal } = openWithGoal()
    setText(device.doc, 'goal', goal, 'why', 'geheim')
    device.stacks.plan.stopCapturing()
    setText(device.doc, 'goal', goal, 'why', '')
    const stored = device.store()
    expect(parseStoredUndo(stored, NOW + UNDO_MS).plan.length).toBe(2)
    expect(parseStoredUndo(stored, NOW + UNDO_MS + 1).plan).toEqual([])
    expect(parseStoredUndo(stored, NOW - UNDO_MS - 1).plan).toEqual([])
    device.at.now += UNDO_MS + 1
    expect(device.store()).toMatchObject({ plan: [] })
    const later = reload(device, 11, { stored })
    expect(later.stacks.plan.canUndo()).toBe(false)
    expect(new TextDecoder().decode(Y.encodeStateAsUpdate(later.doc))).not.toContain('geheim')
  })

  test('the older of two acts expires first', () => {
    const { device, goal } = openWithGoal()
    setText(device.doc, 'goal', goal, 'why', 'een')
    device.at.now += 50 * MINUTE_MS
    device.stacks.plan.stopCapturing()
    setText(device.doc, 'goal', goal, 'why', 'een twee')
    const stored = device.store()
    device.at.now += 20 * MINUTE_MS
    const again = reload(device, 11, { stored })
    again.stacks.plan.undo()
    expect(goalOf(again)?.why).toBe('een')
    expect(again.stacks.plan.canUndo()).toBe(false)
  })

  test('holds no word that anybody wrote', () => {
    const { device, goal } = openWithGoal()
    setText(device.doc, 'goal', goal, 'why', 'geheim')
    setText(device.doc, 'goal', goal, 'why', '')
    expect(JSON.stringify(device.store())).not.toContain('geheim')
  })

  test('is bounded: the newest are kept', () => {
    const { device, goal } = openWithGoal()
    for (let act = 0; act < 150; act += 1) {
      device.stacks.plan.stopCapturing()
      setText(device.doc, 'goal', goal, 'why', `${act}`)
    }
    const again = reload(device, 11)
    expect(again.stacks.plan.undoStack.length).toBe(100)
    again.stacks.plan.undo()
    expect(goalOf(again)?.why).toBe('148')
  })

  test('for a document that was replaced meanwhile, does nothing to it', () => {
    const { device, other, goal } = openWithGoal()
    setText(device.doc, 'goal', goal, 'why', 'een')
    device.stacks.plan.stopCapturing()
    setText(device.doc, 'goal', goal, 'why', '')
    meet(device, other) // there, what was deleted is collected
    const stored = device.store()
    const replaced = createPeer(12)
    Y.applyUpdate(replaced.doc, Y.encodeStateAsUpdate(other.doc))
    const before = Y.encodeStateAsUpdate(replaced.doc)
    const again = openDevice(replaced, stored)
    expect(again.stacks.plan.undo()).toBe(null)
    expect(Y.encodeStateAsUpdate(again.doc)).toEqual(before)
  })

  const range = [1, 0, 1]
  const item = { done: { at: NOW, screen: '/goals', kind: 'goal' }, insertions: [range], deletions: [], finished: [] }
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['another version', { version: 2, plan: [item], story: [], redone: [] }],
    ['no list', { version: 1, plan: 'x', story: null }],
    ['a range that is none', { version: 1, plan: [{ ...item, insertions: [[1, -1, 1]] }] }],
    ['a range without end', { version: 1, plan: [{ ...item, insertions: [[1, 2 ** 53 - 1, 9]] }] }],
    ['an address for a screen', { version: 1, plan: [{ ...item, done: { at: NOW, screen: 'javascript:alert(1)' } }] }],
    ['no time', { version: 1, plan: [{ ...item, done: { at: Number.NaN, screen: '/goals' } }] }],
    [
      'getters',
      {
        version: 1,
        get plan() {
          throw new Error('read')
        },
      },
    ],
  ])('is outside input: %s is no act', (_, stored) => {
    expect(parseStoredUndo(stored, NOW)).toMatchObject({ plan: [], story: [] })
  })

  test('a circle of what was written again is not followed', () => {
    const { device, goal } = openWithGoal()
    setText(device.doc, 'goal', goal, 'why', 'ab')
    device.stacks.plan.stopCapturing()
    setText(device.doc, 'goal', goal, 'why', '')
    const stored = device.store() as { redone: unknown; plan: { insertions: number[][] }[] }
    const [client, clock] = stored.plan[0]!.insertions[0]!
    stored.redone = [
      [client, clock, 1, client, clock! + 1],
      [client, clock! + 1, 1, client, clock],
      [client, clock, 2, client, clock],
      [client, clock, 1, 99, 4],
    ]
    const again = reload(device, 12, { stored })
    again.stacks.plan.undo()
    again.stacks.plan.undo()
    expect(again.stacks.plan.canUndo()).toBe(false)
  })
})
