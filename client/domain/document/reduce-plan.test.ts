/** The one reducer: a state that followed a document, and one read from scratch, equal its content. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { run, step } from '../testing/acts.ts'
import { meet } from '../testing/peers.ts'
import { readNaively } from '../testing/read-naively.ts'
import { createPlanDoc, ENTITY_KINDS, entitiesOf, storyOf, valuesOf } from './plan-doc.ts'
import { type Entity, type Fields, fieldsOf, NO_FIELDS, type PlanState } from './plan-state.ts'
import { readPlan } from './read-plan.ts'
import { readFromScratch } from './reduce-plan.ts'

/** A state in the form of the naive reader, without the count of changes to the story, which depends on the history. */
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
  [...fields].flatMap(([field, values]) =>
    values.map(({ name, client, value }) => {
      expect(name.startsWith(`${owner}/${field}#`)).toBe(true)
      return value === undefined ? `${name} ?` : `${name} by ${client} ${JSON.stringify(value)}`
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

/** Writes that no version of ours makes, and edits of ones that it does, each at one of few places. */
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
  test('equals one read from scratch, after any acts, updates, undos and redos', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.array(step, { maxLength: 50 }), (seed, steps) => {
        const peers = run(seed, steps, expectSame)
        meet(...peers)
        for (const { doc } of peers) expectSame(doc)
      }),
      { numRuns: 100 },
    )
  })

  test('equals it also after hostile writes, in the middle of a transaction and while observers are told of it', () => {
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

  test('first read in the middle of a transaction includes the rest of it', () => {
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
