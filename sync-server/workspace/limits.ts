/** How the relay divides its work. Nobody notices these but by speed; what people may run into is in ../limits.ts. */

/** One page, in items and bytes: small enough that others get their turn, large enough to fill a phone's network. */
export const MAX_PAGE_ITEMS = 500
export const MAX_PAGE_BYTES = 256 * 1024
/** Pages of logs kept in memory, in bytes: two plans of five years, for all who join them on the same morning. */
export const MAX_KEPT_PAGES_BYTES = 32 * 1024 * 1024
/** What one workspace may put into one commit, in bytes: more waits a turn, so that others commit with it. */
export const MAX_COMMIT_BYTES = 8 * 1024 * 1024
/** What one commit of all workspaces holds, or a little more: a database that stood still must not be asked for minutes of work at once. */
export const MAX_TURN_ITEMS = 5_000
export const MAX_TURN_BYTES = 16 * 1024 * 1024
/** Records may pass a full log by so much: in a full workspace somebody can still be removed. */
export const RECORD_RESERVE = { bytes: 4 * 1024 * 1024, items: 10_000 }
/** Workspaces kept in memory with nobody connected, a few kB each: who reconnects finds the chain checked. */
export const IDLE_ROOMS = 256
