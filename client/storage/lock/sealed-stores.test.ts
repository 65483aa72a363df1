/** Stores whose values are sealed keep every rule of the plain ones, and show nothing. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { fillDisk } from '#testing/full-disk.ts'
import { describeDeviceDatabase, PLAN, planRow } from '../device/device-database.contract.ts'
import type { WholeDatabase } from '../device/device-database.ts'
import { openDeviceDatabase } from '../device/indexeddb-device-database.ts'
import { withPlanStores } from '../device/plan-stores.ts'
import { openLocalCopy } from '../document/local-copy.ts'
import { rewriteRows } from '../document/stored-rows.ts'
import { describeJournalStore } from '../journal/journal-store.contract.ts'
import { describeNoticeStore } from '../notices/notice-store.contract.ts'
import { describeSyncStore } from '../sync/sync-store.contract.ts'
import { createAtRest, isSealed } from '../at-rest/at-rest.ts'
import { cipherOf, openSealed, storedValues } from './testing/sealing.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  vi.restoreAllMocks()
})

const openPlain = async (): Promise<WholeDatabase> => {
  const opened = await openDeviceDatabase()
  if (!opened.ok) throw new Error(opened.reason)
  return withPlanStores(opened.database)
}
const expectSealed = async (): Promise<void> => {
  const plain = (await storedValues()).filter(({ value }) => !isSealed(value))
  expect(plain.map(({ store, key }) => [store, key])).toEqual([])
}
const expectPlain = async (): Promise<void> =>
  expect((await storedValues()).filter(({ value }) => isSealed(value))).toEqual([])

describeDeviceDatabase('indexeddb, sealed', () => openSealed())

const stores = ['syncStore', 'noticeStore', 'journalStore'] as const
const reopening =
  <Name extends (typeof stores)[number]>(name: Name) =>
  async () => {
    const device = await openSealed()
    return {
      store: device[name](PLAN) as ReturnType<WholeDatabase[Name]>,
      async reopen() {
        device.close()
        await expectSealed()
        return (await openSealed())[name](PLAN) as ReturnType<WholeDatabase[Name]>
      },
    }
  }
describeSyncStore('indexeddb, sealed', reopening('syncStore'))
describeNoticeStore('indexeddb, sealed', reopening('noticeStore'))
describeJournalStore('indexeddb, sealed', reopening('journalStore'))

test('every kind of stored value comes back as it was', () => {
  const atRest = createAtRest()
  atRest.change({ name: 'sealing', cipher: cipherOf(1) })
  const values = [
    'Sevda 🌷',
    Uint8Array.of(0, 255),
    [Uint8Array.of(1), Uint8Array.of()],
    { ...planRow(), ownersTitle: undefined, move: null, openedAt: 1_796_000_000_000, n: -0.5, deep: [{ a: [true] }] },
    0,
    '',
    null,
  ]
  for (const value of values) {
    const stored = atRest.seal('here', value)
    expect(isSealed(stored)).toBe(true)
    expect(atRest.open('here', stored)).toEqual(value)
    expect(atRest.open('elsewhere', stored)).toBeUndefined()
  }
})

describe('a database whose values are stored anew', () => {
  const DOCUMENT = 'weef-plan-1'
  const fill = async (device: WholeDatabase): Promise<void> => {
    await device.keepPersonSecret(new Uint8Array(16).fill(7))
    await device.savePlan(planRow())
    await device.syncStore(PLAN).addSalt(Uint8Array.of(1))
    for (let seq = 0; seq < 100; seq++) await device.syncStore(PLAN).addRecords([{ seq, bytes: Uint8Array.of(seq) }])
    const doc = new Y.Doc()
    const opened = await openLocalCopy(DOCUMENT, doc, { atRest: device.atRest })
    if (!opened.ok) throw new Error(opened.reason)
    for (const word of ['Het ', 'gaat ', 'beter.']) doc.getText('story').insert(doc.getText('story').length, word)
    opened.copy.saveUndo({ steps: 1 })
    await opened.copy.close()
  }
  const readAll = async (device: WholeDatabase) => {
    const doc = new Y.Doc()
    let undo: unknown
    const before = (kept: unknown): void => void (undo = kept)
    const opened = await openLocalCopy(DOCUMENT, doc, { atRest: device.atRest, before })
    if (opened.ok) await opened.copy.close()
    return {
      secret: await device.readPersonSecret(),
      plans: await device.readPlans(),
      log: await device.syncStore(PLAN).load(),
      story: opened.ok ? doc.getText('story').toJSON() : opened.reason,
      undo,
    }
  }
  const rewriteAll = async (device: WholeDatabase): Promise<void> => {
    await device.lock?.rewrite()
    await rewriteRows(DOCUMENT, device.atRest)
  }

  test('has them all sealed, and all plain again, with nothing lost', async () => {
    const device = await openPlain()
    await fill(device)
    const all = await readAll(device)
    expect(all.story).toBe('Het gaat beter.')
    device.atRest.change({ name: 'sealing', cipher: cipherOf(1) })
    await rewriteAll(device)
    await expectSealed()
    expect(await readAll(device)).toEqual(all)
    device.atRest.change({ name: 'opening', cipher: cipherOf(1) })
    await rewriteAll(device)
    await expectPlain()
    device.atRest.change({ name: 'plain' })
    expect(await readAll(device)).toEqual(all)
  })

  test('reads both kinds beside each other when the disk was full in between', async () => {
    const device = await openPlain()
    await fill(device)
    const all = await readAll(device)
    device.atRest.change({ name: 'sealing', cipher: cipherOf(1) })
    fillDisk('records')
    await expect(rewriteAll(device)).rejects.toMatchObject({ reason: 'full' })
    vi.restoreAllMocks()
    expect(new Set((await storedValues()).map(({ value }) => isSealed(value)))).toEqual(new Set([true, false]))
    expect(await readAll(device)).toEqual(all)
    await rewriteAll(device)
    await expectSealed()
  })

  test.each(['updates', 'custom'])('is not ready while the disk refuses one of a document: %s', async (store) => {
    const device = await openPlain()
    await fill(device)
    device.atRest.change({ name: 'sealing', cipher: cipherOf(1) })
    fillDisk(store)
    await expect(rewriteAll(device)).rejects.toMatchObject({ name: 'QuotaExceededError' })
  })

  test('is refused to a page without the key, which changes nothing', async () => {
    const device = await openPlain()
    await fill(device)
    const late = await openPlain()
    device.atRest.change({ name: 'sealing', cipher: cipherOf(1) })
    await rewriteAll(device)
    const before = await storedValues()
    await expect(late.readPersonSecret()).rejects.toMatchObject({ reason: 'unavailable' })
    expect(await late.keepPersonSecret(new Uint8Array(16))).toEqual({ ok: false, reason: 'unavailable' })
    expect(await late.changePlan(PLAN, (row) => ({ ...row, title: 'weg' }))).toEqual({
      ok: false,
      reason: 'unavailable',
    })
    await expect(late.readPlans()).rejects.toMatchObject({ reason: 'unavailable' })
    expect(await openLocalCopy(DOCUMENT, new Y.Doc(), { atRest: late.atRest })).toEqual({
      ok: false,
      reason: 'unavailable',
    })
    expect(await storedValues()).toEqual(before)
  })

  test('tells of a document that does not open, and of nothing where a value does not', async () => {
    const device = await openSealed()
    await fill(device)
    const other = await openSealed(2)
    expect(await other.readPersonSecret()).toBeNull()
    expect(await readAll(other)).toMatchObject({ story: 'damaged', undo: undefined })
    other.atRest.change({ name: 'opening', cipher: cipherOf(2) })
    await rewriteAll(other)
    await expectPlain()
    other.atRest.change({ name: 'plain' })
    expect(await readAll(other)).toMatchObject({ secret: null, plans: [], story: 'damaged' })
  })
})

const putRaw = async (database: string, store: string, value: unknown, key?: string): Promise<void> => {
  const opening = indexedDB.open(database)
  await new Promise((resolve) => opening.addEventListener('success', resolve))
  const transaction = opening.result.transaction(store, 'readwrite')
  transaction.objectStore(store).put(value, key)
  await new Promise((resolve) => transaction.addEventListener('complete', resolve))
  opening.result.close()
}
const countRows = async (): Promise<number> =>
  (await storedValues()).filter(({ store }) => store === 'weef-plan-1 updates').length
/** More edits than rows are merged from, so that they are merged at least once. */
const MANY = 600
const openDocument = async (doc: Y.Doc, atRest = createAtRest()) => {
  const opened = await openLocalCopy('weef-plan-1', doc, { atRest })
  if (!opened.ok) throw new Error(opened.reason)
  return opened.copy
}
const typeMuch = async (doc: Y.Doc): Promise<void> => {
  for (let letter = 0; letter < MANY; letter++) doc.getText('story').insert(0, '.')
}

test('rows that are merged are sealed too', async () => {
  const atRest = createAtRest()
  atRest.change({ name: 'sealing', cipher: cipherOf(1) })
  const doc = new Y.Doc()
  const copy = await openDocument(doc, atRest)
  await typeMuch(doc)
  await copy.flushed()
  await copy.close()
  await vi.waitFor(async () => expect(await countRows()).toBeLessThan(MANY))
  await expectSealed()
})

test.each([
  [
    'sealed by a page that has the key',
    () => {
      const keyed = createAtRest()
      keyed.change({ name: 'sealing', cipher: cipherOf(1) })
      return keyed.seal('weef-plan-1', Y.encodeStateAsUpdate(new Y.Doc()))
    },
  ],
  ['damaged', () => 'no row'],
])('a row of another page that cannot be read, %s, is never merged away', async (_, make) => {
  const doc = new Y.Doc()
  const copy = await openDocument(doc)
  doc.getText('story').insert(0, 'eerst ')
  await copy.flushed()
  const row = make()
  await putRaw('weef-plan-1', 'updates', row)
  for (let round = 0; round < 3; round++) {
    await typeMuch(doc)
    await copy.flushed()
  }
  await copy.close()
  expect((await storedValues()).map(({ value }) => value)).toContainEqual(row)
})

test('a sealed value that was put at another place opens as nothing', async () => {
  const device = await openSealed()
  await device.saveSetting('a', 'van a')
  await device.saveSetting('b', 'van b')
  const value = (await storedValues()).find(({ key }) => key === 'a')?.value
  await putRaw('weef', 'settings', value, 'b')
  expect([await device.readSetting('a'), await device.readSetting('b')]).toEqual(['van a', null])
})
