/** Sizes and times that app and relay agree on. Each says its unit, its reason and its source. */

/** The one set of algorithms (PROTOCOL.md §2). An unknown suite is refused: there is nothing to negotiate. */
export const SUITE = 1
/** Raise it when a frame or an item changes; the relay speaks this one and the one before (S11). */
export const PROTOCOL_VERSION = 1

/** ECDSA P-256 as r ‖ s, in bytes (IEEE P1363, what WebCrypto gives). */
export const SIGNATURE_BYTES = 64
/** An uncompressed P-256 point, in bytes (SEC 1 §2.3.3): WebCrypto reads no compressed one everywhere. */
export const PUBLIC_KEY_BYTES = 65
/** AES-256-GCM (NIST SP 800-38D), in bytes. The nonce is random: at most 2^32 seals per key (§8.3). */
export const NONCE_BYTES = 12
export const TAG_BYTES = 16
export const CONTENT_KEY_BYTES = 32
/** HPKE DHKEM(P-256) encapsulated key and the sealed 32-byte epoch key with its tag, in bytes (RFC 9180 §7.1). */
export const BOX_BYTES = PUBLIC_KEY_BYTES + CONTENT_KEY_BYTES + TAG_BYTES
/** The previous epoch key under the new one: nonce, key, tag. */
export const SEALED_KEY_BYTES = NONCE_BYTES + CONTENT_KEY_BYTES + TAG_BYTES
/** What makes a new clientID each time a document is loaded, in bytes: no two loads of one person meet by chance. */
export const SALT_BYTES = 8

/** One item, in bytes: a photo-free document of 2 MB fits twice, a phone can still hold it. */
export const MAX_ITEM_BYTES = 4 * 1024 * 1024
/** Records hold boxes of at most this many people and invitations: 1,000 × 129 B stays far below an item. */
export const MAX_CIRCLE = 1_000
/** A workspace's whole log, in bytes (S8): five years of daily writing is about a tenth of it. */
export const MAX_LOG_BYTES = 256 * 1024 * 1024
/** `seen` may be this many items old, at most (S2): clients keep as many log hashes to check it by (E2). */
export const MAX_SEEN_AGE = 1_000
/** One presence message, in bytes, sealed: a cursor and a name are under 500. */
export const MAX_PRESENCE_BYTES = 4 * 1024
/** Presence leaves at most this often, in ms: three times a second reads as live, and what is typed travels by itself (quality.md, figure 9). */
export const PRESENCE_INTERVAL_MS = 333
/** Frames in one message of an app, which sends one at a time: a million empty ones would hold up a relay for a second. */
export const MAX_APP_FRAMES = 1_000
/** Before its hello a socket may send this many bytes (S1): a hello is 190, with a root record 600. */
export const MAX_HELLO_BYTES = 1_024
/** ... and may take this long for it, in ms (S1). */
export const HELLO_TIMEOUT_MS = 5_000
/** An app that hears nothing pings after this time, in ms: below y-websocket's 30 s watchdog and most proxies' 60 s. */
export const PING_INTERVAL_MS = 12_000
/** An answer to a ping that takes longer, in ms, means that the connection is gone. */
export const PONG_TIMEOUT_MS = 10_000
/** An invitation shown in the room, in ms: one conversation's start. */
export const ROOM_INVITATION_MS = 10 * 60_000
/** An invitation sent as a link, in ms: a week, so that a weekend does not end it. */
export const LINK_INVITATION_MS = 7 * 24 * 60 * 60_000
/** Wrong hellos to an invitation with a spoken code before it is locked (S6): 5 of 10^6 codes. */
export const MAX_WRONG_HELLOS = 5
