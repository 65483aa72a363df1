/** A full device: the browser itself refuses to write. */
import { expect } from '@playwright/test'
import type { Person } from '../people.ts'

/** Whether one more row is accepted, in a database of its own. */
const takesMore = (): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('room')
    opening.addEventListener(
      'upgradeneeded',
      () => void opening.result.createObjectStore('rows', { autoIncrement: true }),
    )
    opening.addEventListener('error', () => resolve(false))
    opening.addEventListener('success', () => {
      const database = opening.result
      const end = (takes: boolean): void => (database.close(), resolve(takes))
      const change = database.transaction('rows', 'readwrite')
      change.objectStore('rows').add(new Uint8Array(1))
      change.addEventListener('complete', () => end(true))
      change.addEventListener('abort', () =>
        change.error?.name === 'QuotaExceededError' ? end(false) : reject(new Error(String(change.error))),
      )
    })
  })

const countDatabases = async (): Promise<number> => (await indexedDB.databases()).length

/**
 * Takes half a minute, for which the browser caches its free space. The app's database must exist already: if it cannot be
 * created, Weef runs without storage.
 */
export const fillDevice = async (me: Person): Promise<void> => {
  await expect.poll(() => me.page().evaluate(countDatabases)).toBeGreaterThan(0)
  const { origin } = new URL(me.page().url())
  const devtools = await me.page().context().newCDPSession(me.page())
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
}

export const isFull = (me: Person): Promise<void> =>
  expect.poll(() => me.page().evaluate(takesMore), { timeout: 60_000 }).toBe(false)
