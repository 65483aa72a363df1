/** How long a device leaves the relay alone before it tries again. Time and chance come in as numbers. */
import { CLOSE } from '#shared/protocol/close-codes.ts'

/** The network's own code for an end without a goodbye (RFC 6455 §7.1.5): to be tried again. */
export const NETWORK_LOST = 1006

/** After a connection that held, the next try comes within this time, in ms: hardly noticed, and no two devices at once. */
const FIRST_MS = 500
/** Each failure doubles it, up to this, in ms: for a phone in a pocket, a try every 15 s on average costs little. */
const MAX_MS = 30_000
/** What the relay says as it goes, it says to everybody at once: a greeting costs it about a millisecond, and it needs a second to start. In ms. */
const RESTART_MS = 5_000
/** There was no room, or its disk failed, in ms: whoever comes back at once makes that worse. */
const OVERLOADED_MS = 15_000
/** A connection that held this long, in ms, was a success. A relay that dies of its visitors gets fewer each time. */
const STEADY_MS = 10_000

const LEAST_MS: ReadonlyMap<number, number> = new Map([
  [CLOSE.restart, RESTART_MS],
  [CLOSE.tooSlow, RESTART_MS],
  [CLOSE.overloaded, OVERLOADED_MS],
])

/**
 * Exponential back-off with full jitter, in ms: many who were cut off together come back spread. `failures`: connections that
 * ended since the last that held. `code`: how the last one closed. `random`: 0 ≤ x < 1.
 */
export const waitMs = (failures: number, code: number, random: number): number =>
  failures === 0 ? 0 : random * Math.min(MAX_MS, Math.max(FIRST_MS * 2 ** (failures - 1), LEAST_MS.get(code) ?? 0))

export type Backoff = {
  readonly failures: number
  /** How the last connection closed. */
  readonly lastCode: number
  /** ms that nobody sets: since when this connection is through; `null` it is not. */
  readonly liveSince: number | null
}
export const NO_FAILURES: Backoff = { failures: 0, lastCode: NETWORK_LOST, liveSince: null }

/** ms before the next try. `random`: 0 ≤ x < 1. */
export const backoffMs = ({ failures, lastCode }: Backoff, random: number): number => waitMs(failures, lastCode, random)

/** Something came over a connection that is through. `now`, here and below: ms since some moment that nobody sets. */
export const proven = (backoff: Backoff, now: number): Backoff => ({
  ...backoff,
  liveSince: backoff.liveSince ?? now,
})

/** A connection ended by itself, or never came about. */
export const ended = ({ failures, liveSince }: Backoff, code: number, now: number): Backoff => {
  const held = liveSince !== null && now - liveSince >= STEADY_MS
  return { failures: (held ? 0 : failures) + 1, lastCode: code, liveSince: null }
}

/** A connection was let go, which says nothing of the relay. */
export const unproven = (backoff: Backoff): Backoff => ({ ...backoff, liveSince: null })

/** What failed before says nothing of now. */
export const forgotten = (backoff: Backoff): Backoff => ({ ...backoff, failures: 0 })
