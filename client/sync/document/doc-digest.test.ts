import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { digestOf } from './doc-digest.ts'

const hexOf = (doc: Y.Doc): string => Buffer.from(digestOf(doc)).toString('hex')

type Edit =
  | { readonly kind: 'type'; readonly at: number; readonly text: string }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'set'; readonly key: string; readonly value: number }
  | { readonly kind: 'nest'; readonly key: string }
  | { readonly kind: 'drop'; readonly key: string }

const edit = (doc: Y.Doc, one: Edit): void => {
  const text = doc.getText('story')
  const at = 'at' in one ? Math.min(one.at, text.length) : 0
  if (one.kind === 'type') text.insert(at, one.text)
  if (one.kind === 'cut') text.delete(at, Math.min(one.length, text.length - at))
  if (one.kind === 'set') doc.getMap('values').set(one.key, one.value)
  if (one.kind === 'nest') doc.getMap('goals').set(one.key, new Y.Map([['title', new Y.Text('doel')]]))
  if (one.kind === 'drop') doc.getMap('goals').delete(one.key)
}
const KEY = fc.constantFrom('a', 'b', 'c')
const EDIT: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), at: fc.nat(12), text: fc.string({ minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(12), length: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('set' as const), key: KEY, value: fc.nat(9) }),
  fc.record({ kind: fc.constant('nest' as const), key: KEY }),
  fc.record({ kind: fc.constant('drop' as const), key: KEY }),
)
/** The acts of two people, each in their own document, and the moments when they heard of each other. */
const STORY = fc.array(
  fc.record({ who: fc.nat(1), edits: fc.array(EDIT, { minLength: 1, maxLength: 3 }), meet: fc.boolean() }),
  { maxLength: 14 },
)

test('[K2] is the same however the same updates came: one by one, all at once, from a copy, or as they were written', () => {
  fc.assert(
    fc.property(STORY, fc.array(fc.nat(), { maxLength: 20 }), (story, shuffle) => {
      const people = [new Y.Doc(), new Y.Doc()]
      const updates: Uint8Array[] = []
      const heard = [0, 0]
      people.forEach((doc, index) => (doc.clientID = 10 + index))
      people.forEach((doc) => doc.on('update', (update, origin) => origin !== 'peer' && updates.push(update)))
      const hear = (index: number): void => {
        for (const update of updates.slice(heard[index])) Y.applyUpdate(people[index]!, update, 'peer')
        heard[index] = updates.length
      }
      for (const { who, edits, meet } of story) {
        people[who]!.transact(() => edits.forEach((one) => edit(people[who]!, one)))
        if (meet) hear(who)
      }
      people.forEach((_, index) => hear(index))
      const inOrder = new Y.Doc()
      for (const update of updates) Y.applyUpdate(inOrder, update)
      const atOnce = new Y.Doc()
      Y.transact(atOnce, () => updates.forEach((update) => Y.applyUpdate(atOnce, update)))
      const shuffled = new Y.Doc()
      const order = updates
        .map((update, index) => ({ update, by: shuffle[index] ?? 0 }))
        .toSorted((a, b) => a.by - b.by)
      for (const { update } of order) Y.applyUpdate(shuffled, update)
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(inOrder))
      const all = [...people, inOrder, atOnce, shuffled, copy].map(hexOf)
      expect(new Set(all).size).toBe(1)
    }),
    { numRuns: 400 },
  )
})

test('[K2] is another for any other text, place, value or deletion, also under the same clocks', () => {
  const write = (change: (doc: Y.Doc) => void): string => {
    const doc = new Y.Doc()
    doc.clientID = 7
    change(doc)
    return hexOf(doc)
  }
  const all = [
    write(() => {}),
    write((doc) => doc.getText('story').insert(0, 'ab')),
    write((doc) => doc.getText('story').insert(0, 'ac')),
    write((doc) => doc.getText('other').insert(0, 'ab')),
    write((doc) => doc.getText('story').insert(0, 'b')),
    write((doc) => [doc.getText('story').insert(0, 'b'), doc.getText('story').insert(0, 'a')]),
    write((doc) => [doc.getText('story').insert(0, 'ab'), doc.getText('story').delete(0, 1)]),
    write((doc) => doc.getMap('values').set('a', 1)),
    write((doc) => doc.getMap('values').set('a', 2)),
    write((doc) => doc.getMap('values').set('b', 1)),
    write((doc) => doc.getMap('values').set('a', new Y.Map())),
    write((doc) => doc.getMap('values').set('a', new Y.Text())),
    write((doc) => doc.getText('story').insert(0, 'ab', { bold: true })),
  ]
  expect(new Set(all).size).toBe(all.length)
})

test('[K2] is the same where a run of text stands in two pieces that Yjs has not joined again', () => {
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.getText('story').insert(0, 'thuis')
  const whole = hexOf(doc)
  const structs = doc.store.clients.get(7)!
  const left = structs[0] as Y.Item
  const rest = left.content.splice(2)
  left.length = 2
  structs.push(new Y.Item(Y.createID(7, 2), left, left.lastId, null, null, left.parent, left.parentSub, rest))
  expect(hexOf(doc)).toBe(whole)
})
