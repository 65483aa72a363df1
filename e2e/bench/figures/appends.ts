/** Figure 1: durable appends per second, when everybody writes as fast as they are acknowledged. */
import { gather } from './room.ts'
import { type Numbers, pause, range, type FigureContext } from './measure.ts'

/** A town's workspaces with somebody writing at the same time: none of them comes near the relay's limits per person. */
const ROOMS = 300
/** Unacknowledged edits of each person. */
const WINDOW = 4
const WARM_UP_MS = 1_000

export const measureAppends = async ({ protocol, usage, windowMs }: FigureContext): Promise<Numbers> => {
  await protocol.prepare({ rooms: ROOMS, people: 1, edits: 50, perRoom: 600 })
  let running = true
  const crowd = await gather(protocol, range(ROOMS), 1, {
    kept: (seat) => {
      if (running) seat.send()
    },
  })
  for (const seat of crowd.seats) for (let edit = 0; edit < WINDOW; edit += 1) seat.send()
  await pause(WARM_UP_MS)
  const [before, from, at] = [await usage(), crowd.counts(), performance.now()]
  await pause(windowMs)
  const [after, to, end] = [await usage(), crowd.counts(), performance.now()]
  running = false
  const kept = to.kept - from.kept
  return {
    'appends/s': (kept / (end - at)) * 1_000,
    'CPU µs/append': (after.cpu - before.cpu) / kept,
    'database CPU µs/append': (after.storeCpu - before.storeCpu) / kept,
    refused: to.refused,
  }
}
