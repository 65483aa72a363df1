/** The journal's writes go before the cursor's, survive a store that refuses, and begin anew behind a gap. */
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { secretOf } from '#keys/testing/circle.ts'
import type { JournalStore } from '#storage/journal/journal-store.ts'
import { createMemoryJournalStore } from '#storage/journal/memory-journal-store.ts'
import { batchOf, placeAt } from '#storage/journal/testing/batches.ts'
import { createMemorySyncStore } from '#storage/sync/memory-sync-store.ts'
import { createJournalRunner } from './run-journal.ts'
import { createStoreRunner, type StoreRunner } from './run-store.ts'

const cursor = { type: 'store-cursor', cursor: Uint8Array.of(7) } as const
const journalOf = (from: number, seqs: readonly number[], isHidden = false) =>
  ({ type: 'journal', batch: batchOf(from, seqs), isHidden }) as const
let doc: Y.Doc
let journal: JournalStore
let store: StoreRunner
let written: string[]
let isFull: boolean

beforeEach(() => {
  ;[doc, journal, written, isFull] = [new Y.Doc(), createMemoryJournalStore(), [], false]
  const kept: JournalStore = {
    ...journal,
    async append(batch) {
      if (isFull) throw new Error('full')
      written.push(`journal ${batch.entries.map(({ seq }) => seq).join()}`)
      return journal.append(batch)
    },
  }
  const sync = { ...createMemorySyncStore(), saveCursor: async () => void written.push('cursor') }
  store = createStoreRunner(
    sync,
    toWorkspaceId(secretOf('plan')),
    () => {},
    () => {},
    createJournalRunner(kept, doc, () => 5_000),
  )
})
const seqs = async () => (await journal.load())?.entries.map(({ seq }) => seq)

test('what was read is written at once, before the cursor that counts it', async () => {
  store.run(journalOf(0, [1, 2]))
  store.run(journalOf(2, [3]))
  store.run(cursor)
  await store.flushed()
  store.run(journalOf(3, [4]))
  await store.flushed()
  expect(written).toEqual(['journal 1,2,3', 'cursor', 'journal 4'])
})

test('nothing new writes nothing', async () => {
  store.run(journalOf(4, []))
  store.run(cursor)
  await store.flushed()
  expect(written).toEqual(['cursor'])
})

test('a store that refuses is tried again with the next write, and nothing is lost meanwhile', async () => {
  isFull = true
  store.run(journalOf(0, [1, 2]))
  store.run(cursor)
  await store.flushed()
  isFull = false
  store.run(journalOf(2, [3]))
  await store.flushed()
  expect(await seqs()).toEqual([1, 2, 3])
})

test('behind a gap it begins anew with the document on screen', async () => {
  doc.getText('story').insert(0, 'van voor de geschiedenis')
  store.run(journalOf(7, [8]))
  await store.flushed()
  store.run(journalOf(8, [9]))
  await store.flushed()
  const begun = await journal.load()
  expect(begun?.base).toMatchObject({ place: placeAt(8), at: 5_000 })
  const base = new Y.Doc()
  Y.applyUpdate(base, begun?.base.document ?? new Uint8Array())
  expect(base.getText('story').toJSON()).toBe('van voor de geschiedenis')
  expect(await seqs()).toEqual([9])
})

test('a document that is not the log’s begins no history', async () => {
  store.run(journalOf(7, [8], true))
  await store.flushed()
  expect(await journal.load()).toBeNull()
})
