/** What every store does with items: number them, hash them into the log, cut pages. Keeps nothing. */
import { isCheckpoint } from '#shared/protocol/entries.ts'
import { itemKind } from '#shared/protocol/log.ts'
import { nextLogHash } from './log-hash.ts'
import type { AppendRequest, Head, ReadOptions, StoredItem } from './store.ts'

/** By which a store finds items again without looking into them. */
export const STORED_KIND = { entry: 0, record: 1, checkpoint: 2 } as const
type StoredKind = (typeof STORED_KIND)[keyof typeof STORED_KIND]

export const kindOf = (item: Uint8Array): StoredKind =>
  itemKind(item) === 'record' ? STORED_KIND.record : isCheckpoint(item) ? STORED_KIND.checkpoint : STORED_KIND.entry

export type NumberedItem = StoredItem & {
  readonly kind: StoredKind
  readonly logHash: Uint8Array<ArrayBuffer>
}

/** Gives the items of one request their places after `head`, and says where the log ends then. */
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

/** The beginning of `items` that fits in one page, and at least one item: or a large one would never arrive. */
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
