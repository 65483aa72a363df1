/** Whether an item finds room: in itself, in the log, and in its author's share of the log (S8). */
import { type Chain, roleOf } from '#shared/chain/chain.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import type { RelayLimits } from '../limits/limits.ts'
import type { Head } from '../storage/store.ts'
import { hasEntryShare, reserveFor, type Tally } from './shares.ts'

type Extent = { readonly bytes: number; readonly items: number }
const NOTHING: Extent = { bytes: 0, items: 0 }

/** What a run of entries takes before it is committed. */
export type Run = {
  /** An entry that was refused, for whatever reason, takes nothing. */
  take(person: PersonId | null, bytes: number): void
  /** Why an entry of so many bytes finds no room after those. `person`: `null` for an invitation. */
  refusalOf(person: PersonId | null, bytes: number): Refusal | null
  bytes(): number
}
export type Room = {
  /** A run of entries. */
  begin(): Run
  /** Records may pass a full log. */
  recordRefusal(record: Uint8Array): Refusal | null
  /** Nothing waits any more. */
  emptied(): void
}
export type RoomOptions = {
  readonly limits: Pick<RelayLimits, 'itemBytes' | 'logBytes' | 'logItems'>
  readonly chain: () => Chain
  readonly tally: () => Tally
  readonly head: () => Head
}

export const createRoom = ({ limits, chain, tally, head }: RoomOptions): Room => {
  /**
   * Whose entries found no room, `null` for the log itself: a shorter one that waits behind must not pass, because it may
   * build on the refused one.
   */
  const full = new Set<PersonId | null>()
  const sizeRefusal = (size: number, taken: Extent, reserve: Extent): Refusal | null => {
    if (size > limits.itemBytes) return 'too-large'
    const { bytes, seq } = head()
    const fits = bytes + taken.bytes + size <= limits.logBytes + reserve.bytes
    return fits && seq + taken.items < limits.logItems + reserve.items ? null : 'workspace-full'
  }
  const refused = (whose: PersonId | null): Refusal => {
    full.add(whose)
    return 'workspace-full'
  }
  const begin = (): Run => {
    const taken = { bytes: 0, items: 0 }
    const takenBy = new Map<PersonId | null, number>()
    const takenOf = (person: PersonId | null): number => takenBy.get(person) ?? 0
    return {
      bytes: () => taken.bytes,
      take(person, bytes) {
        taken.bytes += bytes
        taken.items += 1
        takenBy.set(person, takenOf(person) + bytes)
      },
      refusalOf(person, size) {
        const noRoom = sizeRefusal(size, taken, NOTHING)
        if (noRoom === 'too-large') return noRoom
        if (noRoom !== null || full.has(null)) return refused(null)
        if (person === null) return null
        const own = takenOf(person)
        const log = { bytes: head().bytes + taken.bytes - own, adds: own + size, logBytes: limits.logBytes }
        const fits = !full.has(person) && hasEntryShare(tally(), roleOf(chain(), person), person, log)
        return fits ? null : refused(person)
      },
    }
  }
  return {
    begin,
    recordRefusal: (record) => sizeRefusal(record.length, NOTHING, reserveFor(chain(), record)),
    emptied: () => full.clear(),
  }
}
