/** Opens this device's database, or one in memory where the browser keeps nothing. */
import type { DeviceStorage } from '#ports/device.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import { openDeviceDatabase } from '#storage/device/indexeddb-device-database.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import type { Environment } from '#sync/environment.ts'

/** A browser that refuses storage falls back to "only for now". So does one whose stored secret cannot be read back. */
export const openDatabase = async (
  environment: Environment,
): Promise<{ database: DeviceDatabase; storage: DeviceStorage }> => {
  const opened = await openDeviceDatabase()
  if (opened.ok) {
    const known = await opened.database.readPersonSecret().catch(() => null)
    const kept =
      known === null
        ? await opened.database.keepPersonSecret(environment.randomBytes(SECRET_BYTES))
        : ({ ok: true } as const)
    if (kept.ok) return { database: opened.database, storage: { name: 'ready' } }
    return { database: createMemoryDeviceDatabase(), storage: { name: 'memory', reason: kept.reason } }
  }
  return { database: createMemoryDeviceDatabase(), storage: { name: 'memory', reason: opened.reason } }
}
