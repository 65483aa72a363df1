/**
 * After the relay lost or rewrote data, and somebody said yes (PROTOCOL.md §5, C3): its log is read from the start, and the
 * records that it lacks are appended again, byte for byte. Own work follows by itself. Knows no socket.
 */
import { decodeRecord } from '#shared/chain/records.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { StoredRecord } from '#storage/sync/sync-store.ts'
import type { LogState } from '../log/log-state.ts'
import type { Held } from '../log/restore.ts'

export type Healing = {
  /** To begin the workspace with where the relay has none of it: only who made it may. */
  readonly root: Uint8Array<ArrayBuffer> | null
  /** The log's own records with their places, as they are read. */
  readonly read: StoredRecord[]
  /** What the relay lacks first. `null`: it has all that I hold. */
  next(state: LogState): Uint8Array<ArrayBuffer> | null
}

export const createHealing = (held: Held | null, me: PersonId): Healing => {
  const records = held?.records ?? []
  const [first] = records
  return {
    root: first !== undefined && decodeRecord(first)?.author === me ? first : null,
    read: [],
    next: ({ recordHashes }) => records[recordHashes.length] ?? null,
  }
}
