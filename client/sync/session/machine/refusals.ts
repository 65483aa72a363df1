/**
 * The one back-off for whatever the relay refuses: entries, records, and what it is given back. Without it, a relay that refuses
 * everything keeps a phone busy some hundred times a second.
 */
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import { NO_REFUSALS, type State } from './state.ts'
import { set, type Turn } from './turn.ts'

/** The first wait after a refusal, in ms; each further one is twice as long. The relay refuses alike for 4 s (PROTOCOL.md §6). */
export const REFUSED_MS = 5_000
/** The longest wait, in ms: as long as for a network. */
const MAX_MS = 30_000
/** A lost race is run again at once, because what was first is on its way here: all that may be in flight, twice. */
const FREE_RACES = 16

/** Another record came first, or this device has read too little of the log. */
const isRace = (reason: Refusal): boolean => reason === 'not-allowed' || reason === 'stale' || reason === 'invalid'

/** The rest of the wait after refusals, in ms. `elapsed`: ms of the monotonic clock. */
export const refusalMs = ({ refusals }: State, elapsed: number): number => Math.max(0, refusals.until - elapsed)

/** The relay has refused something. What else was under way is refused within the same wait. */
export const noteRefused = (turn: Turn, reason: Refusal): void => {
  const { state, at } = turn
  const inARow = state.refusals.inARow + 1
  const isFree = isRace(reason) && inARow <= FREE_RACES
  if (isFree || refusalMs(state, at.elapsed) > 0) return set(turn, { refusals: { ...state.refusals, inARow } })
  const { waits } = state.refusals
  const ms = Math.min(MAX_MS, REFUSED_MS * 2 ** waits)
  set(turn, { refusals: { inARow, waits: waits + 1, until: at.elapsed + ms } })
}

/** The relay took something, the chain went on, or the network is another: earlier refusals say nothing any more. */
export const forgetRefusals = (turn: Turn): void => {
  if (turn.state.refusals.inARow > 0) set(turn, { refusals: NO_REFUSALS })
}
