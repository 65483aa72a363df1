/** The right of this device to write, which takes a role and the current epoch's key; and the relay's time. */
import { type Chain, roleOf } from '#shared/chain/chain.ts'
import { mayWrite } from '#shared/chain/roles.ts'
import type { EpochKeys } from '#keys/content-keys.ts'
import { currentKeys } from '#keys/key-ring.ts'
import type { Moment } from './events.ts'
import { liveChain, type State } from './state.ts'

/** A reader shares nothing, so a reader has no unshared work. */
export const isWriter = (state: State): boolean => {
  const chain = liveChain(state)
  return chain !== null && !chain.closed && mayWrite(roleOf(chain, state.setup.me))
}

export const writingKeys = (state: State): { readonly chain: Chain; readonly keys: EpochKeys } | null => {
  const chain = isWriter(state) ? liveChain(state) : null
  const keys = chain && currentKeys(state.ring, chain)
  return chain && keys && { chain, keys }
}

/** A difference between two clocks below this, in ms, is a slow network's. */
const SAME_CLOCK_MS = 60_000

/** By how much this device's clock is ahead of the relay's, in whole minutes of ms: a moment that is shown does not jump about. */
export const clockAhead = (ms: number): number => Math.trunc(ms / SAME_CLOCK_MS) * SAME_CLOCK_MS

/** The relay's time, in ms since 1970. It decides expiry: a device's clock that was set ends nobody's invitation. */
export const relayNow = ({ relayClock }: State, { now, elapsed }: Omit<Moment, 'random'>): number =>
  relayClock === null ? now : relayClock.now + elapsed - relayClock.elapsed
