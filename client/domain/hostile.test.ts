/** Content of a hostile member: readers leave it out, never throw, and never delete it. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setAnswer } from './goals/answers.ts'
import { readCheckIns } from './wheel/check-ins.ts'
import { ensureCard, readContactCards } from './contact/contact.ts'
import { readConversations } from './conversations/conversations.ts'
import { dayToMs, parseDay, toDay } from './document/days.ts'
import type { EntityId } from './document/entity-id.ts'
import { readPlan } from './document/read-plan.ts'
import { readAside } from './testing/read-parts.ts'
import { readText } from './document/texts.ts'
import { addGoal, readGoals, setGoalStatus } from './goals/goals.ts'
import { readNews } from './news/news.ts'
import { createPlanDoc, ENTITY_KINDS, entitiesOf, valuesOf } from './document/plan-doc.ts'
import { readSections } from './plan/sections.ts'
import { readSteps } from './goals/steps.ts'
import { createPair, createPeer, meet } from './testing/peers.ts'
import { createUndo } from './undo/undo.ts'
import { isSameWho, parseWho, whoKey } from './plan/who.ts'
import { readWishes } from './goals/wishes.ts'
import { parsePersonId } from '#shared/protocol/ids.ts'

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

const READERS: readonly ((doc: Y.Doc) => unknown)[] = [
  readWishes,
  readGoals,
  readSteps,
  readCheckIns,
  readContactCards,
  readConversations,
  readSections,
  (doc) => readNews(doc, Y.encodeStateVector(new Y.Doc())),
  (doc) =>
    ENTITY_KINDS.flatMap((kind) =>
      [...readPlan(doc).entities[kind].values()]
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map((entity) => [
          entity.maker,
          [...entity.fixed].toSorted(byName),
          [...entity.texts].toSorted(byName),
          readAside(doc, kind, entity.id),
        ]),
    ),
]
const readAll = (doc: Y.Doc): readonly unknown[] => READERS.map((read) => read(doc))
const person = parsePersonId('cmVzaWRlbnQtcmVzaWRlbg')!

const deep = (levels: number): unknown => {
  let value: unknown = 'bottom'
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}
const FIELDS = [
  'status',
  'order',
  'aside',
  'made',
  'ending',
  'agreed',
  'answer:~x',
  'day',
  'who',
  'form',
  'score:own',
  'talk:own',
]
const NAMES = [
  'title',
  'text',
  'what',
  'who',
  'at',
  'goal',
  'conversation',
  'source',
  'note:own',
  'words',
  'pack',
  '__proto__',
]
const bad = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    undefined,
    Number.NaN,
    -0,
    1e300,
    9n,
    new Uint8Array(3),
    deep(400),
    'x'.repeat(40_000),
    '\ud800',
    JSON.parse('{"__proto__":{"person":"x"},"look":"x"}'),
    { person },
    { at: 1, look: 'x' },
    { outcome: 'completed', at: 1e300 },
    'AAAAAAAAAAA',
  ),
)
const made = fc.oneof(
  bad.map((value) => () => value),
  fc.constantFrom(
    () => new Y.Map(),
    () => new Y.Array(),
    () => new Y.Text('x'),
    () => new Y.XmlText('x'),
    () => new Y.XmlElement('p'),
    () => new Y.Doc(),
  ),
)
const write = fc.record({
  kind: fc.constantFrom(...ENTITY_KINDS),
  id: fc.constantFrom('AAAAAAAAAAA', 'BBBBBBBBBBB', '__proto__', 'constructor', '', 'x/y#z'),
  field: fc.constantFrom(...FIELDS),
  name: fc.constantFrom(...NAMES),
  where: fc.constantFrom('values', 'entity', 'member', 'list'),
  made,
})

describe('hostile content in a document', () => {
  test('is read without an exception, the same on every device, and without changing a byte', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 25 }), (writes) => {
        const stranger = createPlanDoc(7)
        for (const { kind, id, field, name, where, made: make } of writes) {
          const root = entitiesOf(stranger, kind)
          if (where === 'values') valuesOf(stranger).set(`${kind}:${id}/${field}#${writes.length}${name}`, make())
          else if (where === 'entity') root.set(id, make())
          else if (where === 'list') stranger.getMap('later').set(id, make())
          else {
            const map = root.get(id)
            if (map instanceof Y.Map) map.set(name, make())
            else root.set(id, new Y.Map([[name, make()]]))
          }
        }
        const [one, other] = [createPlanDoc(8), createPlanDoc(9)]
        const update = Y.encodeStateAsUpdate(stranger)
        Y.applyUpdate(one, update)
        Y.applyUpdate(other, update)
        const before = Y.encodeStateAsUpdate(one)
        expect(JSON.stringify(readAll(one))).toBe(JSON.stringify(readAll(other)))
        expect(Y.encodeStateAsUpdate(one)).toEqual(before)
      }),
      { numRuns: 150 },
    )
  })

  test('does not stop writing beside it', () => {
    const { doc, randomness } = createPeer(1)
    const goal = addGoal(doc, { title: 'Naar buiten' }, randomness)
    for (const field of ['status', 'aside', 'order', 'ending', 'agreed'])
      valuesOf(doc).set(`goal:${goal}/${field}#!`, deep(400))
    entitiesOf(doc, 'step').set('AAAAAAAAAAA', new Y.Map([['goal', goal]]))
    entitiesOf(doc, 'step').set('BBBBBBBBBBB', 'no step')
    expect(readGoals(doc)[0]).toMatchObject({ title: 'Naar buiten', status: ['proposed'], steps: [{ what: '' }] })
    setGoalStatus(doc, goal, 'active', randomness)
    expect(readGoals(doc)[0]?.status).toEqual(['active'])
    expect(readPlan(doc).entities.step.has('BBBBBBBBBBB' as EntityId)).toBe(false)
    expect(readText(doc, 'goal', goal, '__proto__')).toBe('')
    expect(ensureCard(doc, person, randomness)).toHaveLength(11)
  })

  test('such as a flood of values in one place is read and settled quickly', () => {
    const { doc, randomness } = createPeer(1)
    const goal = addGoal(doc, { title: 'Naar buiten' }, randomness)
    const stranger = createPeer(2)
    stranger.doc.transact(() => {
      for (let index = 0; index < 20_000; index += 1) {
        valuesOf(stranger.doc).set(`goal:${goal}/status#${index}`, index % 2 === 0 ? 'active' : `x${index}`)
      }
    })
    readGoals(doc)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(stranger.doc))
    expect(readGoals(doc)[0]?.status.toSorted()).toEqual(['active', 'proposed'])
    setGoalStatus(doc, goal, 'completed', randomness)
    expect(readGoals(doc)[0]?.status).toEqual(['completed'])
    expect(valuesOf(doc).size).toBe(3) // status, order, made
  })

  test('such as a replaced or removed entity is read as it now is, and does not break undo', () => {
    const [worker, stranger] = createPair()
    const undo = createUndo(worker.doc)
    const goal = addGoal(worker.doc, { title: 'Naar buiten' }, worker.randomness)
    setGoalStatus(worker.doc, goal, 'active', worker.randomness)
    meet(worker, stranger)
    entitiesOf(stranger.doc, 'goal').set(goal, 'gone')
    meet(worker, stranger)
    expect(readGoals(worker.doc)).toEqual([])
    undo.undo()
    undo.undo()
    entitiesOf(stranger.doc, 'goal').delete(goal)
    for (const key of valuesOf(stranger.doc).keys()) valuesOf(stranger.doc).delete(key)
    meet(worker, stranger)
    undo.redo()
    undo.redo()
    expect(readGoals(worker.doc)).toEqual([])
    setAnswer(worker.doc, goal, { person }, { answer: 'agree', words: '' }, worker.randomness)
    expect(readGoals(worker.doc)).toEqual([])
  })
})

describe('a value from outside', () => {
  test('is a person or a name, or nobody', () => {
    expect(parseWho({ person })).toEqual({ person })
    expect(parseWho({ name: ' Zus\u202e Mira ' })).toEqual({ name: 'Zus Mira' })
    for (const nobody of [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { person: 'x' },
      { name: '' },
      { name: 7 },
      { name: '\u0000' },
    ]) {
      expect(parseWho(nobody as never)).toBe(null)
    }
    expect(isSameWho({ person }, { person })).toBe(true)
    expect(isSameWho({ person }, { name: 'Ans' })).toBe(false)
    expect(isSameWho({ name: 'Ans' }, { person })).toBe(false)
    expect(isSameWho({ name: 'Ans' }, { name: 'Ans' })).toBe(true)
    expect(whoKey({ name: 'a/b#c' })).not.toMatch(/[/#]/)
  })

  test('is a day of the calendar, or none', () => {
    for (const day of ['2026-11-28', '2024-02-29', '0099-01-01']) {
      expect(parseDay(day)).toBe(day)
      expect(toDay(dayToMs(parseDay(day)!))).toBe(day)
    }
    for (const none of ['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-11-28T00:00', 7, null, undefined]) {
      expect(parseDay(none)).toBe(null)
    }
  })
})
