/** One live tab per plan and device (PROTOCOL.md §5): two would write under one clientID. Over Web Locks; knows no plan. */

import type { WorkspaceId } from '#shared/protocol/ids.ts'

export type TabLock = {
  /** Tries without waiting. `lost` is called once when another tab takes the lock over. */
  take(lost: () => void): Promise<boolean>
  /** Takes the lock from its holder. */
  steal(lost: () => void): Promise<void>
  release(): void
}

/** The name of a plan's lock. */
export const toPlanLock = (id: WorkspaceId): string => `weef-plan-${id}`
const PLAN_LOCK = /^weef-plan-[\w-]{22}$/

/** The additional lock of a tab that only visits the plan, and yields when it is opened. */
export const toVisitName = (name: string): string => `${name}-visit`

/** The locks of plans that some tab of this browser holds. */
export const heldPlanLocks = async (): Promise<readonly string[]> => {
  if (!('locks' in navigator)) return []
  const { held = [] } = await navigator.locks.query()
  return held.flatMap(({ name = '' }) => (PLAN_LOCK.test(name) ? [name] : []))
}

/** Whether the holder of this lock only visits. */
export const isOnlyVisited = async (name: string): Promise<boolean> => {
  if (!('locks' in navigator)) return false
  const { held = [] } = await navigator.locks.query()
  const holderOf = (wanted: string): string | undefined => held.find((lock) => lock.name === wanted)?.clientId
  const holder = holderOf(name)
  return holder !== undefined && holderOf(toVisitName(name)) === holder
}

/** Where the browser has no Web Locks (an insecure page), there is no shared storage either. */
export const createTabLock = (name: string): TabLock => {
  let release = (): void => {}

  /** Resolves when it is known whether the lock is held; then holds it until it is released. */
  const hold = (options: LockOptions, lost: () => void): Promise<boolean> =>
    new Promise((known) => {
      if (!('locks' in navigator)) return known(true)
      let released = false
      const until = new Promise<void>((resolve) => {
        release = () => {
          released = true
          resolve()
        }
      })
      navigator.locks
        .request(name, options, (lock) => {
          known(lock !== null)
          return lock === null ? undefined : until
        })
        .catch(() => {
          known(false)
          if (!released) lost()
        })
    })

  return {
    take: (lost) => hold({ ifAvailable: true }, lost),
    steal: async (lost) => void (await hold({ steal: true }, lost)),
    release: () => release(),
  }
}

/** Takes the lock of a plan, also from a visit in another tab, but not from a screen there. */
export const takeUnlessShown = async (lock: TabLock, name: string, lost: () => void): Promise<boolean> => {
  if (await lock.take(lost)) return true
  if (!(await isOnlyVisited(name))) return lock.take(lost) // a visit may just have ended
  await lock.steal(lost)
  return true
}
