/**
 * Batching (PROTOCOL.md §7): interactive while another person is present, idle otherwise. It knows time, not content. All
 * times are ms since 1970 by the device's clock; a clock that was set back makes no wait longer than its full length.
 */
import { remaining } from '#sync/environment.ts'
import type { Batching } from './state.ts'
import { isRunning, setSharing, startTimer, stopTimer, enqueuePush, type Turn } from './turn.ts'

/** Interactive: the first edit leaves at once, then one batch per this time, in ms. People do not notice so short a lag. */
const INTERACTIVE_MS = 150
/** Idle: the delay after the first edit, in ms, so that text written in one go leaves in one batch. */
const IDLE_MS = 2_000
/** Idle: the least time between batches while the writing goes on, in ms. It costs 10 bytes a character instead of 210 (quality.md, figure 9). */
const IDLE_AGAIN_MS = 6_000
/** Another person's item or presence within this time makes batching interactive, in ms. */
const ACTIVITY_MS = 60_000

const change = (turn: Turn, part: Partial<Batching>): void =>
  setSharing(turn, { batching: { ...turn.state.sharing.batching, ...part } })

const isInteractive = ({ activeAt }: Batching, now: number): boolean => remaining(ACTIVITY_MS, activeAt, now) > 0

const waitMs = (batching: Batching, now: number): number => {
  const { pause, sentAt } = batching
  const wait = isInteractive(batching, now)
    ? remaining(INTERACTIVE_MS, sentAt, now)
    : Math.max(IDLE_MS, remaining(IDLE_AGAIN_MS, sentAt, now))
  return Math.max(remaining(pause.ms, pause.at, now), wait)
}

const arm = (turn: Turn): void => startTimer(turn, 'batch', waitMs(turn.state.sharing.batching, turn.at.now))

/** Starts the timer of the next batch, unless it runs. */
export const scheduleBatch = (turn: Turn): void => {
  if (!isRunning(turn, 'batch')) arm(turn)
}

/** Sends the batch now: the timer fired, or the page is about to hide. */
export const sendBatch = (turn: Turn): void => {
  stopTimer(turn, 'batch')
  change(turn, { sentAt: turn.at.now })
  enqueuePush(turn)
}

/** Sends the batch again after this time, and not before. */
export const holdBatch = (turn: Turn, ms: number): void => {
  change(turn, { pause: { at: turn.at.now, ms } })
  startTimer(turn, 'batch', ms)
}

/** Another person was heard, so a waiting batch is sent sooner. */
export const noteRemoteActivity = (turn: Turn): void => {
  const { now } = turn.at
  const isFirst = !isInteractive(turn.state.sharing.batching, now)
  change(turn, { activeAt: now })
  if (isFirst && isRunning(turn, 'batch')) arm(turn)
}
