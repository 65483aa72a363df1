/**
 * The one ordered stream that a connection receives: items, with the replies to its own appends in their places. It begins
 * "behind" and reads pages until it is live (S4). Knows no chain and no socket.
 */
import type { CloseCode } from '#shared/protocol/close-codes.ts'
import { itemKind, shortHash } from '#shared/protocol/log.ts'
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import type { Head, ReadOptions, StoredItem } from '../storage/store.ts'
import type { Activity } from './activity.ts'
import { encodeCommitted, encodeRun } from './frames.ts'
import { MAX_PAGE_BYTES, MAX_PAGE_ITEMS } from './limits.ts'
import type { SendBuffer } from './send-buffer.ts'
import type { Page } from './pages.ts'

export type AppendReply =
  | { readonly type: 'committed'; readonly seq: number; readonly receivedAt: number }
  /** `after`: the last item that it was judged by. */
  | { readonly type: 'refused'; readonly reason: Refusal; readonly after: number }
export type ItemStream = {
  /**
   * Queues a reply after all earlier ones: `committed` in the place of its item, `refused` after the item that it was
   * judged by.
   */
  reply(reply: AppendReply): void
  /** New items, right after their commit. `encoded` is their shared frame. A stream that is behind reads them later. */
  push(items: readonly StoredItem[], encoded: () => Uint8Array<ArrayBuffer>): void
  /** Reads on, unless it is live or has too many unsent bytes. */
  advance(): void
  /** Another process appended items: read them. */
  fallBehind(): void
  /** Delivers everything up to and including this item, then closes the connection (S7). */
  endAt(seq: number, code: CloseCode): void
  isLive(): boolean
}
export type ItemStreamOptions = {
  readonly since: number
  readonly recordsOnly: boolean
  /** Up to this item only records are sent (S5); 0: everything is. */
  readonly recordsUpTo: number
  readonly sendBuffer: SendBuffer
  readonly head: () => Head
  readonly read: (options: ReadOptions) => Promise<Page>
  readonly activity: Activity
  /** ms since 1970: apps are told the relay's time, because the relay decides on expiry. */
  readonly now: () => number
  readonly onError: (error: unknown) => void
}

export const createItemStream = (options: ItemStreamOptions): ItemStream => {
  const { sendBuffer, head, recordsOnly, recordsUpTo, activity } = options
  const owed: { readonly reply: AppendReply; readonly place: number }[] = []
  let state: 'behind' | 'reading' | 'live' = 'behind'
  let cursor = options.since
  let saidLive = false
  let end: { readonly seq: number; readonly code: CloseCode } | null = null

  const settle = (): void => {
    for (let next = owed[0]; next !== undefined; next = owed[0]) {
      if (next.place > cursor) return
      owed.shift()
      if (next.reply.type === 'committed') sendBuffer.sendEncoded(encodeCommitted(next.reply))
      else sendBuffer.send(next.reply)
    }
  }
  const closeAtEnd = (): boolean => {
    if (end === null || cursor < end.seq) return false
    sendBuffer.close(end.code)
    return true
  }
  const isOwn = (seq: number): boolean => owed[0]?.reply.type === 'committed' && owed[0].place === seq
  const deliver = (items: readonly StoredItem[]): void => {
    let run: StoredItem[] = []
    const sendRun = (): void => {
      if (run.length > 0) sendBuffer.sendEncoded(encodeRun(run))
      run = []
    }
    for (const item of items) {
      if (end !== null && item.seq > end.seq) break
      if (isOwn(item.seq) || (run.length > 0 && item.seq !== cursor + 1)) sendRun()
      if (!isOwn(item.seq)) run.push(item)
      cursor = item.seq
      if (isOwn(item.seq)) settle()
    }
    sendRun()
    settle()
  }
  /** Sends consecutive items as one frame, unless a reply or the end of this connection belongs between them. */
  const tell = (items: readonly StoredItem[], encoded: () => Uint8Array<ArrayBuffer>): void => {
    const last = items.at(-1)?.seq ?? cursor
    if ((owed[0]?.place ?? Infinity) <= last || (end?.seq ?? Infinity) < last) {
      deliver(items)
      return
    }
    sendBuffer.sendEncoded(encoded())
    cursor = last
  }

  const readPages = async (): Promise<void> => {
    while (sendBuffer.isOpen() && !closeAtEnd()) {
      const { seq, logHash } = head()
      if (cursor >= seq) {
        state = 'live'
        if (!saidLive) sendBuffer.send({ type: 'live', head: seq, logHash: shortHash(logHash), now: options.now() })
        saidLive = true
        return
      }
      if (sendBuffer.isFull()) {
        state = 'behind'
        return
      }
      const leaps = recordsOnly || cursor < recordsUpTo
      const reach = recordsOnly ? seq : recordsUpTo
      const bounds = { maxItems: MAX_PAGE_ITEMS, maxBytes: MAX_PAGE_BYTES, recordsOnly: leaps }
      const page = await options.read({ after: cursor, ...bounds })
      // Items that are stored but not yet announced may include an own one, or a record that ends this connection.
      const items = page.items.filter((item) => item.seq <= (leaps ? reach : seq))
      if (items.length === 0 && !leaps) throw new Error('The store has fewer items than it numbered.')
      if (leaps || items.length < page.items.length) deliver(items)
      else tell(items, page.encoded)
      if (leaps && items.length === 0) cursor = Math.max(cursor, reach)
      settle()
    }
  }
  const advance = (): void => {
    if (state !== 'behind' || !sendBuffer.isOpen() || sendBuffer.isFull()) return
    state = 'reading'
    activity.run(readPages, options.onError)
  }

  return {
    reply: (reply) => {
      owed.push({ reply, place: reply.type === 'committed' ? reply.seq : reply.after })
      settle()
    },
    push: (items, encoded) => {
      const last = items.at(-1)
      if (state !== 'live' || last === undefined) return
      if (sendBuffer.isFull()) {
        state = 'behind'
        return
      }
      if (recordsOnly) deliver(items.filter(({ bytes }) => itemKind(bytes) === 'record'))
      else tell(items, encoded)
      cursor = last.seq
    },
    advance,
    fallBehind: () => {
      if (state === 'live') state = 'behind'
      advance()
    },
    endAt: (seq, code) => {
      end ??= { seq, code }
      closeAtEnd()
      advance()
    },
    isLive: () => state === 'live',
  }
}
