/** Convergence of many people in any order of arrival: equal updates read alike, and nothing that anybody made is ever lost. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createPlanDoc } from './document/plan-doc.ts'
import { readGoals } from './goals/goals.ts'
import { readSections, SECTIONS } from './plan/sections.ts'
import { readAll, run, step } from './testing/acts.ts'
import { meet } from './testing/peers.ts'

test('peers with the same updates read the same, in any order of arrival and when opened anew', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.array(step, { maxLength: 60 }), (seed, steps) => {
      const peers = run(seed, steps)
      const [one, other] = [createPlanDoc(90), createPlanDoc(91)]
      const updates = peers.map(({ doc }) => Y.encodeStateAsUpdate(doc))
      for (const update of updates) Y.applyUpdate(one, update)
      for (const update of updates.toReversed()) Y.applyUpdate(other, update)
      meet(...peers)
      const expected = JSON.stringify(readAll(one))
      expect(JSON.stringify(readAll(other))).toBe(expected)
      for (const { doc } of peers) expect(JSON.stringify(readAll(doc))).toBe(expected)
    }),
    { numRuns: 150 },
  )
})

test('reading changes no byte of the document', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.array(step, { maxLength: 40 }), (seed, steps) => {
      for (const { doc } of run(seed, steps)) {
        const before = Y.encodeStateAsUpdate(doc)
        readAll(doc)
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
      }
    }),
    { numRuns: 30 },
  )
})

test('nothing that anybody made leaves the document, and each thing is listed once', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.array(step, { maxLength: 60 }), (seed, steps) => {
      const peers = run(seed, steps)
      const made = new Set(peers.flatMap(({ doc }) => [...doc.getMap('goals').keys(), ...doc.getMap('steps').keys()]))
      meet(...peers)
      for (const { doc } of peers) {
        for (const id of made) expect(doc.getMap('goals').has(id) || doc.getMap('steps').has(id)).toBe(true)
        const ids = readGoals(doc).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(
          readSections(doc)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(SECTIONS.toSorted())
      }
    }),
    { numRuns: 60 },
  )
})
