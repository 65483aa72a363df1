/** Automatic new epochs: after a join or an end (R4), and in place of an epoch that does not open (R2). */
import { type Chain, needsEpoch, openInvitations, roleOf } from '#shared/chain/chain.ts'
import { mayWrite } from '#shared/chain/roles.ts'
import { currentKeys } from '#keys/key-ring.ts'
import { enqueue, isRunning, set, startTimer, stopTimer, type Turn } from './turn.ts'
import { liveChain } from './state.ts'
import { relayNow } from './writer.ts'

/** The delay before a device renews the key, in ms: the owner's comes first, an editor's only when no owner's is there. Jitter lets few collide. */
const OWNER_DELAY_MS = 200
const EDITOR_DELAY_MS = 2_500
const SPREAD_MS = 800
/** The wait of an editor's device that cannot open the epoch, in ms: an owner's heals at once, and a member who can may be about to. */
const UNREADABLE_DELAY_MS = 5_000
/** The longest time between checks for expired invitations, in ms: timers stand still while the device sleeps. */
const EXPIRY_CHECK_MS = 60_000

/** An epoch that this device cannot open counts as missing: R2, "healed by the next epoch". */
export const isEpochDue = ({ state, at }: Turn, chain: Chain): boolean =>
  needsEpoch(chain, relayNow(state, at)) || currentKeys(state.ring, chain) === null

/** Checks whether a new epoch is due, now and when the next invitation expires. `leastMs`: the least delay before it is written. */
export const scheduleEpoch = (turn: Turn, leastMs = 0): void => {
  const { state, at } = turn
  const chain = liveChain(state)
  const role = chain && roleOf(chain, state.setup.me)
  if (chain === null || role === null || chain.closed || !mayWrite(role)) return stopTimer(turn, 'epoch')
  const due = isEpochDue(turn, chain)
  // Or whoever writes a record every few seconds would put it off for ever.
  if (due && leastMs === 0 && state.epochIsDue && isRunning(turn, 'epoch')) return
  stopTimer(turn, 'epoch')
  if (!due && openInvitations(chain).length === 0) return
  const unreadable = currentKeys(state.ring, chain) === null
  const base = role === 'owner' ? OWNER_DELAY_MS : unreadable ? UNREADABLE_DELAY_MS : EDITOR_DELAY_MS
  const delay = Math.max(base, leastMs) + at.random * SPREAD_MS
  const next = Math.min(...openInvitations(chain).map(({ expiresAt }) => expiresAt)) - relayNow(state, at)
  set(turn, { epochIsDue: due })
  startTimer(turn, 'epoch', due ? delay : Math.min(EXPIRY_CHECK_MS, Math.max(next, 0) + delay))
}

/** Runs when the timer fires. */
export const epochTimer = (turn: Turn): void => {
  if (turn.state.epochIsDue) enqueue(turn, { kind: 'append', purpose: { kind: 'epoch', tries: 1 } })
  else scheduleEpoch(turn)
}
