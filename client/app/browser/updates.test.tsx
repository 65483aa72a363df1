/** A part of the app that cannot be had: only the server knows whether a newer release has taken its place. */
import { afterEach, expect, test, vi } from 'vitest'
import { followUpdates, isReplaced } from './updates.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const missPart = (): boolean => {
  const missing = new Event('vite:preloadError', { cancelable: true })
  window.dispatchEvent(missing)
  return missing.defaultPrevented
}
const FIRST_FILE = 'https://weef.test/assets/index-old.js'
const serving = (fetched: () => Promise<unknown>): void => {
  vi.stubGlobal('fetch', fetched)
}
const page = (file: string) => async () => ({ ok: true, text: async () => `<script src="/assets/${file}"></script>` })

test('a newer release is offered where the server has one, and not without a connection', async () => {
  const { needRefresh } = followUpdates(() => isReplaced(FIRST_FILE))
  serving(() => Promise.reject(new TypeError('Failed to fetch.')))
  missPart()
  await expect(isReplaced(FIRST_FILE)).rejects.toThrow('Failed to fetch.')
  serving(page('index-old.js'))
  missPart()
  expect([await isReplaced(FIRST_FILE), needRefresh()]).toEqual([false, false])
  serving(page('index-new.js'))
  missPart()
  await expect.poll(needRefresh).toBe(true)
})

test('whoever asked for the part hears that it is missing', () => {
  followUpdates(async () => false)
  expect(missPart()).toBe(false) // else the import would give `undefined`, which lazy would show as an empty screen for ever
})
