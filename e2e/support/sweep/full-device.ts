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

/** Whether the app has stored whose this device is, after which it counts as one that stores. */
const knowsWhose = async (): Promise<boolean> => {
  const isThere = (await indexedDB.databases()).some(({ name }) => name === 'weef')
  if (!isThere) return false // opening it would make it
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('weef')
    opening.addEventListener('success', () => resolve(opening.result))
  })
  const people = database.transaction('person').objectStore('person').count()
  const count = await new Promise<number>((resolve) => people.addEventListener('success', () => resolve(people.result)))
  database.close()
  return count > 0
}

/**
 * Takes half a minute, for which the browser caches its free space. The app's database must exist already: if it cannot be
 * created, Weef runs without storage.
 */
export const fillDevice = async (me: Person): Promise<void> => {
  await expect.poll(() => me.page().evaluate(knowsWhose)).toBe(true)
  const { origin } = new URL(me.page().url())
  const devtools = await me.page().context().newCDPSession(me.page())
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
}

export const isFull = (me: Person): Promise<void> =>
  expect.poll(() => me.page().evaluate(takesMore), { timeout: 60_000 }).toBe(false)
