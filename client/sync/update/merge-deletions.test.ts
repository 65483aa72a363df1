/** Found by the simulation: a disk refused a row and took the next, and then the device was killed. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Range } from './delete-set.ts'
import { noteMergedDeletes } from './merge-deletions.ts'

const LOG = 'log'
const written = (edit: (story: Y.Text) => void, before?: Y.Doc): { doc: Y.Doc; update: Uint8Array } => {
  const doc = new Y.Doc()
  if (before) Y.applyUpdate(doc, Y.encodeStateAsUpdate(before))
  const vector = Y.encodeStateVector(doc)
  edit(doc.getText('story'))
  return { doc, update: Y.encodeStateAsUpdate(doc, vector) }
}

test('an own deletion that waited for its text does not become the log’s when the text comes in', () => {
  const theirs = written((story) => story.insert(0, 'good morning'))
  const mine = written((story) => story.delete(0, 5), theirs.doc)
  const kept = new Y.Doc()
  Y.applyUpdate(kept, mine.update)
  const deletes = new Map<number, readonly Range[]>()
  const stop = noteMergedDeletes(kept, LOG, () => deletes)
  Y.applyUpdate(kept, theirs.update, LOG)
  expect(kept.getText('story').toJSON()).toBe('morning')
  expect(deletes).toEqual(new Map())
  stop()
})

test('deletions by merging foreign updates belong to the log', () => {
  const kept = new Y.Doc()
  const deletes = new Map<number, readonly Range[]>()
  noteMergedDeletes(kept, LOG, () => deletes)
  const other = new Y.Doc()
  other.getMap('values').set('a', 1)
  Y.applyUpdate(kept, Y.encodeStateAsUpdate(other), LOG)
  const before = Y.encodeStateVector(other)
  other.getMap('values').set('a', 2)
  Y.applyUpdate(kept, Y.encodeStateAsUpdate(other, before), LOG)
  expect(deletes).toEqual(new Map([[other.clientID, [[0, 1]]]]))
})
