/** One reducer: a state that followed a document, and one that is read from scratch, say what is in it; a keystroke reads again only what was touched. */
import * as fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { parsePersonId } from '#shared/protocol/ids.ts'
import { addTalkPoint, addConversation } from '../conversations/conversations.ts'
import { addGoal, goalsOf, readGoals, setGoalStatus } from '../goals/goals.ts'
import { addStep, stepsOf } from '../goals/steps.ts'
import { addWish, wishesOf } from '../goals/wishes.ts'
import { setMyName } from '../plan/people.ts'
import { sectionsOf, setSectionHidden } from '../plan/sections.ts'
import { readAll, run, step } from '../testing/acts.ts'
import { createPair, createPeer, meet } from '../testing/peers.ts'
import { readNaively } from '../testing/read-naively.ts'
import { checkInsOf, setScore, startCheckIn } from '../wheel/check-ins.ts'
import { createPlanDoc, ENTITY_KINDS, entitiesOf, type EntityKind, storyOf, valuesOf } from './plan-doc.ts'
import { type Entity, type Fields, fieldsOf, NO_FIELDS, type PlanState } from './plan-state.ts'
import { readPlan } from './read-plan.ts'
import { readFromScratch } from './reduce-plan.ts'
import { setText } from './texts.ts'

/** In the words of the naive reader. How often the story has changed is not in them: it depends on the way there. */
const linesOf = ({ entities, fields }: PlanState): readonly string[] =>
  [
    ...Object.values(entities).flatMap((all) => [...all.values()].flatMap(entityLines)),
    ...Object.values(fields).flatMap((owners) => [...owners].flatMap(([owner, own]) => fieldLines(owner, own))),
  ].sort()

const entityLines = ({ kind, id, maker, fixed, texts }: Entity): readonly string[] => [
  `${kind} ${id} by ${maker}`,
  ...[...fixed].map(([name, value]) => `${kind} ${id} ${name}=${value === undefined ? '?' : JSON.stringify(value)}`),
  ...[...texts].map(([name, text]) => `${kind} ${id} ${name}=“${text}”`),
]

const fieldLines = (owner: string, fields: Fields): readonly string[] =>
  [...fields].flatMap(([field, { names, signed }]) =>
    names.map((name) => {
      const value = signed.find((each) => each.name === name)
      expect(name.startsWith(`${owner}/${field}#`)).toBe(true)
      return value === undefined ? `${name} ?` : `${name} by ${value.client} ${JSON.stringify(value.value)}`
    }),
  )

const expectSame = (doc: Y.Doc): void => {
  const plan = readPlan(doc)
  const expected = JSON.stringify(readNaively(doc).map((line) => line.replace(/ by \d+ \?$/, ' ?')))
  for (const state of [plan, readFromScratch(doc)]) {
    const lines = JSON.stringify(linesOf(state))
    if (lines !== expected) expect(lines).toBe(expected)
    for (const entity of Object.values(state.entities).flatMap((all) => [...all.values()]))
      if (entity.fields !== fieldsOf(state, `${entity.kind}:${entity.id}`)) expect(entity.fields).toEqual(NO_FIELDS)
  }
}

/** What no version of ours writes, and an edit of what one does: each at one place of few. */
const rude = fc.record({
  where: fc.constantFrom('value', 'gone', 'entity', 'other', 'member', 'story'),
  kind: fc.constantFrom(...ENTITY_KINDS),
  id: fc.constantFrom('AAAAAAAAAAA', 'BBBBBBBBBBB', '__proto__'),
  name: fc.constantFrom('text', 'title', 'goal', 'why', '__proto__'),
  value: fc.oneof(fc.jsonValue(), fc.constant(new Uint8Array(2))),
})
type Rude = typeof rude extends fc.Arbitrary<infer Value> ? Value : never

const write = (doc: Y.Doc, { where, kind, id, name, value }: Rude): void => {
  const [root, values] = [entitiesOf(doc, kind), valuesOf(doc)]
  const map = root.get(id)
  if (where === 'value') values.set(`${kind}:${id}/${name}#${id}`, value)
  else if (where === 'gone') [...values.keys(), ''].slice(0, 2).forEach((key) => values.delete(key))
  else if (where === 'entity')
    root.set(
      id,
      new Y.Map<unknown>([
        ['text', new Y.Text('a')],
        [name, value],
      ]),
    )
  else if (where === 'other') root.set(id, value)
  else if (where === 'story') storyOf(doc).insert(0, [new Y.XmlText(name)])
  else if (!(map instanceof Y.Map)) root.set(id, new Y.Text(name))
  else if (map.get('text') instanceof Y.Text) (map.get('text') as Y.Text).insert(0, name)
  else map.set(name, value)
}

describe('a state that followed a document', () => {
  test('says what one that is read from scratch says, after whatever people did, heard, undid and did again', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.array(step, { maxLength: 50 }), (seed, steps) => {
        const peers = run(seed, steps, expectSame)
        meet(...peers)
        for (const { doc } of peers) expectSame(doc)
      }),
      { numRuns: 100 },
    )
  })

  test('also when strangers write what no version of ours does, in the middle of a transaction and while others are told of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(rude, { maxLength: 6 }), { maxLength: 12 }),
        fc.boolean(),
        (transactions, isAsked) => {
          const [here, there] = [createPlanDoc(1), createPlanDoc(2)]
          if (isAsked) readPlan(here)
          let told = 0
          valuesOf(here).observe(() => {
            expectSame(here)
            told += 1
            if (told % 3 === 1)
              write(here, { where: 'entity', kind: 'goal', id: 'AAAAAAAAAAA', name: 'title', value: told })
          })
          here.on('update', () => expectSame(here))
          transactions.forEach((writes, turn) => {
            const doc = turn % 2 === 0 ? here : there
            doc.transact(() => {
              for (const each of writes) {
                write(doc, each)
                expectSame(doc)
              }
            })
            expectSame(doc)
            Y.applyUpdate(here, Y.encodeStateAsUpdate(there, Y.encodeStateVector(here)))
            if (turn % 3 === 0) Y.applyUpdate(there, Y.encodeStateAsUpdate(here, Y.encodeStateVector(there)))
            expectSame(here)
          })
        },
      ),
      { numRuns: 100 },
    )
  })

  test('that is asked for first in the middle of a transaction sees the rest of it', () => {
    const doc = createPlanDoc(1)
    doc.transact(() => {
      write(doc, { where: 'entity', kind: 'goal', id: 'AAAAAAAAAAA', name: 'why', value: 1 })
      expectSame(doc)
      write(doc, { where: 'member', kind: 'goal', id: 'AAAAAAAAAAA', name: 'title', value: 1 })
      expectSame(doc)
      expect(
        readPlan(doc)
          .entities.goal.get('AAAAAAAAAAA' as never)
          ?.texts.get('text'),
      ).toBe('titlea')
    })
    expectSame(doc)
  })
})

describe('of a state the next shares', () => {
  const who = { person: parsePersonId('cmVzaWRlbnQtcmVzaWRlbg')! }
  const setUp = () => {
    const peer = createPeer(1)
    const { doc, randomness } = peer
    const goals = ['A', 'B', 'C'].map((title) => addGoal(doc, { title }, randomness))
    const steps = goals.map((goal) => addStep(doc, goal, { what: 'Bellen' }, randomness))
    addWish(doc, 'Rust', randomness)
    const wheel = startCheckIn(doc, { who, at: 1, pack: 'weef' }, randomness)
    const conversation = addConversation(doc, 1, randomness)
    addTalkPoint(doc, conversation, { text: 'Geld', source: null }, randomness)
    return { ...peer, goals, steps, wheel }
  }
  const changedKinds = (before: PlanState, after: PlanState): readonly EntityKind[] =>
    ENTITY_KINDS.filter((kind) => before.entities[kind] !== after.entities[kind])

  test('everything but the goal in whose title somebody types', () => {
    const { doc, goals } = setUp()
    const before = readPlan(doc)
    setText(doc, 'goal', goals[1]!, 'title', 'Bè')
    const after = readPlan(doc)
    expect(changedKinds(before, after)).toEqual(['goal'])
    expect(after.fields).toEqual(before.fields)
    expect(goals.map((id) => before.entities.goal.get(id) === after.entities.goal.get(id))).toEqual([true, false, true])
    expect(goalsOf(before).map((goal, index) => goal === goalsOf(after)[index])).toEqual([true, false, true])
    expect(goalsOf(after)[1]?.title).toBe('Bè')
    expect(goalsOf(before)[1]?.title).toBe('B') // what was is still as it was
    expect(stepsOf(after).every((each, index) => each === stepsOf(before)[index])).toBe(true)
    expect([wishesOf(after), checkInsOf(after), sectionsOf(after)]).toEqual([
      wishesOf(before),
      checkInsOf(before),
      sectionsOf(before),
    ])
    expect(wishesOf(after)).toBe(wishesOf(before))
    expect(checkInsOf(after)).toBe(checkInsOf(before))
    expect(sectionsOf(after)).toBe(sectionsOf(before))
  })

  test('everything but the goal above a step that changes', () => {
    const { doc, steps } = setUp()
    const before = readPlan(doc)
    setText(doc, 'step', steps[0]!, 'what', 'Appen')
    const after = readPlan(doc)
    expect(changedKinds(before, after)).toEqual(['step'])
    expect(goalsOf(before).map((goal, index) => goal === goalsOf(after)[index])).toEqual([false, true, true])
    expect(goalsOf(after)[0]?.steps[0]?.what).toBe('Appen')
  })

  test('every goal and wheel when a score is given, a name chosen, or a word of the story typed', () => {
    const { doc, randomness, wheel } = setUp()
    const start = readPlan(doc)
    setScore(doc, wheel, 'own', 3, randomness)
    const scored = readPlan(doc)
    expect(changedKinds(start, scored)).toEqual(['checkIn'])
    expect(goalsOf(scored)).toBe(goalsOf(start))
    setMyName(doc, who.person, 'Ans', randomness)
    setSectionHidden(doc, 'wheel', true, randomness)
    const named = readPlan(doc)
    expect(changedKinds(scored, named)).toEqual([])
    expect(named.fields.checkIn).toBe(scored.fields.checkIn)
    expect(
      sectionsOf(named)
        .filter((each) => !sectionsOf(scored).includes(each))
        .map(({ id }) => id),
    ).toEqual(['wheel'])
    storyOf(doc).insert(0, [new Y.XmlText('x')])
    const told = readPlan(doc)
    expect(told).toEqual({ ...named, story: named.story + 1 })
    expect(told.entities.goal).toBe(named.entities.goal)
  })

  test('all of it, and is the very same, when a transaction changes nothing that is read', () => {
    const { doc } = setUp()
    const before = readPlan(doc)
    doc.transact(() => {})
    doc.getMap('later').set('x', 1)
    entitiesOf(doc, 'goal').set('no id', 1)
    expect(readPlan(doc)).toBe(before)
  })
})

describe('what a keystroke costs', () => {
  afterEach(() => void vi.restoreAllMocks())

  test('one text is read, once, however many ask, whoever typed; and of a score none', () => {
    const [worker, resident] = createPair()
    const goals = Array.from({ length: 20 }, (_, index) =>
      addGoal(worker.doc, { title: `Doel ${index}` }, worker.randomness),
    )
    const wheel = startCheckIn(worker.doc, { who: { name: 'Ans' }, at: 1, pack: 'weef' }, worker.randomness)
    meet(worker, resident)
    for (const { doc } of [worker, resident]) readAll(doc)
    const reads = vi.spyOn(Y.Text.prototype as { toString(): string }, 'toString')
    const readTexts = (doc: Y.Doc): readonly unknown[] => {
      reads.mockClear()
      for (let times = 0; times < 10; times += 1) readAll(doc)
      return reads.mock.contexts
    }
    setText(worker.doc, 'goal', goals[4]!, 'title', 'Doel vier')
    expect(reads).not.toHaveBeenCalled() // what stood there was known
    const title = (entitiesOf(worker.doc, 'goal').get(goals[4]!) as Y.Map<unknown>).get('title')
    expect(readTexts(worker.doc).map((text) => text === title)).toEqual([true])
    meet(worker, resident)
    expect(readTexts(resident.doc)).toHaveLength(1)
    expect(readGoals(resident.doc)[4]?.title).toBe('Doel vier')
    setScore(worker.doc, wheel, 'own', 3, worker.randomness)
    setGoalStatus(worker.doc, goals[0]!, 'active', worker.randomness)
    expect(readTexts(worker.doc)).toEqual([])
  })
})
