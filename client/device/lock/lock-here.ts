/**
 * Locks a page that runs: it is blank at once and starts anew, so that nothing of it is in memory any more. What the disk
 * refused is in memory alone: a page that holds some stays as it is, behind the lock.
 */
import type { Environment } from '#sync/environment.ts'
import type { OpenLock, Unlocking } from './pass-lock.ts'

/** A disk that has not answered within this time, in ms, may have refused. */
const ANSWER_MS = 2_000

export type LockHereOptions = {
  readonly environment: Pick<Environment, 'after'>
  readonly unlocking: Pick<Unlocking, 'cover' | 'uncover' | 'startAnew'>
  /** Resolves once the disk has answered to all writes. */
  holdsUnsaved(): Promise<boolean>
  /** Waits for the unlock. */
  pass(): Promise<OpenLock | null>
  reopened(lock: OpenLock | null): void
}

export const createLockHere = ({ environment, unlocking, ...page }: LockHereOptions): (() => Promise<void>) => {
  let locked = false
  const mayHoldUnsaved = (): Promise<boolean> =>
    new Promise((resolve) => {
      const stop = environment.after(ANSWER_MS, () => resolve(true))
      void page
        .holdsUnsaved()
        .catch(() => true)
        .then((holds) => (stop(), resolve(holds)))
    })
  return async () => {
    if (locked) return
    locked = true
    unlocking.cover()
    if (!(await mayHoldUnsaved())) return unlocking.startAnew()
    page.reopened(await page.pass())
    locked = false
    unlocking.uncover()
  }
}
