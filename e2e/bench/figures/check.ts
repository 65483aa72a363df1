/**
 * Validates the load generator: figure 3 again, and within it three devices with the app's own sync code in a room of their
 * own, and one that reads in a room of the generator's and must understand everything.
 */
import type { Doc, Transaction } from 'yjs'
import { openRealClient, type RealClient } from '../load/real-client.ts'
import { createWeefRoom, type WeefRoom } from '../load/weef-room.ts'
import { storeRoom, roomName } from '../load/weef.ts'
import { EDITS_PER_SECOND, measureLatency } from './latency.ts'
import { median, type Numbers, pause, percentile, type FigureContext } from './measure.ts'

const PEOPLE = 3
const PATIENCE_MS = 3_000

/** All clients type, one after the other, and record when each other client's key arrives; until it is stopped. */
const startTyping = (clients: readonly RealClient[]) => {
  const latencies: number[] = []
  const sentAt = new Map<number, number[]>()
  for (const { doc } of clients) {
    sentAt.set(doc.clientID, [])
    doc.on('afterTransaction', ({ local, beforeState, afterState }: Transaction, here: Doc) => {
      if (local) return
      for (const [client, reached] of afterState) {
        const times = client === here.clientID ? undefined : sentAt.get(client)
        const arrived = times?.slice(beforeState.get(client) ?? 0, reached) ?? []
        for (const at of arrived) latencies.push(performance.now() - at)
      }
    })
  }
  let turn = 0
  const timer = setInterval(
    () => {
      const { doc, text } = clients[turn % clients.length] ?? {}
      turn += 1
      if (doc === undefined || text === undefined) return
      sentAt.get(doc.clientID)?.push(performance.now())
      text.insert(text.length, 'x')
    },
    1_000 / EDITS_PER_SECOND / clients.length,
  )
  return { latencies, typed: () => turn, stop: () => clearInterval(timer) }
}

const openAll = async (stage: FigureContext, room: WeefRoom): Promise<readonly RealClient[]> =>
  Promise.all(room.people.map((holder) => openRealClient(stage.place, room, holder)))

export const measureCheck = async (stage: FigureContext): Promise<Numbers> => {
  const { protocol, place } = stage
  const room = await createWeefRoom('real people', PEOPLE)
  const plain = await createWeefRoom(roomName(0), PEOPLE) // the same names give the same people and keys
  const [writer] = plain.people
  if (writer === undefined) throw new Error('unreachable: the room has people')
  let typing: ReturnType<typeof startTyping> | null = null
  let clients: readonly RealClient[] = []
  let reader: RealClient | null = null
  const prepare = async (scene: Parameters<typeof protocol.prepare>[0]): Promise<void> => {
    await protocol.prepare(scene)
    await storeRoom(place, room)
    clients = await openAll(stage, room)
    reader = await openRealClient(place, plain, writer)
    typing = startTyping(clients)
  }
  const plainNumbers = await measureLatency({ ...stage, protocol: { ...protocol, prepare } })
  const { latencies, typed, stop } = typing ?? startTyping([])
  stop()
  const missing = (): number => typed() * (PEOPLE - 1) - latencies.length
  for (const end = performance.now() + PATIENCE_MS; missing() > 0 && performance.now() < end;) await pause(10)
  const all = [...clients, ...(reader === null ? [] : [reader])] as readonly RealClient[]
  const read = (reader as RealClient | null)?.text.length ?? 0
  const alarms = all.reduce((sum, each) => sum + each.alarms.length, 0)
  await Promise.all(all.map(({ session }) => session.stop()))
  return {
    'plain p50 ms': plainNumbers['p50 ms'] ?? Number.NaN,
    'plain p99 ms': plainNumbers['p99 ms'] ?? Number.NaN,
    'real p50 ms': median(latencies),
    'real p99 ms': percentile(latencies, 0.99),
    'real undelivered': missing(),
    'plain entries a real client read': read,
    'plain entries of that room': plainNumbers['edits/room'] ?? Number.NaN,
    alarms,
    refused: plainNumbers['refused'] ?? Number.NaN,
  }
}
