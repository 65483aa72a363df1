/** Removes everything of this app from this browser: secrets, documents, plans, invitations and settings. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { DeviceDatabase } from '#storage/device/device-database.ts'
import { removeLocalCopy } from '#storage/document/local-copy.ts'
import { StorageError } from '#storage/failure.ts'
import type { Pages } from '../lifetime/pages.ts'
import { findDocuments } from '../store/document-names.ts'
import { createTabLock, heldPlanLocks, toPlanLock } from '../lifetime/tab-lock.ts'

export type ForgetOptions = {
  readonly database: DeviceDatabase
  /** Those that this tab knows of. */
  readonly plans: readonly WorkspaceId[]
  removeSettings(): void
  tellOthers(): void
  readonly pages: Pick<Pages, 'alone'>
}

export const forgetEverything = async (options: ForgetOptions): Promise<void> => {
  const { database, pages, plans } = options
  database.atRest.change({ name: 'plain' }) // the key goes too: nothing may be sealed under it any more
  const erase = async (): Promise<void> => {
    const erased = await database.erase()
    if (!erased.ok) throw new StorageError(new Error(erased.reason))
    for (const name of await findDocuments(plans)) await removeLocalCopy(name)
  }
  // A plan that is open in another tab would write itself back, also one that was made there a moment ago.
  const names = new Set([...plans.map(toPlanLock), ...(await heldPlanLocks())])
  const locks = [...names].map((name) => createTabLock(name))
  for (const lock of locks) {
    if (!(await lock.take(() => {}))) await lock.steal(() => {})
  }
  try {
    await erase()
    options.removeSettings()
    options.tellOthers()
    // What another tab writes until it starts anew would come back, and sealed it would open under no key any more.
    if (!(await pages.alone(erase))) await erase()
  } finally {
    for (const lock of locks) lock.release()
  }
}
