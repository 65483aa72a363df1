/** A browser without usable storage: the reason is shown, and everything works for now. */
import { expect, vi } from 'vitest'
import type { DeviceStorage } from '#ports/device.ts'
import { test } from '#e2e/testing/room-test.ts'

/** Another tab, with another version of the app. */
const openElsewhere = (version: number): Promise<IDBDatabase> =>
  new Promise((resolve) => {
    const request = indexedDB.open('weef', version)
    request.addEventListener('success', () => resolve(request.result))
  })
const refuse = (name: string): void => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Not here.', name)
  })
}

test.for<[what: string, happened: () => unknown, reason: Extract<DeviceStorage, { name: 'memory' }>['reason']]>([
  ['has no IndexedDB', () => vi.stubGlobal('indexedDB', undefined), 'unavailable'],
  [
    'throws when it is opened',
    () => vi.spyOn(indexedDB, 'open').mockImplementation(() => expect.fail('SecurityError')),
    'unavailable',
  ],
  ['clones nothing into it, as in some private modes', () => refuse('DataCloneError'), 'unavailable'],
  ['has no room', () => refuse('QuotaExceededError'), 'full'],
  ['was used by a newer version', async () => (await openElsewhere(99)).close(), 'outdated-app'],
  ['has an older version open in another tab, which does not let go', () => openElsewhere(1), 'blocked'],
])('a browser that %s', async ([, happened, reason], { browser }) => {
  await happened()
  const { device } = await browser.openApp()
  expect(device.storage()).toEqual({ name: 'memory', reason })
  await device.startPlan({ title: 'Voor even', name: 'Sam', forWhom: 'me' })
  expect(device.plans().map(({ title }) => title)).toEqual(['Voor even'])
})
