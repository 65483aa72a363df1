/** New epochs that no person asks for: after a join or an end (R4), and in place of one that does not open (R2). */
import { type Chain, needsEpoch, openInvitations, roleOf } from '#shared/chain/chain.ts'
import { mayWrite } from '#shared/chain/roles.ts'
import { currentKeys } from '#keys/key-ring.ts'
import { enqueue, set, startTimer, stopTimer, type Turn } from './turn.ts'
import { liveChain } from './state.ts'
import { relayNow } from './writer.ts'

/** The owner's device renews the key first, in ms; an editor's only when no owner's is there. Spread, so that few collide. */
const OWNER_DELAY_MS = 200
const EDITOR_DELAY_MS = 2_500
const SPREAD_MS = 800
/** A member who can open the epoch may be about to renew it; a device that cannot waits this long, in ms. */
const UNREADABLE_DELAY_MS = 5_000
/** Expiry is looked at again after at most this long, in ms: a device's timers sleep with it. */
const EXPIRY_CHECK_MS = 60_000

/** An epoch that I cannot open is as good as none: R2, "healed by the next epoch". */
export const isEpochDue = ({ state, at }: Turn, chain: Chain): boolean =>
  needsEpoch(chain, relayNow(state, at)) || currentKeys(state.ring, chain) === null

/** Looks whether a new epoch is due, now and when the next invitation expires. `leastMs`: none is written before. */
export const scheduleEpoch = (turn: Turn, leastMs = 0): void => {
  const { state, at } = turn
  const chain = liveChain(state)
  const role = chain && roleOf(chain, state.setup.me)
  stopTimer(turn, 'epoch')
  if (chain === null || role === null || chain.closed || !mayWrite(role)) return
  const due = isEpochDue(turn, chain)
  if (!due && openInvitations(chain).length === 0) return
  const unreadable = currentKeys(state.ring, chain) === null
  const base = unreadable ? UNREADABLE_DELAY_MS : role === 'owner' ? OWNER_DELAY_MS : EDITOR_DELAY_MS
  const delay = Math.max(base, leastMs) + at.random * SPREAD_MS
  const next = Math.min(...openInvitations(chain).map(({ expiresAt }) => expiresAt)) - relayNow(state, at)
  set(turn, { epochIsDue: due })
  startTimer(turn, 'epoch', due ? delay : Math.min(EXPIRY_CHECK_MS, Math.max(next, 0) + delay))
}

/** The timer fired. */
export const epochTimer = (turn: Turn): void => {
  if (turn.state.epochIsDue) enqueue(turn, { kind: 'append', purpose: { kind: 'epoch', tries: 1 } })
  else scheduleEpoch(turn)
}
