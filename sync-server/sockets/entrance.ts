/** Which sockets are let in (S8): by how many there are, who waits, where they come from. Keeps counts, no socket. */
import { BURST_SECONDS, type LimitName, type RelayLimits } from '../limits/limits.ts'
import { createPlaces, createRates } from '../limits/rate.ts'

export type Place = {
  /** It has said hello, or was given up on: it is no stranger any more. */
  greeted(): void
  leave(): void
}
export type Entrance = {
  /** A place, or the limit that was met. `''`: this machine itself, which is not counted by address. */
  take(address: string): Place | LimitName
}
export type EntranceOptions = {
  readonly limits: RelayLimits
  /** Nobody new is let in. */
  readonly isBusy: () => boolean
  /** ms. */
  readonly now: () => number
}

type Leave = () => void
const EVERYBODY = ''
const nothing: Leave = () => {}

export const createEntrance = ({ limits, isBusy, now }: EntranceOptions): Entrance => {
  const all = createPlaces(limits.sockets)
  const strangers = createPlaces(limits.strangerSockets)
  const ofAddress = createPlaces(limits.addressSockets)
  const strangersOfAddress = createPlaces(limits.addressStrangers)
  const perSecond = limits.addressOpenings
  const openings = createRates({ burst: perSecond * BURST_SECONDS, perSecond })

  /** What is asked for one after the other; each may say no. */
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
        if (address === '' && OF_ADDRESS.has(limit)) continue
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

/** Whoever meets one of these may find a place nowhere else; the others are this relay's own. */
export const OF_ADDRESS: ReadonlySet<LimitName> = new Set(['addressSockets', 'addressStrangers', 'addressOpenings'])
