/** Sizes and times that app and relay agree on. Each states its unit, its reason and its source. */

/** The only suite of algorithms (PROTOCOL.md §2). An unknown suite is refused: nothing is negotiated. */
export const SUITE = 1
/** Raise it when a frame or an item changes; the relay speaks this version and the previous one (S11). */
export const PROTOCOL_VERSION = 1

/** ECDSA P-256 as r ‖ s, in bytes (IEEE P1363, what WebCrypto gives). */
export const SIGNATURE_BYTES = 64
/** An uncompressed P-256 point, in bytes (SEC 1 §2.3.3): not every WebCrypto reads compressed ones. */
export const PUBLIC_KEY_BYTES = 65
/** AES-256-GCM (NIST SP 800-38D), in bytes. The nonce is random: at most 2^32 seals per key (§8.3). */
export const NONCE_BYTES = 12
export const TAG_BYTES = 16
export const CONTENT_KEY_BYTES = 32
/** A box: HPKE DHKEM(P-256) encapsulated key, and the sealed 32-byte epoch key with its tag, in bytes (RFC 9180 §7.1). */
export const BOX_BYTES = PUBLIC_KEY_BYTES + CONTENT_KEY_BYTES + TAG_BYTES
/** The previous epoch key sealed with the new one: nonce, key, tag. */
export const SEALED_KEY_BYTES = NONCE_BYTES + CONTENT_KEY_BYTES + TAG_BYTES
/**
 * The salt of a clientID, new each time a document is loaded, in bytes: random enough that one person's loads never
 * collide.
 */
export const SALT_BYTES = 8

/** One item, in bytes: a document of 2 MB without photos fits twice, and a phone can still hold it. */
export const MAX_ITEM_BYTES = 4 * 1024 * 1024
/** Records hold boxes of at most this many people and invitations: 1,000 × 129 B stays far below an item. */
export const MAX_CIRCLE = 1_000
/** A workspace's whole log, in bytes (S8): five years of daily writing is about a tenth of it. */
export const MAX_LOG_BYTES = 256 * 1024 * 1024
/** The maximum age of `seen`, in items (S2): apps keep as many log hashes to verify it (E2). */
export const MAX_SEEN_AGE = 1_000
/** One sealed presence message, in bytes: a cursor and a name are under 500. */
export const MAX_PRESENCE_BYTES = 4 * 1024
/**
 * The interval between presence messages, in ms: three a second look live, and typed text travels by itself (quality.md,
 * figure 9).
 */
export const PRESENCE_INTERVAL_MS = 333
/** Frames in one message of an app, which sends one at a time: a million empty ones would hold the relay up for a second. */
export const MAX_APP_FRAMES = 1_000
/** Frames in one message of a relay: a commit answers some thousand appends; 64 MB of tiny ones would hold a phone up for a minute. */
export const MAX_RELAY_FRAMES = 10_000
/** Bytes that a socket may send before its hello (S1): a hello has 190, with a root record 600. */
export const MAX_HELLO_BYTES = 1_024
/** The time that a socket has for its hello, in ms (S1). */
export const HELLO_TIMEOUT_MS = 5_000
/** An app that has received nothing for this time pings, in ms: below y-websocket's 30 s watchdog and most proxies' 60 s. */
export const PING_INTERVAL_MS = 12_000
/** Without a reply to a ping within this time, in ms, the connection is lost. */
export const PONG_TIMEOUT_MS = 10_000
/** Lifetime of an invitation shown in the room, in ms: the start of one conversation. */
export const ROOM_INVITATION_MS = 10 * 60_000
/** Lifetime of an invitation sent as a link, in ms: a week, so that a weekend does not end it. */
export const LINK_INVITATION_MS = 7 * 24 * 60 * 60_000
/** Wrong hellos after which an invitation with a spoken code is locked (S6): 5 of 10^6 codes. */
export const MAX_WRONG_HELLOS = 5
