/**
 * One workspace of the relay: who is connected, what they append, what they receive. Knows no sockets and no clock. No item
 * is announced before it is on disk (S3).
 */
import type { Chain } from '#shared/chain/chain.ts'
import type { Identity } from '#shared/protocol/app-frames.ts'
import { CLOSE, type CloseCode } from '#shared/protocol/close-codes.ts'
import { idBytes, type WorkspaceId } from '#shared/protocol/ids.ts'
import { encodeRelayFrames } from '#shared/protocol/relay-frames.ts'
import type { RelayLimits } from '../limits/limits.ts'
import type { Head, ForeignAppend, Presence, Store, StoredItem } from '../storage/store.ts'
import type { Activity } from './activity.ts'
import { type Committed, createAppends } from './appends.ts'
import { endingOf } from './membership-changes.ts'
import { createItemStream, type ItemStream, type StreamSource } from './item-stream.ts'
import { encodeRun } from './frames.ts'
import { createWriter, mayBePresent } from './judge.ts'
import { Seat, type SeatContext, type SeatOptions } from './seat.ts'
import type { SendBuffer } from './send-buffer.ts'
import type { Pages } from './pages.ts'
import { MAX_PAGE_BYTES, MAX_PAGE_ITEMS } from './limits.ts'
import { addRecord, placeOfRecord, readRecords, type RecordLog } from './record-log.ts'
import { countEntries, countingOf } from './shares.ts'
import type { GroupCommit } from './group-commit.ts'
import type { RelayObserver } from './relay-observer.ts'

/** What all workspaces of a relay share. */
export type WorkspaceContext = {
  readonly store: Store
  readonly now: () => number
  readonly limits: RelayLimits
  readonly pages: Pages
  readonly groupCommit: GroupCommit
  /** Called with the bytes that begin to wait for their commit, and with a negative number when they no longer do. */
  readonly waits: (bytes: number) => void
  readonly activity: Activity
  readonly report: (error: unknown) => void
  readonly observer: RelayObserver
}
/** One admitted connection. */
export type WorkspaceSession = Pick<Seat, 'append' | 'presence' | 'advance' | 'leave'>
/** Where the stream begins: after `since`, and with records alone up to `recordsUpTo` (S5). */
export type Start = { readonly since: number; readonly recordsUpTo: number }
export type Workspace = {
  chain(): Chain
  head(): Head
  /** Reads what other relays have appended. Resolves also when that failed: then nobody is admitted any more. */
  catchUp(): Promise<void>
  /** The connection's stream begins there. `null`: the chain no longer admits it, and it was closed. */
  admit(identity: Identity, from: Start, sendBuffer: SendBuffer, intake: SeatOptions['intake']): WorkspaceSession | null
  /** Nobody is connected and nothing is under way. */
  isIdle(): boolean
}
export type WorkspaceOptions = WorkspaceContext & {
  readonly id: WorkspaceId
  readonly records: RecordLog
  readonly head: Head
  /** The store failed: discard this workspace; the next hello reads it anew. */
  readonly onFailed: () => void
}

export const createWorkspace = (options: WorkspaceOptions): Workspace => {
  const { id, store, pages, activity } = options
  const ownId = idBytes(id)
  const listeners = new Set<Seat>()
  let { records, head } = options
  let broken = false
  let foreign: ForeignAppend | null = null
  let unsubscribe = (): void => {}

  /** S7: a connection that a record ended receives that record, and nothing after it. */
  const endedBy = (chain: Chain): readonly { readonly stream: ItemStream; readonly code: CloseCode }[] =>
    [...listeners].flatMap(({ identity, stream }) => {
      const code = endingOf(chain, identity)
      return code === null ? [] : [{ stream, code }]
    })
  /** Of the items before the first of ours, all or none: what another relay has told meanwhile is at hand. */
  const readBetween = async (firstSeq: number): Promise<readonly StoredItem[]> => {
    const missing = firstSeq - 1 - head.seq
    if (missing > MAX_PAGE_ITEMS) return []
    const isBetween = ({ seq }: StoredItem): boolean => seq > head.seq && seq < firstSeq
    const told = foreign?.items.filter(isBetween) ?? []
    if (told.length === missing) return told
    const bounds = { maxItems: missing, maxBytes: MAX_PAGE_BYTES, recordsOnly: false }
    const read = await store.read(id, { after: head.seq, ...bounds })
    return read.length === missing ? read : []
  }
  /** `between`: the entries that another relay appended since the last item known here, or none of them. */
  const announce = (committed: Committed, between: readonly StoredItem[]): (() => Promise<void>) | null => {
    const { firstSeq, receivedAt, chain } = committed
    const own = committed.items.map((bytes, index) => ({ seq: firstSeq + index, receivedAt, bytes }))
    const items = [...between, ...own]
    const isAll = items[0]?.seq === head.seq + 1
    const [first] = own
    countEntries(records.tally, items)
    const isRecord = chain !== records.chain
    if (isRecord && first !== undefined) records = addRecord(records, chain, first.bytes, first)
    head = committed.head
    committed.answer()
    const encoded = once(() => encodeRun(items))
    for (const { stream } of listeners) {
      if (isAll) stream.push(items, encoded)
      else stream.fallBehind()
    }
    if (!isRecord) return null
    for (const { stream, code } of endedBy(chain)) stream.endAt(firstSeq, code)
    return chain.closed ? eraseEntries : null
  }
  /** Until what lies between is known, it is as if nothing had been committed yet: nobody is told of it (S3). */
  const onCommitted = (committed: Committed): (() => Promise<void>) | null => {
    if (committed.firstSeq === head.seq + 1) return announce(committed, [])
    return async () => announce(committed, await readBetween(committed.firstSeq))?.()
  }
  const eraseEntries = async (): Promise<void> => {
    await store.eraseEntries(id)
    pages.forget(id)
    head = (await store.head(id)) ?? head
  }
  /** Takes items that another relay appended after ours, up to `now`. Items at hand are delivered without reading. */
  const takeForeign = async (now: Head, atHand: readonly StoredItem[]): Promise<void> => {
    if (now.seq <= head.seq) return
    const endings: (() => void)[] = []
    if (now.lastRecord !== records.chain.number) {
      for await (const read of readRecords(store, id, records, now.seq)) {
        records = read
        for (const { stream, code } of endedBy(read.chain)) endings.push(() => stream.endAt(read.seq, code))
      }
    }
    countEntries(records.tally, atHand)
    const items = atHand.filter(({ seq }) => seq > head.seq)
    const isAll = items.length === now.seq - head.seq && endings.length === 0
    head = now
    for (const end of endings) end()
    const encoded = once(() => encodeRun(items))
    for (const { stream } of listeners) {
      if (isAll) stream.push(items, encoded)
      else stream.fallBehind()
    }
    if (records.chain.closed) await eraseEntries() // the process that closed it may have ended before it erased the entries
  }
  const catchUp = async (): Promise<void> => {
    const now = await store.head(id)
    if (now === null) throw new Error('A workspace is gone from the store.')
    await takeForeign(now, [])
  }
  const onForeignAppend = (latest: ForeignAppend): void => {
    const isUnderWay = foreign !== null
    foreign = latest
    if (isUnderWay) return
    void appends.between(async () => {
      const told = foreign
      foreign = null
      if (told !== null) await takeForeign(told.head, told.items)
    })
  }
  const onFailed = (error: unknown): void => {
    options.report(error)
    broken = true
    for (const { sendBuffer } of listeners) sendBuffer.close(CLOSE.overloaded)
    listeners.clear()
    unsubscribe()
    options.onFailed()
  }
  const appends = createAppends({
    ...options,
    chain: () => records.chain,
    head: () => head,
    tally: () => records.tally,
    prepare: () => countingOf(store, records, head, options.limits.logBytes),
    known: (record) => placeOfRecord(records, record),
    onCommitted,
    onMoved: catchUp,
    onFailed,
  })

  /** `from`: `null` when the author is connected to another relay. */
  const showPresence = (shown: Presence, from: Seat | null): void => {
    const frame = encodeRelayFrames([{ type: 'presence', ...shown }])
    for (const other of listeners) {
      const hears = other !== from && other.identity.kind === 'person' && other.stream.isLive()
      if (hears && !other.sendBuffer.isFull()) other.sendBuffer.sendEncoded(frame)
    }
  }

  const presence = (from: Seat, epoch: number, sealed: Uint8Array<ArrayBuffer>): void => {
    const { identity } = from
    if (identity.kind !== 'person' || !mayBePresent(records.chain, identity, epoch)) return
    const shown = { author: identity.person, epoch, sealed }
    showPresence(shown, from)
    store.forwardPresence(id, shown)
  }
  const onPresence = (shown: Presence): void => {
    const identity: Identity = { kind: 'person', person: shown.author }
    if (mayBePresent(records.chain, identity, shown.epoch)) showPresence(shown, null)
  }

  const source: StreamSource = {
    head: () => head,
    read: (wanted) => pages.read(id, wanted, head),
    activity,
    now: options.now,
    report: options.report,
  }
  const seating: SeatContext = {
    append: appends.add,
    presence,
    left: (seat) => {
      if (listeners.delete(seat) && listeners.size === 0) unsubscribe()
    },
    observer: options.observer,
  }
  return {
    chain: () => records.chain,
    head: () => head,
    catchUp: () => appends.between(catchUp),
    isIdle: () => listeners.size === 0 && appends.isIdle(),
    admit: (identity, from, sendBuffer, intake) => {
      const ending = broken ? CLOSE.overloaded : endingOf(records.chain, identity)
      if (ending !== null) {
        sendBuffer.close(ending)
        return null
      }
      const stream = createItemStream(source, { ...from, recordsOnly: identity.kind === 'invitation', sendBuffer })
      const seat = new Seat(seating, { writer: createWriter(identity, ownId), sendBuffer, stream, intake })
      if (listeners.size === 0) unsubscribe = store.subscribe(id, { reached: () => head, onForeignAppend, onPresence })
      listeners.add(seat)
      stream.advance()
      return seat
    },
  }
}

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}
