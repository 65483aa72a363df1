/** Whether this device may write: it takes a role and the current epoch's key. And the relay's time. */
import { type Chain, roleOf } from '#shared/chain/chain.ts'
import { mayWrite } from '#shared/chain/roles.ts'
import type { EpochKeys } from '#keys/content-keys.ts'
import { currentKeys } from '#keys/key-ring.ts'
import type { Moment } from './events.ts'
import { liveChain, type State } from './state.ts'

/** A reader shares nothing, so nothing of theirs is ever waiting. */
export const isWriter = (state: State): boolean => {
  const chain = liveChain(state)
  return chain !== null && !chain.closed && mayWrite(roleOf(chain, state.setup.me))
}

export const writingKeys = (state: State): { readonly chain: Chain; readonly keys: EpochKeys } | null => {
  const chain = isWriter(state) ? liveChain(state) : null
  const keys = chain && currentKeys(state.ring, chain)
  return chain && keys && { chain, keys }
}

/** ms since 1970. Expiry is the relay's word: a clock that somebody sets here ends nobody's invitation. */
export const relayNow = ({ relayClock }: State, { now, elapsed }: Omit<Moment, 'random'>): number =>
  relayClock === null ? now : relayClock.now + elapsed - relayClock.elapsed
