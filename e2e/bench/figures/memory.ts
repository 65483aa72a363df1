/** Figure 4: the server's memory for an idle connection, with the workspace behind it. */
import { gather } from './room.ts'
import { type Numbers, pause, range, type FigureContext } from './measure.ts'

const ROOMS = 500
const PEOPLE = 2
/** Rooms connected before measuring: they use up what the process has kept free since its start, which would hide a part. */
const ROOMS_BEFORE = 100
/** Garbage of connecting has been collected after this time, in ms. */
const REST_MS = 6_000

export const measureMemory = async ({ protocol, usage, memory, restart }: FigureContext): Promise<Numbers> => {
  await protocol.prepare({ rooms: ROOMS_BEFORE + ROOMS, people: PEOPLE, edits: 1, perRoom: 1 })
  await restart() // otherwise memory freed by the preparation would be used again
  const rooms = range(ROOMS_BEFORE + ROOMS)
  await gather(protocol, rooms.slice(0, ROOMS_BEFORE), PEOPLE)
  await pause(REST_MS)
  const before = await memory()
  const from = await usage()
  const crowd = await gather(protocol, rooms.slice(ROOMS_BEFORE), PEOPLE)
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
