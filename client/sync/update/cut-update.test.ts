/** An update too long for one item leaves in parts, each of which is complete by itself (E5). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { cutUpdate } from './cut-update.ts'
import { addDeletes, type Range } from './delete-set.ts'
import { stripShared } from '../document/unshared-diff.ts'
import { advanceClocks, inspectUpdate, isComplete } from './update.ts'

const step = fc.record({
  kind: fc.constantFrom('type', 'type', 'paste', 'delete', 'set', 'format', 'reload'),
  at: fc.nat(1_000),
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** The text of one person, over several loads of one document. */
const writeAll = (steps: readonly Step[]): Y.Doc => {
  const doc = new Y.Doc()
  doc.clientID = 500
  const story = doc.getText('story')
  for (const { kind, at, text } of steps) {
    const place = at % (story.length + 1)
    if (kind === 'type') story.insert(place, text)
    if (kind === 'paste') story.insert(place, text.repeat(90))
    if (kind === 'delete') story.delete(place, Math.min(at % 40, story.length - place))
    if (kind === 'set') doc.getMap('values').set(`${at % 3}`, text)
    if (kind === 'format') story.format(place, Math.min(9, story.length - place), { bold: true })
    if (kind === 'reload') doc.clientID = (doc.clientID * 7) % 9_999
  }
  return doc
}
const contentOf = (doc: Y.Doc) => [doc.getText('story').toDelta(), doc.getMap('values').toJSON()]

/** The parts, one after another, as pushing asks for them. */
const cutAll = (doc: Y.Doc, bytes: number): readonly Uint8Array[] => {
  const parts: Uint8Array[] = []
  const clocks = new Map<number, number>()
  const deletes = new Map<number, readonly Range[]>()
  for (;;) {
    const rest = stripShared(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(clocks)), deletes)
    if (rest === null) return parts
    const part = rest.length <= bytes ? rest : cutUpdate(rest, clocks, bytes)
    const inspected = part && inspectUpdate(part)
    if (part === null || inspected === null) throw new Error('Nothing more can be cut.')
    expect(part.length).toBeLessThanOrEqual(bytes + 16)
    expect(isComplete(inspected, clocks)).toBe(true)
    advanceClocks(clocks, inspected)
    addDeletes(deletes, inspected.deletes)
    parts.push(part)
  }
}

test('the parts of any update are complete one after another, and together are all of it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: 200, max: 2_000 }), (steps, bytes) => {
      const doc = writeAll(steps)
      const other = new Y.Doc()
      for (const part of cutAll(doc, bytes)) Y.applyUpdate(other, part)
      expect(contentOf(other)).toEqual(contentOf(doc))
      expect(other.store.pendingStructs ?? other.store.pendingDs).toBeNull()
    }),
    { numRuns: 300 },
  )
})

test('no surrogate pair is cut in two', () => {
  const doc = new Y.Doc()
  doc.getText('story').insert(0, `a${'🧵'.repeat(1_000)}`)
  const parts = cutAll(doc, 300)
  const other = new Y.Doc()
  for (const part of parts) Y.applyUpdate(other, part)
  expect(parts.length).toBeGreaterThan(10)
  expect(other.getText('story').toJSON()).toBe(doc.getText('story').toJSON())
})

test('a value longer than an item cannot be cut', () => {
  const doc = new Y.Doc()
  doc.getMap('values').set('name', 'x'.repeat(1_000))
  expect(cutUpdate(Y.encodeStateAsUpdate(doc), new Map(), 400)).toBeNull()
})
