import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createMemoryCopy, openLocalCopy } from './local-copy.ts'

const NAME = 'weef-plan-1'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** A row that a bad disk or another program damaged. */
const addRow = (row: unknown): Promise<void> =>
  new Promise((resolve) => {
    const opening = indexedDB.open(NAME)
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('updates', 'readwrite')
      transaction.objectStore('updates').add(row)
      transaction.addEventListener('complete', () => {
        opening.result.close()
        resolve()
      })
    })
  })

test.each([
  ['half an update', Uint8Array.of(1, 1, 255, 255, 255)],
  ['no bytes at all', new Uint8Array(0)],
  ['text', 'text'],
  ['nothing', null],
])('is damaged by a row that is %s, and its rows can still be had', async (_, row) => {
  const doc = new Y.Doc()
  const whole = await openLocalCopy(NAME, doc)
  doc.getText('story').insert(0, 'heel')
  if (whole.ok) await whole.copy.close()
  await addRow(row)
  const opened = await openLocalCopy(NAME, new Y.Doc())
  expect(opened).toMatchObject({ ok: false, reason: 'damaged' })
  const rescued = new Y.Doc()
  if (!opened.ok && opened.reason === 'damaged') {
    for (const bytes of opened.rows) if (bytes.length > 5) Y.applyUpdate(rescued, bytes)
  }
  expect(rescued.getText('story').toJSON()).toBe('heel')
  expect(await openLocalCopy(NAME, new Y.Doc())).toEqual(opened) // reading changed nothing
})

test('a copy is unavailable where the browser has no database', async () => {
  vi.stubGlobal('indexedDB', undefined)
  expect(await openLocalCopy(NAME, new Y.Doc())).toEqual({ ok: false, reason: 'unavailable' })
})

test('a missing database leaves a copy in memory, which reports that nothing is stored', async () => {
  const copy = createMemoryCopy()
  expect(copy.state()).toEqual({ failed: 'unavailable' })
  expect(await copy.flushed()).toEqual({ failed: 'unavailable' })
})
