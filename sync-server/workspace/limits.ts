/** What one workspace and one connection may ask of the relay (S8). Sizes and times both sides know are in shared. */

/** One page, in items and bytes: small enough that others get their turn, large enough to fill a phone's network. */
export const MAX_PAGE_ITEMS = 500
export const MAX_PAGE_BYTES = 256 * 1024
/** Unsent bytes from which a connection is "behind" again (S4): about four pages, a second of slow mobile network. */
export const MAX_UNSENT_BYTES = 1024 * 1024
/** Unsent bytes at which a connection ends: the largest page and commit that may be under way, twice. */
export const MAX_HELD_BYTES = 32 * 1024 * 1024
/** Bytes of one connection's appends that wait for their commit: a few of the largest items. */
export const MAX_WAITING_BYTES = 16 * 1024 * 1024
/** What one workspace may put into one commit, in bytes: more waits a turn, so that others commit with it. */
export const MAX_COMMIT_BYTES = 8 * 1024 * 1024
/** Records may pass a full log by this many bytes: in a full workspace somebody can still be removed. */
export const RECORD_RESERVE_BYTES = 4 * 1024 * 1024
/** Appends of one connection: a month offline comes as one, a person typing as seven a second. */
export const APPEND_RATE = { burst: 400, perSecond: 100 }
/** Presence of one connection: an app sends three a second (PRESENCE_INTERVAL_MS); what is more is dropped. */
export const PRESENCE_RATE = { burst: 20, perSecond: 10 }
/** Pings of one connection: an app sends one in twelve seconds (PING_INTERVAL_MS). */
export const PING_RATE = { burst: 20, perSecond: 2 }
/** New workspaces from one address in an hour: a whole office begins on the same morning; 500 roots are 250 kB. */
export const MAX_NEW_WORKSPACES_PER_HOUR = 500
/** Workspaces kept in memory with nobody connected, a few kB each: who reconnects finds the chain checked. */
export const IDLE_ROOMS = 256
