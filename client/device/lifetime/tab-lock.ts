/** One live tab per plan and device (PROTOCOL.md §5): two would write under one cursor. Over Web Locks; knows no plan. */

import type { WorkspaceId } from '#shared/protocol/ids.ts'

export type TabLock = {
  /** Asks without waiting. `lost` is called once when another tab takes it over. */
  take(lost: () => void): Promise<boolean>
  /** Takes it from whoever holds it. */
  steal(lost: () => void): Promise<void>
  release(): void
}

/** The name of a plan's lock. */
export const toPlanLock = (id: WorkspaceId): string => `weef-plan-${id}`

/** Held beside a plan's lock by a tab that only visits it, and gives way to whoever opens it. */
export const toVisitName = (name: string): string => `${name}-visit`

/** Whether whoever holds this lock only visits. */
export const isOnlyVisited = async (name: string): Promise<boolean> => {
  if (!('locks' in navigator)) return false
  const { held = [] } = await navigator.locks.query()
  const holderOf = (wanted: string): string | undefined => held.find((lock) => lock.name === wanted)?.clientId
  const holder = holderOf(name)
  return holder !== undefined && holderOf(toVisitName(name)) === holder
}

/** Where the browser has no Web Locks (an insecure page), there is nothing to share the storage with either. */
export const createTabLock = (name: string): TabLock => {
  let release = (): void => {}

  /** Resolves when it is known whether the lock is held; then holds it until released. */
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
