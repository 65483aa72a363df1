/** The start of a device with a lock: nothing sealed is read before its person has unlocked it. */
import type { Authenticator, DoorOpened, LockedDoor } from '#ports/lock.ts'
import type { ValueCipher } from '#storage/at-rest/at-rest.ts'
import { isSameLock, type LockStore, type StoredLock } from '#storage/lock/lock-store.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { Environment } from '#sync/environment.ts'
import type { Pages } from '../lifetime/pages.ts'

/** What a page does at a locked device. */
export type Unlocking = {
  readonly authenticator: Authenticator
  /** Shows nothing but the way in, until `door` is open. */
  showLocked(door: LockedDoor): void
  /** Nothing is to be seen or heard any more. */
  cover(): void
  /** The page goes on as it was before it was covered. */
  uncover(): void
  /** The page starts anew where it is. */
  startAnew(): void
}

/** A lock that this page has opened. */
export type OpenLock = { readonly stored: StoredLock; readonly cipher: ValueCipher }

const unlock = async (
  stored: StoredLock | 'damaged',
  authenticator: Authenticator,
  environment: Environment,
): Promise<{ ok: true; lock: OpenLock } | Extract<DoorOpened, { ok: false }>> => {
  if (stored === 'damaged') return { ok: false, reason: 'other' }
  const loading = import('./lock-cipher.ts').catch(() => null)
  const evaluated = await authenticator.evaluate(stored.credential, stored.salt)
  if (!evaluated.ok) return evaluated
  const code = await loading
  if (!code) return { ok: false, reason: 'not-loaded' } // also where a newer version has replaced it
  const cipher = await code.openCipher(stored.wrapped, evaluated.unlocked, environment.randomBytes)
  return cipher === null ? { ok: false, reason: 'other' } : { ok: true, lock: { stored, cipher } }
}

export type PassLockOptions = {
  readonly database: DeviceDatabase
  readonly environment: Environment
  readonly unlocking: Unlocking | undefined
  readonly pages: Pages
  /** Forgets the device, which nobody has unlocked. */
  forget(database: DeviceDatabase, plans: readonly WorkspaceId[]): Promise<void>
}

/** Resolves with the lock once it is open; `null`: there is none. */
export const passLock = async (options: PassLockOptions): Promise<OpenLock | null> => {
  const { database, pages } = options
  const store = database.lock
  if (store === null) return null
  for (;;) {
    const before = await store.read()
    const opened = before === null ? null : await waitForUnlock(before, store, options)
    await pages.enter()
    // While this page waited, another may have put a lock on, or taken it off.
    if (!isSameLock(await store.read(), opened?.stored ?? null)) continue
    database.atRest.change(
      opened === null
        ? { name: 'plain' }
        : { name: opened.stored.stage === 'opening' ? 'opening' : 'sealing', cipher: opened.cipher },
    )
    return opened
  }
}

const waitForUnlock = (
  stored: StoredLock | 'damaged',
  store: LockStore,
  { unlocking, environment, database, forget, pages }: PassLockOptions,
): Promise<OpenLock> =>
  new Promise((resolve, reject) => {
    if (unlocking === undefined) return reject(new Error('This device has a lock, and nothing here opens one.'))
    unlocking.showLocked({
      async open() {
        const result = await unlock(stored, unlocking.authenticator, environment)
        if (!result.ok) return result
        resolve(result.lock)
        return { ok: true }
      },
      forget: async () => forget(database, await store.planIds()),
      lockOthers: pages.tell,
    })
  })
