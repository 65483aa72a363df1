/** How the relay divides its work. These affect only speed; limits that people can meet are in ../limits/limits.ts. */

/** One page, in items and bytes: small enough that others get their turn, large enough to fill a phone's network. */
export const MAX_PAGE_ITEMS = 500
export const MAX_PAGE_BYTES = 256 * 1024
/** The page cache, in bytes: two plans of five years, for all who join them on the same morning. */
export const MAX_KEPT_PAGES_BYTES = 32 * 1024 * 1024
/** What one workspace may put into one commit, in bytes: the rest waits a turn, so that others commit as well. */
export const MAX_COMMIT_BYTES = 8 * 1024 * 1024
/**
 * Bounds of one commit of all workspaces, exceeded by one workspace's share at most: a database that was stalled must not
 * be given minutes of work at once.
 */
export const MAX_TURN_ITEMS = 5_000
export const MAX_TURN_BYTES = 16 * 1024 * 1024
/** How far records may exceed a full log: in a full workspace a member can still be removed. */
export const RECORD_RESERVE = { bytes: 4 * 1024 * 1024, items: 10_000 }
/** Workspaces kept in memory with nobody connected, a few kB each: reconnecting finds the chain verified. */
export const IDLE_ROOMS = 256
