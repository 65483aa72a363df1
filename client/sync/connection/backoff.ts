/** How long a device leaves the relay alone before it tries again. Time and chance come in as numbers. */
import { CLOSE } from '#shared/protocol/close-codes.ts'
import { NETWORK_LOST } from './connection.ts'

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
 * Any moment of a span that doubles, each as likely: many who were cut off together come back spread. `failures`: connections
 * that ended since the last that held. `code`: how the last one closed. `random`: 0 ≤ x < 1.
 */
export const waitMs = (failures: number, code: number, random: number): number =>
  failures === 0 ? 0 : random * Math.min(MAX_MS, Math.max(FIRST_MS * 2 ** (failures - 1), LEAST_MS.get(code) ?? 0))

export type Backoff = {
  /** ms before the next try. `random`: 0 ≤ x < 1. */
  wait(random: number): number
  /** Something came over a connection that is through. `now`, here and below: ms since some moment that nobody sets. */
  live(now: number): void
  /** A connection ended by itself, or never came about. */
  ended(code: number, now: number): void
  /** A connection was let go, which says nothing of the relay. */
  dropped(): void
  /** What failed before says nothing of now. */
  forget(): void
}

export const createBackoff = (): Backoff => {
  let failures = 0
  let lastCode = NETWORK_LOST
  let liveSince: number | null = null
  return {
    wait: (random) => waitMs(failures, lastCode, random),
    live(now) {
      liveSince ??= now
    },
    ended(code, now) {
      if (liveSince !== null && now - liveSince >= STEADY_MS) failures = 0
      liveSince = null
      failures += 1
      lastCode = code
    },
    dropped() {
      liveSince = null
    },
    forget() {
      failures = 0
    },
  }
}
