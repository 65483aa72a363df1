import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setAside } from '../document/aside.ts'
import type { EntityId } from '../document/entity-id.ts'
import { noteOf, setScore, startCheckIn } from '../wheel/check-ins.ts'
import { ensureCard, setLiking } from '../contact/contact.ts'
import { addConversation, addTalkPoint } from '../conversations/conversations.ts'
import { addGoal, readGoals, setGoalStatus } from '../goals/goals.ts'
import { markSeen, readNews } from './news.ts'
import { moveAfter } from '../document/order.ts'
import { setMyName } from '../plan/people.ts'
import { setTitle } from '../plan/plan.ts'
import { storyOf, valuesOf } from '../document/plan-doc.ts'
import { createPair, createPeer, meet, type Peer } from '../testing/peers.ts'
import { setText } from '../document/texts.ts'
import { createUndo } from '../undo/undo.ts'
import { addWish } from '../goals/wishes.ts'
import { parsePersonId } from '#shared/protocol/ids.ts'

const NOW = 1_795_000_000_000
const ME = parsePersonId('cmVzaWRlbnQtcmVzaWRlbg')!

/** A plan with two goals that both have seen. */
const begin = () => {
  const [worker, resident] = createPair()
  const goal = addGoal(worker.doc, { title: 'Naar buiten' }, worker.randomness)
  const other = addGoal(worker.doc, { title: 'Post' }, worker.randomness)
  meet(worker, resident)
  return { worker, resident, goal, other, seen: markSeen(worker.doc) }
}
const newsOf = ({ doc }: Peer, seen: Uint8Array) =>
  readNews(doc, seen)
    .map(({ part, client, amount, things }) => [part, client, amount, things.length] as const)
    .toSorted()

describe('news', () => {
  test('names the part, the author and the amount', () => {
    const { worker, resident, goal, seen } = begin()
    setText(resident.doc, 'goal', goal, 'why', 'Lucht')
    setGoalStatus(resident.doc, goal, 'active', resident.randomness)
    storyOf(resident.doc).insert(0, [new Y.XmlText('Ik ben Ans')])
    const third = createPeer(3)
    meet(third, resident)
    setMyName(third.doc, ME, 'Mira', third.randomness)
    setTitle(third.doc, 'Plan van Ans', third.randomness)
    meet(worker, resident, third)
    expect(newsOf(worker, seen)).toEqual([
      ['goals', 2, 'Lucht'.length + 1, 1],
      ['people', 3, 1, 1],
      ['plan', 3, 1, 1],
      ['story', 2, 1 + 'Ik ben Ans'.length, 0],
    ])
  })

  test.each<[string, string, number, (peer: Peer) => void]>([
    ['a goal', 'goals', 1 + 'Rust'.length + 1, ({ doc, randomness }) => addGoal(doc, { title: 'Rust' }, randomness)],
    ['a wish', 'goals', 1 + 'Rust'.length, ({ doc, randomness }) => addWish(doc, 'Rust', randomness)],
    [
      'a wheel',
      'wheel',
      1 + 1 + 'Moe'.length,
      ({ doc, randomness }) => {
        const id = startCheckIn(doc, { who: { person: ME }, at: NOW, pack: 'weef' }, randomness)
        setScore(doc, id, 'participation', 0, randomness)
        setText(doc, 'checkIn', id, noteOf('participation'), 'Moe')
      },
    ],
    [
      'contact',
      'contact',
      2,
      ({ doc, randomness }) => setLiking(doc, ensureCard(doc, ME, randomness), 'phone', 'no', randomness),
    ],
    [
      'a conversation',
      'conversations',
      1 + 1 + 'Slapen'.length,
      ({ doc, randomness }) =>
        void addTalkPoint(doc, addConversation(doc, NOW, randomness), { text: 'Slapen', source: null }, randomness),
    ],
  ])('that somebody made %s is told once, whatever comes with it', (_, part, amount, make) => {
    const { worker, resident, seen } = begin()
    make(resident)
    meet(worker, resident)
    expect(newsOf(worker, seen).map(([where, client, much]) => [where, client, much])).toEqual([[part, 2, amount]])
  })

  test('a wheel that was corrected in the same sitting is one, also when only its correction is new', () => {
    const { worker, resident, seen } = begin()
    const fill = (at: number, corrects?: EntityId): EntityId => {
      const fresh = { who: { person: ME }, at, pack: 'weef', ...(corrects === undefined ? {} : { corrects }) }
      const id = startCheckIn(resident.doc, fresh, resident.randomness)
      setScore(resident.doc, id, 'participation', 3, resident.randomness)
      return id
    }
    const wheelsSince = (mark: Uint8Array) => newsOf(worker, mark).map(([part, , , things]) => [part, things])
    const one = fill(NOW)
    const two = fill(NOW + 60_000, one)
    fill(NOW + 90_000, two)
    meet(worker, resident)
    expect(wheelsSince(seen)).toEqual([['wheel', 1]])
    const later = markSeen(worker.doc)
    fill(NOW + 120_000, two)
    fill(NOW + 24 * 3_600_000, two) // on another day
    meet(worker, resident)
    expect(wheelsSince(later)).toEqual([['wheel', 2]])
  })

  test('excludes seen changes, and own changes when they are filtered', () => {
    const { worker, resident, goal, seen } = begin()
    setText(worker.doc, 'goal', goal, 'why', 'Mijn woorden')
    meet(worker, resident)
    expect(newsOf(worker, seen).filter(([, client]) => client !== 1)).toEqual([])
    expect(newsOf(worker, markSeen(worker.doc))).toEqual([])
    const vector = Y.decodeStateVector(seen)
    expect(newsOf(resident, Y.encodeStateVector(vector))).toEqual([['goals', 1, 'Mijn woorden'.length, 1]])
  })

  test('counts only the new letters of a text, also within one run', () => {
    const { worker, resident, goal } = begin()
    setText(resident.doc, 'goal', goal, 'why', 'Lucht')
    meet(worker, resident)
    const seen = markSeen(worker.doc)
    setText(resident.doc, 'goal', goal, 'why', 'Lucht en zon')
    meet(worker, resident)
    expect(newsOf(worker, seen)).toEqual([['goals', 2, ' en zon'.length, 1]])
  })

  test('excludes removed letters and values, and moves', () => {
    const { worker, resident, goal, other, seen } = begin()
    setText(resident.doc, 'goal', goal, 'title', 'Naar')
    moveAfter(resident.doc, 'goal', other, readGoals(resident.doc), null, resident.randomness)
    const id = addWish(resident.doc, '', resident.randomness)
    const before = Y.encodeStateVector(resident.doc)
    const undo = createUndo(resident.doc)
    setGoalStatus(resident.doc, goal, 'active', resident.randomness)
    setGoalStatus(resident.doc, goal, 'on-hold', resident.randomness)
    meet(worker, resident)
    expect(newsOf(worker, before)).toEqual([['goals', 2, 1, 1]])
    undo.undo()
    meet(worker, resident)
    expect(newsOf(worker, seen)).toEqual([['goals', 2, 2, 2]]) // the status that came back, and the wish
    expect(id).toHaveLength(11)
  })

  test('excludes entities that were made and undone', () => {
    const { worker, resident, seen } = begin()
    const undo = createUndo(resident.doc)
    addWish(resident.doc, 'Rust', resident.randomness)
    undo.undo()
    meet(worker, resident)
    expect(newsOf(worker, seen)).toEqual([])
    undo.redo()
    meet(worker, resident)
    expect(newsOf(worker, seen)).toEqual([['goals', 2, 1 + 'Rust'.length, 1]])
  })

  test('of those who are not asked about is not looked through', () => {
    const { worker, resident, goal, seen } = begin()
    setGoalStatus(resident.doc, goal, 'active', resident.randomness)
    setTitle(worker.doc, 'Plan van Ans', worker.randomness)
    meet(worker, resident)
    const clients = (asked: number) => readNews(worker.doc, seen, (client) => client === asked).map((one) => one.client)
    expect([clients(1), clients(2), clients(3)]).toEqual([[1], [2], []])
  })

  test('includes setting aside', () => {
    const { worker, resident, goal, seen } = begin()
    setAside(resident.doc, 'goal', goal, NOW, resident.randomness)
    meet(worker, resident)
    expect(newsOf(worker, seen)).toEqual([['goals', 2, 1, 1]])
  })

  test('is empty for a person who never looked, or whose mark is unreadable', () => {
    const { worker } = begin()
    for (const mark of [new Uint8Array(), Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255), Uint8Array.of(9)]) {
      expect(readNews(worker.doc, mark)).toEqual([])
    }
    expect(newsOf(worker, Y.encodeStateVector(new Y.Doc()))).toHaveLength(1)
  })

  test('leaves out nonsense, and counts a newer app’s changes under the plan', () => {
    const { worker, resident, seen } = begin()
    for (const name of ['x', '#/', '__proto__', 'goal:1#/']) valuesOf(resident.doc).set(name, 1)
    resident.doc.getMap('goals').set('no id', new Y.Map())
    resident.doc.getMap('later').set('x', 1)
    meet(worker, resident)
    expect(newsOf(worker, seen)).toEqual([])
    valuesOf(resident.doc).set('__proto__/name#1', 1)
    valuesOf(resident.doc).set('survey:1/name#1', 1)
    meet(worker, resident)
    expect(newsOf(worker, seen)).toEqual([['plan', 2, 2, 2]])
  })
})
