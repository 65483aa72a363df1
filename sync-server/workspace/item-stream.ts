/**
 * The one ordered stream that a connection receives: items, with the replies to its own appends in their places. It begins
 * "behind" and reads pages until it is live (S4). Knows no chain and no socket.
 */
import { CLOSE, type CloseCode } from '#shared/protocol/close-codes.ts'
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
/** The log that a stream follows: the same for all streams of a workspace. */
export type StreamSource = {
  readonly head: () => Head
  readonly read: (options: ReadOptions) => Promise<Page>
  readonly activity: Activity
  /** ms since 1970: apps are told the relay's time, because the relay decides on expiry. */
  readonly now: () => number
  /** The stream's connection is closed as well. */
  readonly report: (error: unknown) => void
}
export type ItemStreamOptions = {
  readonly since: number
  readonly recordsOnly: boolean
  /** Up to this item only records are sent (S5); 0: everything is. */
  readonly recordsUpTo: number
  readonly sendBuffer: SendBuffer
}

type Owed = { readonly reply: AppendReply; readonly place: number }

class LogStream implements ItemStream {
  private readonly source: StreamSource
  private readonly sendBuffer: SendBuffer
  private readonly recordsOnly: boolean
  private readonly recordsUpTo: number
  private readonly owed: Owed[] = []
  private state: 'behind' | 'reading' | 'live' = 'behind'
  private cursor: number
  private saidLive = false
  private end: { readonly seq: number; readonly code: CloseCode } | null = null

  constructor(source: StreamSource, options: ItemStreamOptions) {
    this.source = source
    this.sendBuffer = options.sendBuffer
    this.recordsOnly = options.recordsOnly
    this.recordsUpTo = options.recordsUpTo
    this.cursor = options.since
  }
  reply(reply: AppendReply): void {
    this.owed.push({ reply, place: reply.type === 'committed' ? reply.seq : reply.after })
    this.settle()
  }
  push(items: readonly StoredItem[], encoded: () => Uint8Array<ArrayBuffer>): void {
    const last = items.at(-1)
    if (this.state !== 'live' || last === undefined) return
    if (this.sendBuffer.isFull()) {
      this.state = 'behind'
      return
    }
    if (this.recordsOnly) this.deliver(items.filter(({ bytes }) => itemKind(bytes) === 'record'))
    else this.tell(items, encoded)
    this.cursor = last.seq
  }
  advance(): void {
    if (this.state !== 'behind' || !this.sendBuffer.isOpen() || this.sendBuffer.isFull()) return
    this.state = 'reading'
    const { activity, report } = this.source
    activity.run(
      () => this.readPages(),
      (error) => {
        report(error)
        this.sendBuffer.close(CLOSE.overloaded)
      },
    )
  }
  fallBehind(): void {
    if (this.state === 'live') this.state = 'behind'
    this.advance()
  }
  endAt(seq: number, code: CloseCode): void {
    this.end ??= { seq, code }
    this.closeAtEnd()
    this.advance()
  }
  isLive(): boolean {
    return this.state === 'live'
  }

  private settle(): void {
    for (let next = this.owed[0]; next !== undefined; next = this.owed[0]) {
      if (next.place > this.cursor) return
      this.owed.shift()
      if (next.reply.type === 'committed') this.sendBuffer.sendEncoded(encodeCommitted(next.reply))
      else this.sendBuffer.send(next.reply)
    }
  }
  private closeAtEnd(): boolean {
    if (this.end === null || this.cursor < this.end.seq) return false
    this.sendBuffer.close(this.end.code)
    return true
  }
  private isOwn(seq: number): boolean {
    const next = this.owed[0]
    return next !== undefined && next.reply.type === 'committed' && next.place === seq
  }
  private deliver(items: readonly StoredItem[]): void {
    let run: StoredItem[] = []
    const sendRun = (): void => {
      if (run.length > 0) this.sendBuffer.sendEncoded(encodeRun(run))
      run = []
    }
    for (const item of items) {
      if (this.end !== null && item.seq > this.end.seq) break
      if (this.isOwn(item.seq) || (run.length > 0 && item.seq !== this.cursor + 1)) sendRun()
      if (!this.isOwn(item.seq)) run.push(item)
      this.cursor = item.seq
      if (this.isOwn(item.seq)) this.settle()
    }
    sendRun()
    this.settle()
  }
  /** Sends consecutive items as one frame, unless a reply or the end of this connection belongs between them. */
  private tell(items: readonly StoredItem[], encoded: () => Uint8Array<ArrayBuffer>): void {
    const last = items.at(-1)?.seq ?? this.cursor
    if ((this.owed[0]?.place ?? Infinity) <= last || (this.end?.seq ?? Infinity) < last) {
      this.deliver(items)
      return
    }
    this.sendBuffer.sendEncoded(encoded())
    this.cursor = last
  }
  private async readPages(): Promise<void> {
    const { sendBuffer, recordsOnly, recordsUpTo } = this
    while (sendBuffer.isOpen() && !this.closeAtEnd()) {
      const { seq, logHash } = this.source.head()
      if (this.cursor >= seq) {
        this.state = 'live'
        if (!this.saidLive)
          sendBuffer.send({ type: 'live', head: seq, logHash: shortHash(logHash), now: this.source.now() })
        this.saidLive = true
        return
      }
      if (sendBuffer.isFull()) {
        this.state = 'behind'
        return
      }
      const leaps = recordsOnly || this.cursor < recordsUpTo
      const reach = recordsOnly ? seq : recordsUpTo
      const bounds = { maxItems: MAX_PAGE_ITEMS, maxBytes: MAX_PAGE_BYTES, recordsOnly: leaps }
      const page = await this.source.read({ after: this.cursor, ...bounds })
      // Items that are stored but not yet announced may include an own one, or a record that ends this connection.
      const items = page.items.filter((item) => item.seq <= (leaps ? reach : seq))
      if (items.length === 0 && !leaps) throw new Error('The store has fewer items than it numbered.')
      if (leaps || items.length < page.items.length) this.deliver(items)
      else this.tell(items, page.encoded)
      if (leaps && items.length === 0) this.cursor = Math.max(this.cursor, reach)
      this.settle()
    }
  }
}

export const createItemStream = (source: StreamSource, options: ItemStreamOptions): ItemStream =>
  new LogStream(source, options)
