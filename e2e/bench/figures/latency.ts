/**
 * Figure 3: the time from one person's edit to its arrival at another's device, in rooms where everybody types. Measured by
 * the load generator's clock.
 */
import { gather } from './room.ts'
import { type Numbers, pause, percentile, range, type FigureContext } from './measure.ts'

const ROOMS = 50
const PEOPLE = 3
/** By each person. */
export const EDITS_PER_SECOND = 5
const WARM_UP_MS = 1_000
/** An edit that has not arrived by then counts as not delivered, in ms. */
const PATIENCE_MS = 3_000

export const measureLatency = async ({ protocol, usage, windowMs }: FigureContext): Promise<Numbers> => {
  const edits = Math.ceil((EDITS_PER_SECOND * (windowMs + WARM_UP_MS)) / 1_000)
  await protocol.prepare({ rooms: ROOMS, people: PEOPLE, edits, perRoom: 1 })
  const latencies: number[] = []
  let warm = Infinity
  const crowd = await gather(protocol, range(ROOMS), PEOPLE, {
    delivered: ({ sentAt }, index) => {
      const at = sentAt[index] ?? 0
      if (at >= warm) latencies.push(performance.now() - at)
    },
  })
  const begin = performance.now()
  warm = begin + WARM_UP_MS
  const interval = 1_000 / EDITS_PER_SECOND
  const plan = crowd.seats
    .flatMap((seat, place) =>
      Array.from({ length: edits }, (_, edit) => ({
        seat,
        at: begin + interval * (edit + place / crowd.seats.length),
      })),
    )
    .toSorted((a, b) => a.at - b.at)
  let used = await usage()
  let measuring = false
  for (const { seat, at } of plan) {
    const wait = at - performance.now()
    if (wait > 0) await pause(wait)
    if (!measuring && at >= warm) [used, measuring] = [await usage(), true]
    seat.send()
  }
  const cpu = (await usage()).cpu - used.cpu
  for (const end = performance.now() + PATIENCE_MS; crowd.missing() > 0 && performance.now() < end;) await pause(10)
  return {
    'p50 ms': percentile(latencies, 0.5),
    'p99 ms': percentile(latencies, 0.99),
    'CPU µs/delivery': cpu / latencies.length,
    'edits/room': edits * PEOPLE,
    undelivered: crowd.missing(),
    refused: crowd.counts().refused,
  }
}
