/**
 * `test` for stories in a relay room: `circle` and `log` for those about sessions, `app` for those about a whole device. Each
 * is made for the test that asks for it, and after every story the room has ended and nobody has reported an error.
 */
/* oxlint-disable no-empty-pattern -- vitest reads from the pattern which fixtures one needs: none is a pattern too. */
import { expect, test as base, vi } from 'vitest'
import { type Circle, createCircleOfThree } from '#keys/testing/circle.ts'
import type { OpenedDevice } from '#device/device.ts'
import type { RelayOptions } from '#relay/relay/relay.ts'
import { createLog, type Log } from '#sync/testing/log.ts'
import { openBrowser, startApp } from './real-device.ts'
import { createRelayRoom, type RelayRoom } from './relay-room.ts'

type Fixtures = {
  /** What the relay allows; the usual when left out. */
  limits: RelayOptions['limits']
  room: RelayRoom
  /** A worker, a resident and a neighbour: six records. */
  circle: Circle
  /** The log of the circle, in which the worker has written two words. */
  log: Log
  /** With nothing in it, until the end of the story. */
  browser: { openApp(): Promise<OpenedDevice> }
  /** The app of a new device in that browser, in its first tab. */
  app: OpenedDevice
}

export const test = base.extend<Fixtures>({
  limits: undefined,
  room: async ({ limits }, use) => {
    const room = createRelayRoom(undefined, limits)
    await use(room)
    await room.end()
    expect(room.errors).toEqual([])
  },
  circle: async ({}, use) => use(await createCircleOfThree()),
  log: async ({ circle }, use) => {
    const log = createLog(circle)
    await log.write(await log.openDoc('worker'), (story) => story.insert(0, 'good morning'))
    await use(log)
  },
  browser: async ({ room }, use) => {
    openBrowser()
    await use({ openApp: () => startApp(room) })
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  },
  app: async ({ browser }, use) => use(await browser.openApp()),
})
