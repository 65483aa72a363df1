/** Runs a test's story once in one browser, and again as if the browser had been killed after any of its writes (C4). */
import { expect } from 'vitest'
import type { InvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import { createMemoryStore } from '#relay/storage/memory.ts'
import { NO_RECORD } from '#relay/storage/store.ts'
import type { Alarm } from '#domain/plan/alarms.ts'
import type { OpenPlan, OpenPlanHandle } from '#ports/open-plan.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { STORES } from '#storage/shape.ts'
import { browserWith, type DiskWrite, keepJournal } from './disk-journal.ts'
import { DEVICE, openBrowser, planOf, read, startApp, write } from './real-device.ts'
import { createRelayRoom, type RelayRoom } from './relay-room.ts'
import type { OpenedDevice } from '#device/device.ts'
import '#device/engine.ts' // otherwise loading it would take part of the story's time

/** The state of the world at one write: the number of the relay's items, and what people had been told. */
export type Moment = { readonly write: DiskWrite; readonly items: number; readonly saved: readonly string[] }

/** The relay of the current story, and the plans open in it. */
export const world = { room: null as unknown as RelayRoom, handles: [] as OpenPlanHandle[] }
let again = 0

export const open = async (app: OpenedDevice, plan: WorkspaceId): Promise<OpenPlan> => {
  world.handles.push(app.device.openPlan(plan))
  return planOf(world.room, world.handles.at(-1) as OpenPlanHandle)
}
export const closeAll = async (): Promise<void> => {
  for (const handle of world.handles) await world.room.during(handle.close())
  world.handles = []
}

export const startTelling = () => {
  openBrowser()
  world.room = createRelayRoom()
  const moments: Moment[] = []
  const saved = new Set<string>()
  let items = 0
  const { store } = world.room
  const { append } = store
  store.append = async (requests) => {
    const results = await append(requests)
    results.forEach((result, at) => (items += result.ok ? (requests[at]?.items.length ?? 0) : 0))
    return results
  }
  keepJournal((kept) => moments.push({ write: kept, items, saved: [...saved] }))
  /** Writes, and waits until it is reported as saved. */
  const say = async (plan: OpenPlan, words: string, put = write): Promise<void> => {
    put(plan.doc, words)
    await world.room.until(() => plan.sharing().saved === 'saved')
    saved.add(words)
  }
  return { moments, store, saved, say }
}

export const ALL = { after: 0, maxItems: 10_000, maxBytes: 1e9, recordsOnly: false }

/** The same browser storage, relay and time, with nothing in memory. */
export const beginAgain = async (
  plan: WorkspaceId,
  told: readonly Moment[],
  length: number,
  log: readonly Uint8Array<ArrayBuffer>[],
): Promise<void> => {
  openBrowser()
  globalThis.indexedDB = await browserWith(
    told.map((moment) => moment.write),
    (name, opened) => {
      if (name === 'weef') for (const store of STORES) opened.createObjectStore(store)
      else
        for (const [store, autoIncrement] of [
          ['updates', true],
          ['custom', false],
        ] as const)
          opened.createObjectStore(store, { autoIncrement })
    },
  )
  const store = createMemoryStore()
  const items = log.slice(0, length)
  const request = { workspace: plan, expectedRecord: NO_RECORD, receivedAt: 0, items, joined: [], ended: [] }
  if (items.length > 0) await store.append([request])
  again += 1
  world.room = createRelayRoom(store, undefined, `again ${again}`)
}

export type Ending = {
  readonly alone: string
  readonly all: string
  readonly others: string
  readonly alarms: readonly Alarm[]
}

/** What it shows offline, and in the end; and what a person sees who has only the relay. */
export const findOut = async (plan: WorkspaceId, link: InvitationLink | null): Promise<Ending | null> => {
  world.room.network.setOffline(DEVICE, true)
  const app = await startApp(world.room)
  const isHere = (): boolean => app.device.plans().some(({ id }) => id === plan)
  const alone = isHere() ? read((await open(app, plan)).doc) : ''
  await closeAll()
  world.room.network.setOffline(DEVICE, false)
  if (!isHere() && link !== null) {
    const looked = await world.room.during(app.device.previewInvitation(link))
    if (!looked.ok || looked.kind === 'open') await world.room.during(app.device.join(link, { name: 'Nora', code: '' }))
  }
  if (!isHere()) return null
  await open(app, plan)
  await world.room.pass(12_000)
  const state = world.handles.at(-1)?.state()
  if (state?.name !== 'open') throw new Error(`The plan is not open: ${state?.name}.`)
  const person = await deriveKeyHolder(new Uint8Array((await app.database.readPersonSecret()) ?? []))
  const other = await world.room.openAs(plan, person, 'another device')
  await world.room.pass(2_000)
  const ending = {
    alone,
    all: read(state.plan.doc),
    others: read(other.doc as OpenPlan['doc']),
    alarms: state.plan.alarms(),
  }
  await closeAll()
  return ending
}

/** What was reported as saved is there, and everybody has the same. */
export const expectKept = ({ alone, all, others }: Ending, words: readonly string[], when: string): void => {
  for (const said of words)
    expect(
      [alone, all].map((text) => text.includes(said)),
      when,
    ).toEqual([true, true])
  expect(others, when).toBe(all)
}
export const end = async (): Promise<void> => {
  expect(world.room.errors).toEqual([])
  await world.room.end()
}
