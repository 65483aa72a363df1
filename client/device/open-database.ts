/** Opens this device's database, or one in memory where the browser keeps nothing. */
import type { DeviceStorage } from '#ports/device.ts'
import { SECRET_BYTES } from '#keys/secret.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import { openDeviceDatabase } from '#storage/device/indexeddb-device-database.ts'
import type { OpenLock } from './lock/pass-lock.ts'
import type { Locking } from './lock/locking.ts'
import type { Environment } from '#sync/environment.ts'

type OpenedDatabase = {
  readonly database: DeviceDatabase
  readonly storage: DeviceStorage
  /** The lock that this device has and that is open now. */
  readonly lock: OpenLock | null
}

/** Whether this page was told to keep nothing; it remembers that for as long as it is there, through a reload. */
export type ForNow = { isChosen(): boolean; choose(): void }

/** A browser that refuses storage falls back to "only for now". So does one whose stored secret cannot be read back. */
export const openDatabase = async (
  environment: Environment,
  pass: Locking['pass'],
  forNow: ForNow | undefined,
): Promise<OpenedDatabase> => {
  if (forNow?.isChosen())
    return { database: await openInMemory(), storage: { name: 'memory', reason: 'chosen' }, lock: null }
  const opened = await openDeviceDatabase()
  if (opened.ok) {
    const lock = await pass(opened.database)
    const known = await opened.database.readPersonSecret().catch(() => null)
    const kept =
      known === null
        ? await opened.database.keepPersonSecret(environment.randomBytes(SECRET_BYTES))
        : ({ ok: true } as const)
    if (kept.ok) return { database: opened.database, storage: { name: 'ready' }, lock }
    return { database: await openInMemory(), storage: { name: 'memory', reason: kept.reason }, lock: null }
  }
  return { database: await openInMemory(), storage: { name: 'memory', reason: opened.reason }, lock: null }
}

/** For a device that keeps nothing, as few do: its code is fetched then. */
export const openInMemory = async (): Promise<DeviceDatabase> =>
  (await import('#storage/device/memory-device-database.ts')).createMemoryDeviceDatabase()
