/** Figure 4: what a connection on which nothing happens costs the server in memory, with the workspace behind it. */
import { gather } from './room.ts'
import { type Numbers, pause, range, type Stage } from './measure.ts'

const ROOMS = 500
const PEOPLE = 2
/** Connected before anything is weighed: they fill what the process has kept free since it started, which would hide a part. */
const ROOMS_BEFORE = 100
/** What the connecting itself left behind is cleared away by then, in ms. */
const REST_MS = 6_000

export const measureMemory = async ({ wire, usage, memory, restart }: Stage): Promise<Numbers> => {
  await wire.prepare({ rooms: ROOMS_BEFORE + ROOMS, people: PEOPLE, edits: 1, perRoom: 1 })
  await restart() // what the preparing left free would be used again
  const rooms = range(ROOMS_BEFORE + ROOMS)
  await gather(wire, rooms.slice(0, ROOMS_BEFORE), PEOPLE)
  await pause(REST_MS)
  const before = await memory()
  const from = await usage()
  const crowd = await gather(wire, rooms.slice(ROOMS_BEFORE), PEOPLE)
  const to = await usage()
  await pause(REST_MS)
  const after = await memory()
  const connections = crowd.seats.length
  return {
    'KiB/connection': (after.rss - before.rss) / 1_024 / connections,
    'CPU ms/connection': (to.cpu - from.cpu) / 1_000 / connections,
    'RSS MiB': after.rss / 2 ** 20,
  }
}
