/** Removes everything of this app from this browser: secrets, documents, plans, invitations and settings. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import { removeLocalCopy } from '#storage/document/local-copy.ts'
import { StorageError } from '#storage/failure.ts'
import type { Environment } from '#sync/environment.ts'
import { findDocuments } from '../store/document-names.ts'
import { createTabLock, heldPlanLocks, toPlanLock } from '../lifetime/tab-lock.ts'

export type ForgetOptions = {
  readonly database: DeviceDatabase
  readonly environment: Environment
  /** Those that this tab knows of. */
  readonly plans: readonly WorkspaceId[]
  removeSettings(): void
  tellOthers(): void
}

/** Another tab stops a plan within this time, in ms, once it has lost its lock. */
const OTHERS_STOP_MS = 2_000

export const forgetEverything = async (options: ForgetOptions): Promise<void> => {
  const { database, environment, plans } = options
  database.atRest.change({ name: 'plain' }) // the key goes too: nothing may be sealed under it any more
  const erase = async (): Promise<void> => {
    const erased = await database.erase()
    if (!erased.ok) throw new StorageError(new Error(erased.reason))
    for (const name of await findDocuments(plans)) await removeLocalCopy(name)
  }
  // A plan that is open in another tab would write itself back, also one that was made there a moment ago.
  let elsewhere = false
  const names = new Set([...plans.map(toPlanLock), ...(await heldPlanLocks())])
  const locks = [...names].map((name) => createTabLock(name))
  for (const lock of locks) {
    if (await lock.take(() => {})) continue
    elsewhere = true
    await lock.steal(() => {})
  }
  try {
    await erase()
    options.removeSettings()
    options.tellOthers()
    if (!elsewhere) return
    await new Promise<void>((resolve) => void environment.after(OTHERS_STOP_MS, resolve))
    await erase()
  } finally {
    for (const lock of locks) lock.release()
  }
}
