/** A device's database under test whose values are sealed. */
import { createDeviceCipher, DEVICE_KEY_BYTES } from '#keys/device-lock.ts'
import type { WholeDatabase } from '../../device/device-database.ts'
import { openDeviceDatabase } from '../../device/indexeddb-device-database.ts'
import { withPlanStores } from '../../device/plan-stores.ts'
import type { ValueCipher } from '../../at-rest/at-rest.ts'
import { createValueCipher } from '../../at-rest/value-cipher.ts'

const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length))
export const cipherOf = (seed: number): ValueCipher =>
  createValueCipher(createDeviceCipher(new Uint8Array(DEVICE_KEY_BYTES).fill(seed), randomBytes))

export const openSealed = async (seed = 1): Promise<WholeDatabase> => {
  const opened = await openDeviceDatabase()
  if (!opened.ok) throw new Error(opened.reason)
  opened.database.atRest.change({ name: 'sealing', cipher: cipherOf(seed) })
  return withPlanStores(opened.database)
}

/** Every value of every store of this browser, as it stands on the disk. */
export const storedValues = async (): Promise<readonly { store: string; key: IDBValidKey; value: unknown }[]> => {
  const found: { store: string; key: IDBValidKey; value: unknown }[] = []
  const result = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)))
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name))
    for (const store of database.objectStoreNames) {
      const raw = database.transaction(store).objectStore(store)
      const [keys, values] = await Promise.all([result(raw.getAllKeys()), result(raw.getAll())])
      keys.forEach((key, at) => found.push({ store: `${name} ${store}`, key, value: values[at] }))
    }
    database.close()
  }
  return found
}
