/**
 * Admission of sockets (S8): by how many there are, how many have not said hello, and their addresses. Keeps counts, knows
 * no socket.
 */
import { BURST_SECONDS, type LimitName, type RelayLimits } from '../limits/limits.ts'
import { createRates, createSlots, type Slots } from '../limits/rate.ts'

export type SocketSlot = {
  /** It has said hello or was given up on, and no longer counts as a stranger. */
  greeted(): void
  leave(): void
}
export type SocketLimiter = {
  /** A place, or the limit that was met. `''` is this machine itself, which is not counted by address. */
  take(address: string): SocketSlot | LimitName
}
export type SocketLimiterOptions = {
  readonly limits: RelayLimits
  /** Nobody new is admitted. */
  readonly isBusy: () => boolean
  /** ms. */
  readonly now: () => number
}

type Counts = Readonly<Record<'all' | 'strangers' | 'ofAddress' | 'strangersOfAddress', Slots>>
const EVERYBODY = ''

/** A class, like everything of which each connection has one: what it counts as, and no closure for each count. */
class CountedSlot implements SocketSlot {
  private readonly counts: Counts
  private readonly address: string
  private isHere = true
  private isStranger = true

  constructor(counts: Counts, address: string) {
    this.counts = counts
    this.address = address
    counts.all.take(EVERYBODY)
    counts.strangers.take(EVERYBODY)
    if (address === '') return
    counts.ofAddress.take(address)
    counts.strangersOfAddress.take(address)
  }
  greeted(): void {
    if (!this.isStranger) return
    this.isStranger = false
    this.counts.strangers.leave(EVERYBODY)
    if (this.address !== '') this.counts.strangersOfAddress.leave(this.address)
  }
  leave(): void {
    if (!this.isHere) return
    this.isHere = false
    this.greeted()
    this.counts.all.leave(EVERYBODY)
    if (this.address !== '') this.counts.ofAddress.leave(this.address)
  }
}

export const createSocketLimiter = ({ limits, isBusy, now }: SocketLimiterOptions): SocketLimiter => {
  const counts: Counts = {
    all: createSlots(limits.sockets),
    strangers: createSlots(limits.strangerSockets),
    ofAddress: createSlots(limits.addressSockets),
    strangersOfAddress: createSlots(limits.addressStrangers),
  }
  const perSecond = limits.addressOpenings
  const openings = createRates({ burst: perSecond * BURST_SECONDS, perSecond })

  const metBy = (address: string): LimitName | null => {
    if (!counts.all.hasRoom(EVERYBODY)) return 'sockets'
    if (!counts.strangers.hasRoom(EVERYBODY)) return 'strangerSockets'
    if (isBusy()) return 'lag'
    if (address === '') return null
    if (!counts.ofAddress.hasRoom(address)) return 'addressSockets'
    if (!counts.strangersOfAddress.hasRoom(address)) return 'addressStrangers'
    return openings.take(address, now()) ? null : 'addressOpenings'
  }
  return { take: (address) => metBy(address) ?? new CountedSlot(counts, address) }
}

/** Limits of the client's own address: another relay would refuse as well. The others concern this relay alone. */
export const ADDRESS_LIMITS: ReadonlySet<LimitName> = new Set(['addressSockets', 'addressStrangers', 'addressOpenings'])
