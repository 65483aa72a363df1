import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { countToFold, documentAt, foldOldest, foldsAt, KEPT_MS, MAX_BYTES } from './fold.ts'
import { createMemoryJournalStore } from './memory-journal-store.ts'
import { batchOf, entryAt, placeAt } from './testing/batches.ts'

const DAY_MS = 86_400_000
const NOW = 1_000 * DAY_MS
const aged = (days: number, bytes: number) => ({ at: NOW - days * DAY_MS, update: new Uint8Array(bytes) })
const limits = { comfortable: 10, most: 30 }

test('a small journal is kept whole, however old', () => {
  expect(countToFold([aged(900, 4), aged(800, 5)], NOW, limits)).toBe(0)
})

test('above the comfortable size, what is older than a quarter goes, as far as needed', () => {
  const entries = [aged(400, 5), aged(300, 5), aged(200, 5), aged(10, 5)]
  expect(countToFold(entries, NOW, limits)).toBe(2)
  expect(countToFold([aged(10, 15), aged(9, 14)], NOW, limits)).toBe(0)
})

test('above the most, the oldest goes, however young, and whatever time the entries name', () => {
  expect(countToFold([aged(3, 20), aged(2, 20), aged(1, 5)], NOW, limits)).toBe(1)
  expect(countToFold([aged(-9_999_999, 20), aged(-9_999_999, 20)], NOW, limits)).toBe(1)
})

test('a folded journal leads to the same document', async () => {
  const store = createMemoryJournalStore()
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  const big = 'x'.repeat(MAX_BYTES / 5)
  for (let n = 0; n < 6; n += 1) doc.getText('story').insert(0, `${n}${big}`)
  const entries = updates.map((update, index) => ({ ...entryAt(index + 1), at: NOW - KEPT_MS / 2, update }))
  await store.append({ ...batchOf(0, []), to: placeAt(6), entries })
  const left = await foldOldest(store, NOW)
  expect(left).toBeLessThanOrEqual(MAX_BYTES)
  expect(foldsAt(left)).toBeGreaterThan(left)
  const journal = await store.load()
  expect(journal?.base.at).toBe(NOW - KEPT_MS / 2)
  expect(journal?.entries.length).toBeLessThan(6)
  const folded = journal && documentAt(journal, journal.entries.length)
  expect(folded?.getText('story').toJSON() === doc.getText('story').toJSON()).toBe(true)
})

test('what somebody asked for is kept as long as it fits, however old', async () => {
  const store = createMemoryJournalStore()
  const entries = [1, 2, 3].map((seq) => entryAt(seq, MAX_BYTES / 8))
  await store.append({ ...batchOf(0, []), to: placeAt(3), entries })
  await store.begin({ place: placeAt(3), at: 3, document: new Uint8Array(2) })
  const places = [1, 2, 3].map((seq) => placeAt(seq))
  await store.extend({ base: { place: placeAt(0), at: null, document: null }, entries, upTo: 3, places })
  await foldOldest(store, 9 * KEPT_MS)
  expect((await store.load())?.entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
})
