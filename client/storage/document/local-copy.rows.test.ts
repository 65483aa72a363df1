/** Edits are rows, and many rows are merged into one without losing anything, another tab's rows included. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IndexeddbPersistence, storeState } from 'y-indexeddb'
import * as Y from 'yjs'
import { countRows, NAME, openCopy, storedText, write } from './testing/stored-copy.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('a copy of many small edits is merged into few rows without loss', async () => {
  const { doc, copy } = await openCopy()
  for (let edit = 0; edit < 120; edit += 1) write(doc, 'x')
  await copy.close()
  expect(await countRows()).toBeGreaterThan(100)
  const again = await openCopy()
  write(again.doc, '!')
  await again.copy.flushed()
  await expect.poll(countRows).toBeLessThan(5)
  await again.copy.close()
  expect(await storedText()).toBe(`${'x'.repeat(120)}!`)
})

test('a copy is merged during a long afternoon too', async () => {
  const { doc, copy } = await openCopy()
  for (let edit = 0; edit < 510; edit += 1) write(doc, 'x')
  await copy.flushed()
  await expect.poll(countRows).toBeLessThan(20)
  await copy.close()
  expect(await storedText()).toBe('x'.repeat(510))
})

test('merging keeps the rows that another tab wrote meanwhile', async () => {
  const before = await openCopy()
  for (let edit = 0; edit < 60; edit += 1) write(before.doc, 'x')
  await before.copy.close()
  const one = await openCopy()
  const open = indexedDB.open.bind(indexedDB)
  const openAfterWord = (name: string): IDBOpenDBRequest => (write(one.doc, 'het laatste woord'), open(name))
  // Another tab has read the rows, so many that it merges them, and opens the database once more to write.
  vi.spyOn(indexedDB, 'open').mockImplementationOnce(open).mockImplementationOnce(openAfterWord)
  const two = await openCopy()
  await expect.poll(countRows).toBeLessThan(20)
  expect(await storedText()).toContain('het laatste woord')
  for (let edit = 0; edit < 510; edit += 1) {
    if (edit === 250) write(one.doc, 'en nog een')
    write(two.doc, '.')
  }
  await Promise.all([one.copy.flushed(), two.copy.flushed()])
  await expect.poll(countRows).toBeLessThan(20)
  for (const word of ['het laatste woord', 'en nog een']) expect(await storedText()).toContain(word)
  await Promise.all([one.copy.close(), two.copy.close()])
})

test('y-indexeddb and this module read each other’s rows', async () => {
  const { doc, copy } = await openCopy()
  write(doc, 'from here, ')
  await copy.close()
  const theirs = new Y.Doc()
  const persistence = new IndexeddbPersistence(NAME, theirs)
  await persistence.whenSynced
  expect(theirs.getText('story').toJSON()).toBe('from here, ')
  theirs.getText('story').insert(11, 'from there')
  await storeState(persistence)
  await persistence.destroy()
  expect(await storedText()).toBe('from here, from there')
})
