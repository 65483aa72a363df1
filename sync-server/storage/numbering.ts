/** What every store does with items: numbers them, extends the log hash, cuts pages. Keeps no state. */
import { isCheckpoint } from '#shared/protocol/entries.ts'
import { itemKind } from '#shared/protocol/log.ts'
import { nextLogHash } from './log-hash.ts'
import type { AppendRequest, Head, ReadOptions, StoredItem } from './store.ts'

/** The stored kind, by which a store selects items without decoding them. */
export const STORED_KIND = { entry: 0, record: 1, checkpoint: 2 } as const
type StoredKind = (typeof STORED_KIND)[keyof typeof STORED_KIND]

export const kindOf = (item: Uint8Array): StoredKind =>
  itemKind(item) === 'record' ? STORED_KIND.record : isCheckpoint(item) ? STORED_KIND.checkpoint : STORED_KIND.entry

export type NumberedItem = StoredItem & {
  readonly kind: StoredKind
  readonly logHash: Uint8Array<ArrayBuffer>
}

/** Numbers the items of one request after `head`; returns the new head as well. */
export const numberItems = (head: Head, request: AppendRequest): { items: readonly NumberedItem[]; head: Head } => {
  let { seq, logHash, lastRecord, bytes } = head
  const items = request.items.map((item) => {
    const kind = kindOf(item)
    seq += 1
    logHash = nextLogHash(logHash, item)
    bytes += item.length
    if (kind === STORED_KIND.record) lastRecord += 1
    return { seq, receivedAt: request.receivedAt, bytes: item, kind, logHash }
  })
  return { items, head: { seq, logHash, lastRecord, bytes } }
}

/** The longest prefix of `items` that fits in one page, but at least one item: a larger one would never arrive. */
export const takePage = <Item extends StoredItem>(
  items: Iterable<Item>,
  { maxItems, maxBytes }: Pick<ReadOptions, 'maxItems' | 'maxBytes'>,
): readonly Item[] => {
  const page: Item[] = []
  let bytes = 0
  for (const item of items) {
    bytes += item.bytes.length
    if (page.length > 0 && bytes > maxBytes) break
    page.push(item)
    if (page.length >= maxItems) break
  }
  return page
}
