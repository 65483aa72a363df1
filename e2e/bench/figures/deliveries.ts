/**
 * Figure 2: the server's cost of one delivery, in busy rooms where everybody writes again once the others have received the
 * last edit.
 */
import { gather, type Participant } from './room.ts'
import { type Numbers, pause, range, type FigureContext } from './measure.ts'

const ROOMS = 20
const PEOPLE = 3
const WARM_UP_MS = 500
/** More than any of these servers delivers into one room in a second. */
const MOST_PER_SECOND = 2_500

export const measureDeliveries = async ({ protocol, usage, windowMs }: FigureContext): Promise<Numbers> => {
  const perRoom = (MOST_PER_SECOND * (WARM_UP_MS + windowMs)) / 1_000
  await protocol.prepare({ rooms: ROOMS, people: PEOPLE, edits: 4, perRoom })
  let running = true
  const heardBy = new Map<Participant, number>()
  const crowd = await gather(protocol, range(ROOMS), PEOPLE, {
    delivered: (from) => {
      const others = (heardBy.get(from) ?? 0) + 1
      heardBy.set(from, others % (PEOPLE - 1))
      if (others === PEOPLE - 1 && running) from.send()
    },
  })
  for (const seat of crowd.seats) seat.send()
  await pause(WARM_UP_MS)
  const [before, from, at] = [await usage(), crowd.counts(), performance.now()]
  await pause(windowMs)
  const [after, to, end] = [await usage(), crowd.counts(), performance.now()]
  running = false
  await pause(windowMs / 4)
  const delivered = to.delivered - from.delivered
  return {
    'CPU µs/delivery': (after.cpu - before.cpu) / delivered,
    'deliveries/s': (delivered / (end - at)) * 1_000,
    'database CPU µs/delivery': (after.storeCpu - before.storeCpu) / delivered,
    undelivered: crowd.missing(),
    refused: crowd.counts().refused,
  }
}
