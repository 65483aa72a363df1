/** What every store does with items: number them, hash them into the log, cut pages. Keeps nothing. */
import { itemKind, nextLogHash } from '#shared/protocol/log.ts'
import type { AppendRequest, Head, ReadOptions, StoredItem } from './store.ts'

export type NumberedItem = StoredItem & {
  readonly isRecord: boolean
  readonly logHash: Uint8Array<ArrayBuffer>
}

/** Gives the items of one request their places after `head`, and says where the log ends then. */
export const numberItems = (head: Head, request: AppendRequest): { items: readonly NumberedItem[]; head: Head } => {
  let { seq, logHash, lastRecord, bytes } = head
  const items = request.items.map((item) => {
    const isRecord = itemKind(item) === 'record'
    seq += 1
    logHash = nextLogHash(logHash, item)
    bytes += item.length
    if (isRecord) lastRecord += 1
    return { seq, receivedAt: request.receivedAt, bytes: item, isRecord, logHash }
  })
  return { items, head: { seq, logHash, lastRecord, bytes } }
}

/** The beginning of `items` that fits in one page, and at least one item: or a large one would never arrive. */
export const takePage = (
  items: Iterable<StoredItem>,
  { maxItems, maxBytes }: Pick<ReadOptions, 'maxItems' | 'maxBytes'>,
): readonly StoredItem[] => {
  const page: StoredItem[] = []
  let bytes = 0
  for (const item of items) {
    bytes += item.bytes.length
    if (page.length > 0 && bytes > maxBytes) break
    page.push(item)
    if (page.length >= maxItems) break
  }
  return page
}
