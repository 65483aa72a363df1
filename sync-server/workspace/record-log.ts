/** A workspace's records as stored: the chain that they form, and the number of each. Knows no socket. */
import type { Chain } from '#shared/chain/chain.ts'
import { GrowingMap } from '#shared/chain/growing-map.ts'
import { replayRecord } from '#shared/chain/extend.ts'
import { toBase64url } from '#shared/protocol/bytes.ts'
import { sha256 } from '#shared/protocol/hash.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import type { Store, StoredItem } from '../storage/store.ts'
import { MAX_PAGE_BYTES, MAX_PAGE_ITEMS } from './limits.ts'
import { countRecord, emptyTally, type Tally } from './shares.ts'

export type RecordPlace = { readonly seq: number; readonly receivedAt: number }
export type RecordLog = {
  readonly chain: Chain
  /** By the record's hash; only records that are in `chain`. */
  readonly places: ReadonlyMap<string, RecordPlace>
  /** What each person has put into it. */
  readonly tally: Tally
  /** The number of the last record. */
  readonly seq: number
}

const keyOf = (record: Uint8Array): string => toBase64url(sha256(record))

/** The place of these exact bytes, if they are in the chain. */
export const placeOfRecord = ({ places }: RecordLog, record: Uint8Array): RecordPlace | null =>
  places.get(keyOf(record)) ?? null

const NO_BOXES: Chain['boxes'] = GrowingMap.of()
/** A chain without its boxes: they are in the records, for devices; no rule reads them, and most of a chain's bytes are theirs. */
const withoutBoxes = (chain: Chain): Chain => ({ ...chain, boxes: NO_BOXES })

/** Adds a record whose chain is already computed. `places` and `tally` are mutated: only the newest value is ever used. */
export const addRecord = (log: RecordLog, chain: Chain, record: Uint8Array, place: RecordPlace): RecordLog => {
  const places = log.places as Map<string, RecordPlace>
  places.set(keyOf(record), place)
  const decoded = decodeRecord(record)
  if (decoded !== null) countRecord(log.tally, log.chain, decoded, place.receivedAt)
  return { chain: withoutBoxes(chain), places, tally: log.tally, seq: place.seq }
}

/**
 * The log after each record that follows those of `known`, up to the item `until`: the announced head, so that nobody
 * receives an item whose records are not known here. Signatures were checked before the store took them. Throws when the
 * store holds an invalid record.
 */
export async function* readRecords(
  store: Pick<Store, 'read'>,
  workspace: WorkspaceId,
  known: RecordLog | null,
  until: number,
): AsyncGenerator<RecordLog, void> {
  let log = known
  for (;;) {
    const bounds = { maxItems: MAX_PAGE_ITEMS, maxBytes: MAX_PAGE_BYTES, recordsOnly: true }
    const page: readonly StoredItem[] = await store.read(workspace, { after: log?.seq ?? 0, ...bounds })
    if (page.length === 0) return
    for (const { seq, receivedAt, bytes } of page) {
      if (seq > until) return
      const extended = replayRecord(log?.chain ?? null, bytes)
      if (!extended.ok) throw new Error(`The store holds an invalid record (${extended.reason}).`)
      const before: RecordLog = log ?? {
        chain: extended.chain,
        places: new Map<string, RecordPlace>(),
        tally: emptyTally(),
        seq: 0,
      }
      log = addRecord(before, extended.chain, bytes, { seq, receivedAt })
      yield log
    }
  }
}
