import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test } from 'vitest'
import { PLAN } from '../device/device-database.contract.ts'
import type { WholeDatabase } from '../device/device-database.ts'
import { openDeviceDatabase } from '../device/indexeddb-device-database.ts'
import { withPlanStores } from '../device/plan-stores.ts'
import { encodeEntries } from './journal-rows.ts'
import { describeJournalStore } from './journal-store.contract.ts'
import { batchOf, entryAt, placeAt } from './testing/batches.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const openDevice = async (): Promise<WholeDatabase> => {
  const opened = await openDeviceDatabase()
  if (!opened.ok) throw new Error(opened.reason)
  return withPlanStores(opened.database)
}

describeJournalStore('indexeddb', async () => {
  const device = await openDevice()
  return {
    store: device.journalStore(PLAN),
    async reopen() {
      device.close()
      return (await openDevice()).journalStore(PLAN)
    },
  }
})

const putRaw = async (store: string, key: IDBValidKey, value: unknown): Promise<void> => {
  const request = indexedDB.open('weef')
  await new Promise((resolve) => request.addEventListener('success', resolve))
  const transaction = request.result.transaction(store, 'readwrite')
  if (value === undefined) transaction.objectStore(store).delete(key)
  else transaction.objectStore(store).put(value, key)
  await new Promise((resolve) => transaction.addEventListener('complete', resolve))
  request.result.close()
}

describe('stored data is outside input', () => {
  test.each([
    ['the lines are nonsense', 'journals', PLAN, 'nonsense'],
    ['the lines are of another version', 'journals', PLAN, Uint8Array.of(99)],
    ['a row is nonsense', 'journalRows', [PLAN, 1, 1], Uint8Array.of(1, 2, 3)],
    ['a row is no bytes', 'journalRows', [PLAN, 1, 1], { update: 1 }],
    ['a row is gone', 'journalRows', [PLAN, 1, 1], undefined],
    ['a row is out of order', 'journalRows', [PLAN, 1, 0], encodeEntries([entryAt(2)])],
  ] as const)('when %s, the journal begins anew', async (_why, store, key, value) => {
    const device = await openDevice()
    const journal = device.journalStore(PLAN)
    await journal.append(batchOf(0, [1, 2]))
    await putRaw(store, key as IDBValidKey, value)
    expect(await journal.load()).toBeNull()
    expect(await journal.append(batchOf(2, [3]))).toEqual({ kept: false, reason: 'gap' })
    await journal.begin({ place: placeAt(3), at: 3, document: Uint8Array.of(7) })
    await journal.append(batchOf(3, [4]))
    expect((await journal.load())?.entries).toEqual([entryAt(4)])
  })

  test('a journal whose base document is gone claims nothing', async () => {
    const device = await openDevice()
    const journal = device.journalStore(PLAN)
    await journal.begin({ place: placeAt(3), at: 3, document: Uint8Array.of(7) })
    await putRaw('journalBases', [PLAN, 1], 'gone')
    expect(await journal.load()).toBeNull()
  })
})
