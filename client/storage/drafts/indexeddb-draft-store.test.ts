import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test } from 'vitest'
import { PLAN } from '../device/device-database.contract.ts'
import type { DeviceDatabase } from '../device/device-database.ts'
import { openDeviceDatabase } from '../device/indexeddb-device-database.ts'
import { isSealed } from '../at-rest/at-rest.ts'
import { openSealed, storedValues } from '../lock/testing/sealing.ts'
import { describeDraftStore, draftRow } from './draft-store.contract.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const openPlain = async (): Promise<DeviceDatabase> => {
  const opened = await openDeviceDatabase()
  if (!opened.ok) throw new Error(opened.reason)
  return opened.database
}

describe.each([
  ['indexeddb', openPlain, false],
  ['indexeddb, sealed', () => openSealed(), true],
] as const)('%s', (name, open, sealed) => {
  describeDraftStore(name, async () => {
    const device = await open()
    return {
      store: device.drafts,
      async reopen() {
        device.close()
        const values = await storedValues()
        expect(values.filter(({ value }) => isSealed(value) !== sealed)).toEqual([])
        return (await open()).drafts
      },
    }
  })
})

const putRaw = async (key: IDBValidKey, value: unknown): Promise<void> => {
  const opening = indexedDB.open('weef')
  await new Promise((resolve) => opening.addEventListener('success', resolve))
  const transaction = opening.result.transaction('drafts', 'readwrite')
  transaction.objectStore('drafts').put(value, key)
  await new Promise((resolve) => transaction.addEventListener('complete', resolve))
  opening.result.close()
}

test('stored data is outside input: what has no text or no place is left out', async () => {
  const device = await openPlain()
  await putRaw(['nowhere', 'a'], { text: 'x', at: 1, overAt: null })
  await putRaw([PLAN, 'a'], { text: 7 })
  await putRaw([PLAN, 'b'], { text: 'x', at: 'x', overAt: -1 })
  await putRaw([PLAN, 7], { text: 'x', at: 1, overAt: null })
  await putRaw('c', { text: 'x', at: 1, overAt: null })
  expect(await device.drafts.load()).toEqual([draftRow({ field: 'b', text: 'x', at: 0 })])
})
