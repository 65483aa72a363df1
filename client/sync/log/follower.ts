/**
 * The follower takes the items of one workspace's log strictly in order, and decides whether each counts and which alarms it
 * raises. It knows no socket, no document and no storage; its only state is how far it has come.
 */
import type { Chain } from '#shared/chain/chain.ts'
import { type ChainResult, extendChain } from '#shared/chain/extend.ts'
import type { SignedRecord } from '#shared/chain/records.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { itemKind } from '#shared/protocol/log.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { EMPTY_RING, extendKeyRing, type KeyRing } from '#keys/key-ring.ts'
import { accept, type SkipReason } from './accept.ts'
import { addDeletes } from '../update/delete-set.ts'
import { advanceChain, advanceLog, type LogState, noteAuthors, noteCheckpoint } from './log-state.ts'
import { openEntry, type OpenResult } from './sealing.ts'
import { advanceClocks } from '../update/update.ts'

/** A reason for an alarm: a person was shown another log or lies (E2), a key does not open (R2), an item is skipped (E6). */
export type AlarmCause =
  | { readonly kind: 'other-log'; readonly author: PersonId; readonly seq: number }
  /** The entry counts, and stands under a clientID that the log has from somebody else: it counts as nobody's. */
  | { readonly kind: 'taken-client'; readonly author: PersonId; readonly seq: number }
  | { readonly kind: 'bad-key'; readonly author: PersonId; readonly epoch: number }
  | { readonly kind: 'invalid-record'; readonly seq: number }
  /** A checkpoint that does not open, or differs from the log (K2). `lost`: this person's words inside text that the log never held. */
  | { readonly kind: 'bad-checkpoint'; readonly author: PersonId | null; readonly seq: number; readonly lost: string }
  /** `author`: named where their signature holds. */
  | { readonly kind: 'skipped'; readonly author: PersonId | null; readonly seq: number; readonly rule: SkipReason }
/** `at`: when the relay got the item, in ms since 1970 by its clock. */
export type Alarm = AlarmCause & { readonly at: number | null; readonly item: Uint8Array | null }
export type Consumed =
  | {
      readonly kind: 'entry'
      readonly author: PersonId
      readonly update: Uint8Array<ArrayBuffer>
      readonly firstEdit: number
      readonly lastEdit: number
    }
  | { readonly kind: 'record'; readonly record: SignedRecord }
  /** An entry of which only the hash is left. `hidesEntries` decides, by later items, whether that is legitimate. */
  | { readonly kind: 'erased' }
  /** A copy of the whole document, for new devices (K2). */
  | { readonly kind: 'checkpoint'; readonly author: PersonId }
  /**
   * An entry skipped by E6: kept and hashed, not applied. `author`: named where their signature holds. `blameless`: only a key
   * may be missing, and the entry is read again once the key comes; or its author had sent it again already.
   */
  | {
      readonly kind: 'skipped'
      readonly author: PersonId | null
      readonly reason: SkipReason
      readonly blameless: boolean
    }
  /** This app can judge nothing after this item (R2). Earlier items stay. */
  | { readonly kind: 'stopped'; readonly reason: 'outdated-app' | 'invalid-record' }

/** The verdict on one item, with the alarms that it raises. */
export type Judged<Kind extends Consumed['kind'] = Consumed['kind']> = {
  readonly consumed: Extract<Consumed, { readonly kind: Kind }>
  readonly causes: readonly AlarmCause[]
}

/** Takes a record's place in the log. `result`: the chain with it. `state` is changed in place, unless nothing can be judged. */
export const judgeRecord = (
  state: LogState,
  bytes: Uint8Array<ArrayBuffer>,
  result: ChainResult,
): Judged<'record' | 'stopped'> => {
  if (!result.ok && result.reason === 'unknown-kind')
    return { consumed: { kind: 'stopped', reason: 'outdated-app' }, causes: [] }
  if (!result.ok || result.record.workspace !== state.workspace)
    return {
      consumed: { kind: 'stopped', reason: 'invalid-record' },
      causes: [{ kind: 'invalid-record', seq: state.seq + 1 }],
    }
  advanceLog(state, bytes)
  advanceChain(state, result.chain)
  return { consumed: { kind: 'record', record: result.record }, causes: [] }
}

/**
 * Takes an entry's place in the log, and returns the part of it that counts. `state` is changed in place. `at`: when the relay got
 * it, in ms since 1970; `null`: unknown.
 */
export const judgeEntry = (
  state: LogState,
  bytes: Uint8Array<ArrayBuffer>,
  result: OpenResult,
  at: number | null,
): Judged<'entry' | 'checkpoint' | 'skipped'> => {
  if (!result.ok) {
    advanceLog(state, bytes)
    return { consumed: { kind: 'skipped', author: null, reason: 'E3', blameless: false }, causes: [] }
  }
  const { header, content, signed } = result.entry
  const verdict = accept(state, result.entry)
  advanceLog(state, bytes)
  const isRefused = !verdict.accepted && verdict.reason === 'E1' // with or without a key
  if (result.missedEpoch !== null && !isRefused) state.missedEpochs.add(result.missedEpoch)
  const causes: readonly AlarmCause[] = verdict.otherLog
    ? [{ kind: 'other-log', author: header.author, seq: state.seq }]
    : []
  if (!verdict.accepted && verdict.reason === 'checkpoint') {
    if (content !== null) noteCheckpoint(state, bytes)
    return { consumed: { kind: 'checkpoint', author: header.author }, causes }
  }
  if (!verdict.accepted) {
    const { reason } = verdict
    // An entry that builds on an unopened one lacks its text.
    const waits = reason === 'E3' ? result.missedEpoch !== null : reason === 'E5' && state.missedEpochs.size > 0
    const author = signed ? header.author : null
    return { consumed: { kind: 'skipped', author, reason, blameless: waits || verdict.outOfTurn }, causes }
  }
  advanceClocks(state.clocks, verdict.inspected)
  addDeletes(state.deletes, verdict.inspected.deletes)
  const lastEdit = Math.min(content?.lastEdit ?? 0, Number.MAX_SAFE_INTEGER) // or the cursor could not keep it
  // No edit is later than its arrival, whatever its author's clock said.
  const known = at === null || at === 0 ? lastEdit : Math.min(lastEdit, at)
  const isOwn = noteAuthors(state, verdict.inspected.structs.keys(), { person: header.author, lastEdit: known })
  const taken: readonly AlarmCause[] = isOwn ? [] : [{ kind: 'taken-client', author: header.author, seq: state.seq }]
  const firstEdit = Math.min(content?.firstEdit ?? 0, lastEdit)
  return {
    consumed: { kind: 'entry', author: header.author, update: verdict.update, firstEdit, lastEdit },
    causes: [...causes, ...taken],
  }
}

/** A reader of a log by itself, item by item, without a session or a document. */
export type Follower = {
  readonly state: LogState
  ring(): KeyRing
  /** `at`: see the alarm's. Calls must not overlap. */
  consume(bytes: Uint8Array<ArrayBuffer>, at?: number): Promise<Consumed>
  /** The keys of a chain that was loaded, not followed. */
  openKeys(chain: Chain): Promise<void>
}

/** `knownRing`: keys from an earlier reading of the same log. */
export const createFollower = (
  state: LogState,
  holder: KeyHolder,
  raise: (alarm: Alarm) => void,
  knownRing: KeyRing = EMPTY_RING,
): Follower => {
  let ring = knownRing
  let origin: Pick<Alarm, 'at' | 'item'> = { at: null, item: null }
  const settle = ({
    consumed,
    causes,
  }: {
    readonly consumed: Consumed
    readonly causes: readonly AlarmCause[]
  }): Consumed => {
    for (const cause of causes) raise({ ...cause, ...origin })
    return consumed
  }
  const openKeys = async (chain: Chain): Promise<void> => {
    const known = ring.faults.length
    ring = await extendKeyRing(ring, chain, holder)
    for (const fault of ring.faults.slice(known)) raise({ kind: 'bad-key', ...fault, ...origin })
  }
  const consumeRecord = async (bytes: Uint8Array<ArrayBuffer>): Promise<Consumed> => {
    const consumed = settle(judgeRecord(state, bytes, await extendChain(state.chain, bytes)))
    if (consumed.kind === 'record' && state.chain !== null) await openKeys(state.chain)
    return consumed
  }
  const consumeEntry = async (bytes: Uint8Array<ArrayBuffer>): Promise<Consumed> =>
    settle(judgeEntry(state, bytes, await openEntry(bytes, state.chain, ring), origin.at))

  return {
    state,
    ring: () => ring,
    openKeys,
    consume: (bytes, at) => {
      origin = { at: at ?? null, item: bytes }
      switch (itemKind(bytes)) {
        case 'record':
          return consumeRecord(bytes)
        case 'entry':
          return consumeEntry(bytes)
        case 'erased':
          state.erased = true
          advanceLog(state, bytes)
          return Promise.resolve({ kind: 'erased' })
        case null:
          return Promise.resolve({ kind: 'stopped', reason: 'outdated-app' })
      }
    },
  }
}
