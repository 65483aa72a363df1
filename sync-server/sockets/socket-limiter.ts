/**
 * Admission of sockets (S8): by how many there are, how many have not said hello, and their addresses. Keeps counts, knows
 * no socket.
 */
import { BURST_SECONDS, type LimitName, type RelayLimits } from '../limits/limits.ts'
import { createSlots, createRates } from '../limits/rate.ts'

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

type Leave = () => void
const EVERYBODY = ''
const nothing: Leave = () => {}

export const createSocketLimiter = ({ limits, isBusy, now }: SocketLimiterOptions): SocketLimiter => {
  const all = createSlots(limits.sockets)
  const strangers = createSlots(limits.strangerSockets)
  const ofAddress = createSlots(limits.addressSockets)
  const strangersOfAddress = createSlots(limits.addressStrangers)
  const perSecond = limits.addressOpenings
  const openings = createRates({ burst: perSecond * BURST_SECONDS, perSecond })

  /** Limits to be taken one after the other; each may refuse. */
  const asked = (address: string): readonly (readonly [LimitName, () => Leave | null])[] => [
    ['sockets', () => all.take(EVERYBODY)],
    ['strangerSockets', () => strangers.take(EVERYBODY)],
    ['lag', () => (isBusy() ? null : nothing)],
    ['addressSockets', () => ofAddress.take(address)],
    ['addressStrangers', () => strangersOfAddress.take(address)],
    ['addressOpenings', () => (openings.take(address, now()) ? nothing : null)],
  ]
  return {
    take(address) {
      const given = new Map<LimitName, Leave>()
      const leave = (): void => given.forEach((giveBack) => giveBack())
      for (const [limit, take] of asked(address)) {
        if (address === '' && ADDRESS_LIMITS.has(limit)) continue
        const giveBack = take()
        if (giveBack === null) {
          leave()
          return limit
        }
        given.set(limit, giveBack)
      }
      const greeted = (): void => {
        given.get('strangerSockets')?.()
        given.get('addressStrangers')?.()
      }
      return { greeted, leave }
    },
  }
}

/** Limits of the client's own address: another relay would refuse as well. The others concern this relay alone. */
export const ADDRESS_LIMITS: ReadonlySet<LimitName> = new Set(['addressSockets', 'addressStrangers', 'addressOpenings'])
