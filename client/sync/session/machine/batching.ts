/**
 * When a batch leaves (PROTOCOL.md §7): interactive, while somebody else is there, or idle. Knows time, not content. All
 * times are ms since 1970 as somebody has set the clock; a clock that was set back makes no wait longer than it is.
 */
import { remaining } from '#sync/environment.ts'
import type { Batching } from './state.ts'
import { isRunning, setSharing, startTimer, stopTimer, enqueuePush, type Turn } from './turn.ts'

/** Interactive: the first edit leaves at once, then one batch per this time, in ms: below what people notice as lag. */
const INTERACTIVE_MS = 150
/** Idle: after the first edit, in ms: what is written in one go leaves in one go. */
const IDLE_MS = 2_000
/** ... and while the writing goes on, one batch per this time, in ms: 10 bytes a character instead of 210 (quality.md, figure 9). */
const IDLE_AGAIN_MS = 6_000
/** Another person's item or presence within this time makes batching interactive, in ms. */
const ACTIVITY_MS = 60_000
/** The relay would not take something: tried again after this time, in ms. */
export const REFUSED_MS = 5_000

const change = (turn: Turn, part: Partial<Batching>): void =>
  setSharing(turn, { batching: { ...turn.state.sharing.batching, ...part } })

const isInteractive = ({ activeAt }: Batching, now: number): boolean => remaining(ACTIVITY_MS, activeAt, now) > 0

const waitMs = (batching: Batching, now: number): number => {
  const { held, sentAt } = batching
  const wait = isInteractive(batching, now)
    ? remaining(INTERACTIVE_MS, sentAt, now)
    : Math.max(IDLE_MS, remaining(IDLE_AGAIN_MS, sentAt, now))
  return Math.max(remaining(held.ms, held.at, now), wait)
}

const arm = (turn: Turn): void => startTimer(turn, 'batch', waitMs(turn.state.sharing.batching, turn.at.now))

/** There is something to send. */
export const scheduleBatch = (turn: Turn): void => {
  if (!isRunning(turn, 'batch')) arm(turn)
}

/** The timer fired, or the page is about to hide. */
export const sendBatch = (turn: Turn): void => {
  stopTimer(turn, 'batch')
  change(turn, { sentAt: turn.at.now })
  enqueuePush(turn)
}

/** Again, and not before this time has passed. */
export const holdBatch = (turn: Turn, ms: number): void => {
  change(turn, { held: { at: turn.at.now, ms } })
  startTimer(turn, 'batch', ms)
}

/** Another person is there: a waiting batch is sent sooner. */
export const noteRemoteActivity = (turn: Turn): void => {
  const { now } = turn.at
  const isFirst = !isInteractive(turn.state.sharing.batching, now)
  change(turn, { activeAt: now })
  if (isFirst && isRunning(turn, 'batch')) arm(turn)
}
