/** The back-off before a device connects to the relay again. Time and randomness come in as numbers. */
import { CLOSE } from '#shared/protocol/close-codes.ts'

/** Close code of a connection that ended without a close frame (RFC 6455 §7.1.5). The device connects again. */
export const NETWORK_LOST = 1006

/** The first span, in ms, after a steady connection: too short to notice, and long enough that devices do not return together. */
const FIRST_MS = 500
/** The longest span, in ms; each failure doubles the span up to it. A try every 15 s on average costs a phone in a pocket little. */
const MAX_MS = 30_000
/** The least span after a restart of the relay, in ms. All devices are cut off at once, a hello costs the relay about 1 ms, and it needs 1 s to start. */
const RESTART_MS = 5_000
/** The least span when the relay had no room or its disk failed, in ms: returning at once would make that worse. */
const OVERLOADED_MS = 15_000
/** A connection that lasted this long, in ms, resets the failures. A relay that fails under its load is tried less often each time. */
const STEADY_MS = 10_000

const LEAST_MS: ReadonlyMap<number, number> = new Map([
  [CLOSE.restart, RESTART_MS],
  [CLOSE.tooSlow, RESTART_MS],
  [CLOSE.overloaded, OVERLOADED_MS],
])

/**
 * Exponential back-off with full jitter, in ms: devices that were cut off together return spread over the span. `failures`:
 * connections that ended since the last steady one. `code`: the close code of the last one. `random`: 0 ≤ x < 1.
 */
export const waitMs = (failures: number, code: number, random: number): number =>
  failures === 0 ? 0 : random * Math.min(MAX_MS, Math.max(FIRST_MS * 2 ** (failures - 1), LEAST_MS.get(code) ?? 0))

export type Backoff = {
  readonly failures: number
  /** The close code of the last connection. */
  readonly lastCode: number
  /** When this connection first proved to work, in ms of the monotonic clock; `null` before that. */
  readonly liveSince: number | null
}
export const NO_FAILURES: Backoff = { failures: 0, lastCode: NETWORK_LOST, liveSince: null }

/** The wait before the next try, in ms. `random`: 0 ≤ x < 1. */
export const backoffMs = ({ failures, lastCode }: Backoff, random: number): number => waitMs(failures, lastCode, random)

/** A frame came over an admitted connection. `now`, here and below: ms of the monotonic clock. */
export const proven = (backoff: Backoff, now: number): Backoff => ({
  ...backoff,
  liveSince: backoff.liveSince ?? now,
})

/** A connection failed, or was never established. */
export const ended = ({ failures, liveSince }: Backoff, code: number, now: number): Backoff => {
  const wasSteady = liveSince !== null && now - liveSince >= STEADY_MS
  return { failures: (wasSteady ? 0 : failures) + 1, lastCode: code, liveSince: null }
}

/** This device closed the connection, which says nothing about the relay. */
export const unproven = (backoff: Backoff): Backoff => ({ ...backoff, liveSince: null })

/** The network came back, so earlier failures no longer count. */
export const forgotten = (backoff: Backoff): Backoff => ({ ...backoff, failures: 0 })
