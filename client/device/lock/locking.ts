/** The lock of this device for one page, from before anything is read until the page ends, or keeps nothing any more. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { DeviceLock } from '#ports/lock.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import type { Environment } from '#sync/environment.ts'
import { createPages, type Pages } from '../lifetime/pages.ts'
import { createDeviceLock, type RunningLock } from './device-lock.ts'
import { createLockHere } from './lock-here.ts'
import { type OpenLock, passLock, type Unlocking } from './pass-lock.ts'

type Options = {
  readonly environment: Environment
  readonly unlocking: Unlocking | undefined
  /** Forgets the device, which nobody has unlocked. */
  forget(database: DeviceDatabase, plans: readonly WorkspaceId[], pages: Pages): Promise<void>
}
export type Locking = {
  readonly pages: Pages
  /** Resolves with the lock once it is open; `null`: there is none. */
  pass(database: DeviceDatabase): Promise<OpenLock | null>
  /** `null`: nothing here can have a lock. `holdsUnsaved`: whether this page alone has some words, once the disk has answered. */
  begin(
    opened: { database: DeviceDatabase; lock: OpenLock | null },
    holdsUnsaved: () => Promise<boolean>,
  ): DeviceLock | null
  /** Goes on with what was interrupted. */
  resume(): Promise<void>
  /** This page keeps nothing, and shows nothing that is kept. */
  leave(): void
}

export const createLocking = ({ environment, unlocking, forget }: Options): Locking => {
  let running: RunningLock | null = null
  let holdsUnsaved = async (): Promise<boolean> => false // nothing is open yet
  let lockHere = async (): Promise<void> => {}
  const pages = createPages(environment, () => void lockHere())
  const pass: Locking['pass'] = (database) =>
    passLock({ database, environment, unlocking, pages, forget: (sealed, plans) => forget(sealed, plans, pages) })
  return {
    pages,
    pass(database) {
      if (unlocking !== undefined)
        lockHere = createLockHere({
          environment,
          unlocking,
          holdsUnsaved: () => holdsUnsaved(),
          pass: () => pass(database),
          reopened: (lock) => running?.reopen(lock),
        })
      return pass(database)
    },
    begin({ database, lock }, unsaved) {
      if (database.lock === null || unlocking === undefined) return null
      holdsUnsaved = unsaved
      running = createDeviceLock({
        authenticator: unlocking.authenticator,
        database,
        store: database.lock,
        environment,
        pages,
        opened: lock,
        lockHere: () => void lockHere(),
      })
      return running.lock
    },
    resume: async () => running?.resume(),
    leave() {
      running?.forget()
      pages.leave()
    },
  }
}
