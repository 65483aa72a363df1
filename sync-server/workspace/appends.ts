/**
 * The append queue of one workspace, strictly first in, first out: verifying a record's signatures takes time, and nothing
 * may overtake it. Judges each item by what is committed before it, and commits the entries of one turn together.
 */
import type { Chain } from '#shared/chain/chain.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { itemKind } from '#shared/protocol/log.ts'
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import type { RelayLimits } from '../limits/limits.ts'
import type { AppendRequest, AppendResult, Head } from '../storage/store.ts'
import type { Activity } from './activity.ts'
import { type Append, type Batch, type Judged, toBatch } from './batch.ts'
import type { AppendReply } from './item-stream.ts'
import { judgeEntry, judgeRecord, type Writer } from './judge.ts'
import { MAX_COMMIT_BYTES } from './limits.ts'
import { createRoom, type RoomOptions, type Run } from './room.ts'
import type { CommitSource, GroupCommit } from './group-commit.ts'

export type Committed = {
  readonly firstSeq: number
  readonly head: Head
  readonly receivedAt: number
  readonly items: readonly Uint8Array<ArrayBuffer>[]
  /** The chain after these items. */
  readonly chain: Chain
  /** Puts the replies into the authors' streams: to be called before the items are delivered. */
  readonly answer: () => void
}
export type AppendsOptions = RoomOptions & {
  readonly limits: RelayLimits
  readonly now: () => number
  readonly groupCommit: GroupCommit
  /** Called with the bytes that begin to wait, and with a negative number when they no longer do. */
  readonly waits: (bytes: number) => void
  readonly activity: Activity
  /** The work to be done before anything is judged, if any. */
  readonly prepare: () => (() => Promise<void>) | null
  /** The number of a record that is in the chain byte for byte (R1: its acknowledgement was lost). */
  readonly known: (record: Uint8Array<ArrayBuffer>) => { readonly seq: number; readonly receivedAt: number } | null
  /** Returns the work to be done before anything else is judged, if any. */
  readonly onCommitted: (committed: Committed) => (() => Promise<void>) | null
  /** Another process appended records: read them before judging again. */
  readonly onMoved: () => Promise<void>
  /** A bug or a failing store: no pending append can be answered any more, everything is to be read anew. */
  readonly onFailed: (error: unknown) => void
}
export type Appends = {
  add(append: Append): void
  /**
   * Runs work while nothing is being judged or committed. Resolves also when that failed: then `onFailed` has been called.
   */
  between(work: () => Promise<void>): Promise<void>
  isIdle(): boolean
}
const personOf = ({ identity }: Writer): PersonId | null => (identity.kind === 'person' ? identity.person : null)

type Errand = { readonly work: () => Promise<void>; readonly done: () => void }

export const createAppends = (options: AppendsOptions): Appends => {
  const { limits, groupCommit, activity, chain, head } = options
  const inbox: Append[] = []
  const errands: Errand[] = []
  /** A record is being judged, a batch is with the store, or `between` runs. */
  let busy = false
  let waitingBytes = 0
  let batch: Batch | null = null
  /** The last item by which the append that is answered next was judged. */
  let judgedAt = 0
  const room = createRoom(options)

  const judgeOne = ({ item, writer, refusal }: Append, run: Run): Refusal | null => {
    if (refusal !== null) return refusal
    if (itemKind(item) !== 'entry') return run.refusalOf(null, item.length) ?? 'malformed'
    return judgeEntry(chain(), head().seq, writer, item) ?? run.refusalOf(personOf(writer), item.length)
  }
  const waits = (bytes: number): void => {
    waitingBytes += bytes
    options.waits(bytes)
  }
  const reply = ({ item, author }: Append, answer: AppendReply): void => {
    waits(-item.length)
    author.answer(answer)
  }
  const refuse = ({ append, refusal }: Judged): void =>
    reply(append, { type: 'refused', reason: refusal ?? 'invalid', after: judgedAt })
  /** The entries at the front and those refused among them; a record waits until they are committed. */
  const judgeEntries = (): readonly Judged[] => {
    judgedAt = head().seq
    const judged: Judged[] = []
    const run = room.begin()
    for (let next = inbox[0]; next !== undefined && run.bytes() < MAX_COMMIT_BYTES; next = inbox[0]) {
      if (next.refusal === null && itemKind(next.item) === 'record') break
      inbox.shift()
      const refusal = judgeOne(next, run)
      judged.push({ append: next, refusal })
      if (refusal === null) run.take(personOf(next.writer), next.item.length)
    }
    if (inbox.length === 0) room.emptied()
    return judged
  }
  const judgeFirstRecord = async (append: Append): Promise<void> => {
    judgedAt = head().seq
    const place = options.known(append.item)
    const full = room.recordRefusal(append.item)
    if (place !== null) reply(append, { type: 'committed', ...place })
    else if (full !== null) refuse({ append, refusal: full })
    else {
      const verdict = await judgeRecord(
        chain(),
        append.writer.identity,
        append.item,
        options.now(),
        options.tally(),
        limits,
      )
      if (verdict.ok) batch = toBatch([{ append, refusal: null }], chain(), verdict.chain, options.now())
      else refuse({ append, refusal: verdict.refusal })
    }
    if (batch === null) release()
    else groupCommit.schedule(source)
  }
  const runErrand = async ({ work, done }: Errand): Promise<void> => {
    try {
      await work()
    } catch (error) {
      fail(error)
      return
    } finally {
      done()
    }
    release()
  }
  const preparing = (): Errand | null => {
    const work = inbox.length === 0 ? null : options.prepare()
    return work && { work, done: () => {} }
  }
  const wake = (): void => {
    if (busy) return
    const errand = errands.shift() ?? preparing()
    if (errand !== null) {
      busy = true
      activity.run(() => runErrand(errand), fail)
      return
    }
    const [first] = inbox
    if (first === undefined) return
    if (first.refusal !== null || itemKind(first.item) !== 'record') {
      groupCommit.schedule(source)
      return
    }
    busy = true
    inbox.shift()
    activity.run(() => judgeFirstRecord(first), fail)
  }
  const release = (): void => {
    batch = null
    busy = false
    wake()
  }
  /** Nothing of it was acknowledged: the authors find out when they reconnect. */
  const fail = (error: unknown): void => {
    inbox.length = 0
    batch = null
    busy = false
    waits(-waitingBytes)
    options.onFailed(error)
    for (const { done } of errands.splice(0)) done()
  }

  const take = (): AppendRequest | null => {
    if (batch === null && !busy) {
      const judged = judgeEntries()
      const taken = toBatch(judged, chain(), chain(), options.now())
      if (taken.request.items.length > 0) batch = taken
      else judged.forEach(refuse)
    }
    busy = batch !== null || busy
    if (!busy) wake()
    return batch?.request ?? null
  }
  const answerAll = (judged: readonly Judged[], firstSeq: number, receivedAt: number): void => {
    let seq = firstSeq
    for (const one of judged) {
      if (one.refusal !== null) refuse(one)
      else {
        reply(one.append, { type: 'committed', seq, receivedAt })
        seq += 1
      }
    }
  }
  const judgeAgain = async (judged: readonly Judged[]): Promise<void> => {
    await options.onMoved()
    const again = [...judged.map(({ append }) => append), ...inbox.splice(0)]
    for (const append of again) inbox.push(append) // not as arguments of one call, which cannot take a hundred thousand
  }
  const refuseAll = (judged: readonly Judged[]): void => {
    for (const { append, refusal } of judged) refuse({ append, refusal: refusal ?? 'relay-full' })
    // A shorter one might fit, but builds on the refused one.
    for (const append of inbox.splice(0)) refuse({ append, refusal: append.refusal ?? 'relay-full' })
  }
  const afterCommit = (
    { judged, chain: after, request }: Batch,
    result: AppendResult,
  ): (() => Promise<void>) | null => {
    if (result.ok) {
      const { firstSeq, head: reached } = result
      const { items, receivedAt } = request
      const answer = (): void => answerAll(judged, firstSeq, receivedAt)
      return options.onCommitted({ firstSeq, head: reached, receivedAt, items, chain: after, answer })
    }
    if (result.reason === 'moved') return () => judgeAgain(judged)
    refuseAll(judged)
    return null
  }
  /** No promise where nothing has to be waited for: most commits are of entries, and there are many. */
  const settle = (result: AppendResult): void => {
    if (batch === null) return
    try {
      const work = afterCommit(batch, result)
      if (work === null) release()
      else activity.run(() => runErrand({ work, done: () => {} }), fail)
    } catch (error) {
      fail(error)
    }
  }
  const source: CommitSource = { take, settle, fail }

  return {
    add: (append) => {
      inbox.push(append)
      waits(append.item.length)
      wake()
    },
    between: (work) =>
      new Promise((done) => {
        errands.push({ work, done })
        wake()
      }),
    isIdle: () => !busy && inbox.length === 0 && errands.length === 0,
  }
}
