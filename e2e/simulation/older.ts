/** Somebody asks for what was before their device's history: the log is read once more, as the app does (client/device/plan/read-older.ts). */
import * as Y from 'yjs'
import { SCHEMA_VERSION } from '#domain/document/plan-doc.ts'
import { createOlderLogReader } from '#storage/journal/older-log.ts'
import { createMemorySyncStore } from '#storage/sync/memory-sync-store.ts'
import { openSession } from '#sync/session/session.ts'
import { type SimulatedDevice, RELAY } from './device.ts'
import { DiskFull } from './disk.ts'
import { count } from './tally.ts'
import type { World } from './world.ts'

/** In bytes: all that a schedule writes, or so little that the oldest of it goes into a base document. */
const ROOMS = [1e6, 600]
/** How often progress is looked at, in ms, and how many times. */
const LOOK_MS = 250
const MAX_LOOKS = 80

const beginOf = async ({ disk, isOn }: SimulatedDevice): Promise<number> =>
  isOn() ? ((await disk.journal.load())?.base.place.number ?? 0) : 0

/** On the drawn device, or on another that does not have all of its history. */
export const readOlderChanges = async (world: World, drawn: SimulatedDevice): Promise<void> => {
  const begins = await Promise.all(world.devices.map(async (each) => [each, await beginOf(each)] as const))
  const able = begins.filter(([, begin]) => begin > 0)
  const [device, upTo] = able.find(([each]) => each === drawn) ?? world.chance.pick(able) ?? []
  if (device === undefined || upTo === undefined) return
  const { person, disk, environment } = device
  const { records } = await disk.store.load()
  const reader = createOlderLogReader(upTo, world.chance.pick(ROOMS) ?? 0)
  const doc = new Y.Doc()
  const session = await openSession({
    workspace: world.workspace,
    holder: person,
    doc,
    store: { ...createMemorySyncStore(), load: async () => ({ records, salts: [], cursor: null }) },
    journal: reader.store,
    relay: RELAY,
    environment,
    schema: SCHEMA_VERSION,
    sharedAt: null,
    visit: true,
    deliver: world.answers.deliver,
    changed() {},
    alarm() {}, // the open plan's session has told of it
    storeFailed: environment.report,
  })
  const isReading = (): boolean => ['offline', 'connecting'].includes(String(session.state().connection))
  for (let looks = 0; isReading() && looks < MAX_LOOKS; looks++)
    await new Promise<void>((resolve) => void environment.after(LOOK_MS, resolve))
  const isAll = session.state().connection === 'online'
  if (isAll) await session.flush()
  const older = isAll ? reader.read() : null
  await session.stop()
  reader.stop()
  doc.destroy()
  if (older === null) return count(world.tally, 'history: older is not there')
  const extended = await disk.journal.extend(older).catch((error: unknown) => {
    if (!(error instanceof DiskFull)) throw error
    return false
  })
  count(world.tally, extended ? 'history: older is read' : 'history: older is of another log, or nothing new')
}
