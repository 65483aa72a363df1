/**
 * `test` for stories in a relay room: `circle` and `log` for those about sessions, `app` for those about a whole device. Each
 * is made for the test that asks for it, and after every story the room has ended and nobody has reported an error.
 */
/* oxlint-disable no-empty-pattern -- vitest reads from the pattern which fixtures one needs: none is a pattern too. */
import { expect, test as base, vi } from 'vitest'
import * as Y from 'yjs'
import { type Circle, createCircleOfThree } from '#keys/testing/circle.ts'
import type { DeviceOptions } from '#device/device.ts'
import type { RelayOptions } from '#relay/relay/relay.ts'
import { itemKind } from '#shared/protocol/log.ts'
import { createMemorySyncStore } from '#storage/sync/memory-sync-store.ts'
import { createLog, type Log, type Writer } from '#sync/testing/log.ts'
import { openBrowser, startApp, type StartedApp } from './real-device.ts'
import { createRelayRoom, type Here, type Kept, type RelayRoom } from './relay-room.ts'

export type Gather = <Names extends readonly string[]>(...names: Names) => Promise<{ [Index in keyof Names]: Here }>
type Fixtures = {
  /** What the relay allows; the usual when left out. */
  limits: RelayOptions['limits']
  room: RelayRoom
  /** A worker, a resident and a neighbour: six records. */
  circle: Circle
  /** The two below, which begin together. */
  begun: { log: Log; writer: Writer }
  /** The log of the circle, in which the worker has written two words. */
  log: Log
  /** The worker, where they wrote them. */
  writer: Writer
  /** Starts people of the circle, at a relay that has the log. */
  gather: Gather
  /** With nothing in it, until the end of the story. */
  browser: {
    openApp(more?: Partial<DeviceOptions>): Promise<StartedApp>
    /** Another device, which takes the place of this one. */
    loseEverything(): Promise<void>
  }
  /** The app of a new device in that browser, in its first tab. */
  app: StartedApp
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
  begun: async ({ circle }, use) => {
    const log = createLog(circle)
    const writer = await log.openDoc('worker')
    await log.write(writer, (story) => story.insert(0, 'good morning'))
    await use({ log, writer })
  },
  log: async ({ begun }, use) => use(begun.log),
  writer: async ({ begun }, use) => use(begun.writer),
  gather: async ({ room, circle, log }, use) => use((...names) => room.gather(circle, log.items, ...names)),
  browser: async ({ room }, use) => {
    openBrowser()
    await use({ openApp: (more) => startApp(room, more), loseEverything: async () => openBrowser() })
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  },
  app: async ({ browser }, use) => use(await browser.openApp()),
})

/** Writes at the end of the story. */
export const insert = ({ doc }: Here, text: string): void =>
  doc.getText('story').insert(doc.getText('story').length, text)

/** What a device has after the join: the records of this log, and nothing else. */
export const keepRecords = async (items: readonly Uint8Array<ArrayBuffer>[]): Promise<Kept> => {
  const store = createMemorySyncStore()
  await store.addRecords(items.flatMap((bytes, at) => (itemKind(bytes) === 'record' ? [{ seq: at + 1, bytes }] : [])))
  return { store, document: Y.encodeStateAsUpdate(new Y.Doc()) }
}
