/** Appends in flight, as plain values. The relay answers the appends of one connection in order. */
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import type { OpenedEntry } from '#sync/log/accept.ts'
import { addDeletes, type Range } from '#sync/update/delete-set.ts'
import type { Snapshot } from '#sync/document/snapshot.ts'
import { advanceClocks, type Inspected } from '#sync/update/update.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type RecordOutcome = 'done' | 'offline' | Refusal

/**
 * The key that a record takes. `current`: an invitation carries it. `newest`: an epoch is linked to the newest that this device
 * has, so that whoever lacks the current one can still remove who made it. `none`: a role, or the close.
 */
export type RecordKey = 'current' | 'newest' | 'none'

/** The requester of a record. `tries`: how often the record has been made, this time included. */
export type Purpose =
  | { readonly kind: 'request'; readonly request: number; readonly key: RecordKey; readonly tries: number }
  /** The automatic epoch after a join or an end (R4). */
  | { readonly kind: 'epoch'; readonly tries: number }
  /** A record that the relay lost (C3). */
  | { readonly kind: 'repair' }

export type SentEntry = {
  readonly kind: 'entry'
  readonly bytes: Bytes
  readonly opened: OpenedEntry
  readonly inspected: Inspected
}
export type SentRecord = { readonly kind: 'record'; readonly bytes: Bytes; readonly purpose: Purpose }
/** The checkpoint brings nothing new into the log. */
export type SentCheckpoint = { readonly kind: 'checkpoint'; readonly bytes: Bytes; readonly opened: OpenedEntry }
export type Sent = SentEntry | SentRecord | SentCheckpoint

/** Entries of another epoch will be refused, so nothing may be built on them. */
export const isOutdated = (inFlight: readonly Sent[], epoch: number): boolean =>
  inFlight.some((item) => item.kind !== 'record' && item.opened.header.epoch !== epoch)

/** A copy of a snapshot: the caller may change it. */
export type OwnSnapshot = {
  readonly clocks: Map<number, number>
  readonly deletes: Map<number, readonly Range[]>
}

/** The log's snapshot as it will be when all of this is committed. */
export const onTopOf = (inFlight: readonly Sent[], snapshot: Snapshot): OwnSnapshot => {
  const clocks = new Map(snapshot.clocks)
  const deletes = new Map(snapshot.deletes)
  for (const item of inFlight) {
    if (item.kind !== 'entry') continue
    advanceClocks(clocks, item.inspected)
    addDeletes(deletes, item.inspected.deletes)
  }
  return { clocks, deletes }
}
