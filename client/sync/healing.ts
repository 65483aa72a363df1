/**
 * After the relay lost or rewrote data, and somebody said yes (PROTOCOL.md §5, C3): its log is read from the start, and the
 * records that it lacks are appended again, byte for byte. Own work follows by itself. Knows no socket.
 */
import { decodeRecord } from '#shared/chain/records.ts'
import { equalBytes } from '#shared/protocol/bytes.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { itemHash } from '#shared/protocol/log.ts'
import type { StoredRecord } from '#storage/sync-store.ts'
import type { LogState } from './log-state.ts'

export type Healing = {
  /** To begin the workspace with where the relay has none of it: only who made it may. */
  readonly root: Uint8Array<ArrayBuffer> | null
  /** The log's own records with their places, as they are read. */
  readonly read: StoredRecord[]
  /** `forked`: the relay's chain is another. `null`: it has all that I hold. */
  next(state: LogState): Uint8Array<ArrayBuffer> | 'forked' | null
}

/** By their own numbers: of a device that was switched off in the middle of this, some stand at two places. */
const inOrder = (held: readonly StoredRecord[]): readonly Uint8Array<ArrayBuffer>[] => {
  const records: Uint8Array<ArrayBuffer>[] = []
  for (const { bytes } of held) {
    const number = decodeRecord(bytes)?.number
    if (number !== undefined) records[number] = new Uint8Array(bytes)
  }
  return records
}

/** `held`: the records that this device has. */
export const createHealing = (held: readonly StoredRecord[], me: PersonId): Healing => {
  const records = inOrder(held)
  const [first] = records
  return {
    root: first !== undefined && decodeRecord(first)?.author === me ? first : null,
    read: [],
    next({ recordHashes }) {
      const differs = recordHashes.some((hash, number) => {
        const mine = records[number]
        return mine !== undefined && !equalBytes(hash, itemHash(mine))
      })
      return differs ? 'forked' : (records[recordHashes.length] ?? null)
    },
  }
}
