/** A device as the app builds it, over a fake IndexedDB and a page of its own, in a relay room. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import * as Y from 'yjs'
import { createDevice, type DeviceOptions, type OpenedDevice } from '#device/device.ts'
// Fetched when somebody asks, which this clock does not wait for:
import '#device/plan/plan-history.ts'
import '#storage/device/memory-device-database.ts'
import { type PlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import type { OpenPlan, OpenPlanHandle } from '#ports/open-plan.ts'
import type { WholeDatabase } from '#storage/device/device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { RELAY, type RelayRoom } from './relay-room.ts'

export const DEVICE = 'laptop'

/** A test looks into the stores of plans too. */
export type StartedApp = OpenedDevice & { readonly database: WholeDatabase }

/** A browser without plans, with an empty page. Lasts until `vi.unstubAllGlobals()`. */
export const openBrowser = (): void => {
  globalThis.indexedDB = new IDBFactory()
  startPage()
}
/** A new page of this browser, which nothing listens to yet. */
export const startPage = (): void => {
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
}

/** Starts the app, as in a new tab or after a reload. */
export const startApp = async (room: RelayRoom, more: Partial<DeviceOptions> = {}): Promise<StartedApp> => {
  const environment = room.environmentOf(DEVICE)
  const app = await createDevice({ environment, relay: RELAY, appUrl: 'https://weef.test/', ...more })
  return {
    ...app,
    get database() {
      return withPlanStores(app.database)
    },
  }
}

/** Every row of every database of this browser. */
export const storedRows = async (): Promise<readonly unknown[]> => {
  const found: unknown[] = []
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(name)
      opening.addEventListener('success', () => resolve(opening.result))
    })
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store).getAll()
      found.push(...(await new Promise<unknown[]>((done) => rows.addEventListener('success', () => done(rows.result)))))
    }
    database.close()
  }
  return found
}

/** Resolves once it is open. */
export const planOf = async (room: RelayRoom, handle: OpenPlanHandle): Promise<OpenPlan> => {
  await room.until(() => handle.state().name !== 'opening')
  const state = handle.state()
  if (state.name !== 'open') throw new Error(`The plan is not open: ${state.name}.`)
  return state.plan
}

export const write = (doc: PlanDoc, words: string): void => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  storyOf(doc).push([paragraph])
}
export const read = (doc: PlanDoc): string =>
  storyOf(doc)
    .toArray()
    .map((node) => (node instanceof Y.XmlElement ? node.toArray().join('') : ''))
    .join(' ')
