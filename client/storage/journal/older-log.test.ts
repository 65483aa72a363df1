/** A log that is read once more: what fits is kept, what does not is in the base document, and a gap is no history. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createOlderLogReader } from './older-log.ts'
import { batchOf, entryAt, placeAt } from './testing/batches.ts'

const HUGE = 1_000_000

test('keeps what is before the journal, and remembers where it came by', async () => {
  const reader = createOlderLogReader(3, HUGE)
  await reader.store.append(batchOf(0, [1, 2]))
  await reader.store.append(batchOf(2, [3, 4]))
  const older = reader.read()
  expect(older?.entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(older?.places.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  expect(older?.base).toEqual({ place: placeAt(0), at: null, document: null })
})

test('reading from the start again begins anew, and what comes twice counts once', async () => {
  const reader = createOlderLogReader(9, HUGE)
  await reader.store.append(batchOf(0, [1, 2]))
  await reader.store.append(batchOf(0, [1, 2, 3]))
  await reader.store.append(batchOf(2, [3, 4]))
  expect(reader.read()?.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
})

test('a stretch that is missing leaves nothing', async () => {
  const reader = createOlderLogReader(9, HUGE)
  expect(reader.read()).toBeNull()
  await reader.store.append(batchOf(0, [1]))
  await reader.store.append(batchOf(2, [3]))
  expect(reader.read()).toBeNull()
})

test('what does not fit is in the document before the rest, and the last comes last', async () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  for (let n = 0; n < 20; n += 1) doc.getText('story').insert(0, `${n}`.padEnd(100))
  const reader = createOlderLogReader(99, 1_000)
  for (const [index, update] of updates.entries())
    await reader.store.append(
      batchOf(index, [], { to: placeAt(index + 1), entries: [{ ...entryAt(index + 1), update }] }),
    )
  const older = reader.read()
  const first = older?.entries[0]?.seq ?? 0
  expect(first).toBeGreaterThan(8)
  expect(older?.base.place.number).toBe(first - 1)
  const again = new Y.Doc()
  Y.applyUpdate(again, older?.base.document ?? new Uint8Array())
  for (const { update } of older?.entries ?? []) Y.applyUpdate(again, update)
  expect(again.getText('story').toJSON()).toBe(doc.getText('story').toJSON())
  reader.stop()
})
