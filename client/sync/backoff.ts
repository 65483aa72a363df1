/** How long a device leaves the relay alone before it tries again. Pure: chance comes in as a number. */
import { CLOSE } from '#shared/protocol/close-codes.ts'

/** After a connection that held, the next try comes within this time, in ms: hardly noticed, and no two devices at once. */
const FIRST_MS = 500
/** Each failure doubles it, up to this, in ms: for a phone in a pocket, a try every 15 s on average costs little. */
const MAX_MS = 30_000
/** What the relay says as it goes, it says to everybody at once: a greeting costs it about a millisecond, and it needs a second to start. In ms. */
const RESTART_MS = 5_000
/** There was no room, or its disk failed, in ms: whoever comes back at once makes that worse. */
const OVERLOADED_MS = 15_000
/** A connection that held this long, in ms, was a success. A relay that dies of its visitors gets fewer each time. */
export const STEADY_MS = 10_000

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
