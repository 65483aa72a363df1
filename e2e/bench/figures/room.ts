/** Rooms full of people who hear each other: how much each sent, and how much of it arrived. */
import { inBatches } from '../load/batches.ts'
import type { BenchClient, ServerProtocol } from '../load/server-protocol.ts'
import { range } from './measure.ts'

export type Participant = {
  readonly room: number
  readonly person: number
  /** Sends this person's next edit, and counts it. */
  send(): void
  /** When each edit was sent, in ms, in the order of this person's edits. */
  readonly sentAt: readonly number[]
}
export type Crowd = {
  readonly seats: readonly Participant[]
  /** So far, of all rooms together. */
  counts(): { readonly sent: number; readonly delivered: number; readonly kept: number; readonly refused: number }
  /** Sent, but not delivered to everybody else in the room. */
  missing(): number
  close(): void
}
export type DeliveryListener = {
  /** An edit arrived at another person. `index`: its position among the sender's edits. */
  delivered?(from: Participant, index: number): void
  kept?(seat: Participant): void
}

export const gather = async (
  protocol: ServerProtocol,
  rooms: readonly number[],
  people: number,
  hearing: DeliveryListener = {},
): Promise<Crowd> => {
  const counts = { sent: 0, delivered: 0, kept: 0, refused: 0 }
  const talkers: BenchClient[] = []
  const byRoom = new Map<number, (Participant | undefined)[]>(rooms.map((room) => [room, []]))

  const sit = async (room: number, person: number): Promise<Participant> => {
    const heardOf = range(people).map(() => 0)
    const sentAt: number[] = []
    const talker = await protocol.join(room, person, {
      heard: (author) => {
        const index = heardOf[author] ?? 0
        heardOf[author] = index + 1
        counts.delivered += 1
        const from = byRoom.get(room)?.[author]
        if (from !== undefined) hearing.delivered?.(from, index)
      },
      kept: () => {
        counts.kept += 1
        hearing.kept?.(seat)
      },
      refused: () => {
        counts.refused += 1
      },
    })
    talkers.push(talker)
    const send = (): void => {
      counts.sent += 1
      sentAt.push(performance.now())
      talker.send()
    }
    const seat: Participant = { room, person, send, sentAt }
    const places = byRoom.get(room)
    if (places !== undefined) places[person] = seat
    return seat
  }
  const places = rooms.flatMap((room) => range(people).map((person) => [room, person] as const))
  const seats = await inBatches(places, ([room, person]) => sit(room, person))
  return {
    seats,
    counts: () => ({ ...counts }),
    missing: () => counts.sent * (people - 1) - counts.delivered,
    close: () => talkers.forEach((talker) => talker.close()),
  }
}
