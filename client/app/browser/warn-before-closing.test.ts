import { expect, test } from 'vitest'
import type { DeviceStorage } from '#ports/device.ts'
import { NOW, workspaceId } from '#testing/fake-plan.ts'
import { warnBeforeClosing } from './warn-before-closing.ts'

const MEMORY = { name: 'memory', reason: 'chosen' } as const
const plan = (unshared: boolean) => ({
  id: workspaceId(1),
  title: 'Voor even',
  archived: false,
  openedAt: NOW,
  people: [],
  unshared,
  news: [],
})

test.each<[string, DeviceStorage, boolean, boolean, boolean]>([
  ['only for now, something is not shared', MEMORY, true, false, true],
  ['only for now, everything is shared', MEMORY, false, false, false],
  ['on my own device', { name: 'ready' }, true, false, false],
  ['leaving fast', MEMORY, true, true, false],
])('%s', (_, storage, unshared, left, asks) => {
  const page = new EventTarget()
  const device = { storage: () => storage, plans: () => [plan(unshared)] }
  const stop = warnBeforeClosing(page as unknown as Window, { hasAttribute: () => left }, device)
  const close = (): boolean => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  expect(close()).toBe(asks)
  stop()
  expect(close()).toBe(false)
})
