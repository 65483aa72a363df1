/** The reading half of a session: items, in order, into the follower, the document and the store. */
import * as Y from 'yjs'
import { decodeRecord } from '#shared/chain/records.ts'
import { shortHash } from '#shared/protocol/log.ts'
import type { LoggedItem, RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { OpenedEntry } from '../log/accept.ts'
import { announce, becomeLive } from './become-live.ts'
import { createFollower } from '../log/follower.ts'
import type { Sent } from './in-flight.ts'
import { hidesEntries, knowsRecord, startOfLog } from '../log/log-state.ts'
import { createReplay } from '../checkpoint/replay.ts'
import { lackingOf } from '../document/missing-from-log.ts'
import { pushUnshared, refusedEntry } from './push.ts'
import { scheduleEpoch } from './record-writer.ts'
import { contradictsHeld, holdRecord } from '../log/restore.ts'
import type { SessionCore } from './session-core.ts'

/** Applies in one transaction: a page of a thousand entries is drawn once. The provider as origin sends nothing back. */
export const applyAll = (core: SessionCore, updates: readonly Uint8Array[]): void => {
  if (updates.length === 0) return
  const apply = (): void => {
    for (const update of updates) {
      try {
        Y.applyUpdate(core.doc, update, core.provider)
      } catch (error) {
        core.environment.report(error)
      }
    }
  }
  Y.transact(core.doc, apply, core.provider, false)
}

/** Whose the clientIDs are stays true meanwhile, and so does that a checkpoint's copy is to be checked. */
export const readFromStart = (core: SessionCore): void => {
  const { authors, preview } = core.follower.state
  const anew = { ...startOfLog(core.workspace), authors, preview }
  core.replay = preview && createReplay(preview)
  core.unsure = []
  core.follower = createFollower(anew, core.holder, core.alarm, core.follower.ring())
}

/** A key that was missing has come: what could not be opened without it is read again. */
const readAnewIfHealed = (core: SessionCore): void => {
  const { state, ring } = core.follower
  if (![...state.missedEpochs].some((epoch) => ring().keys.has(epoch))) return
  readFromStart(core)
  core.lose()
}

const STOPPED = { 'outdated-app': 'outdated-app', 'invalid-record': 'damaged' } as const

/** One item into the follower and the store; its update, if it has one. `null`: nothing after it can be judged. */
const consume = async (
  core: SessionCore,
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
  opened?: OpenedEntry,
): Promise<readonly Uint8Array[] | null> => {
  const consumed = await core.follower.consume(bytes, opened, at)
  switch (consumed.kind) {
    case 'stopped':
      core.refuse(STOPPED[consumed.reason])
      return null
    case 'record': {
      const { chain } = core.follower.state
      if (contradictsHeld(core.held, chain)) {
        readFromStart(core) // neither it nor its place may be written over what is held
        core.refuse(core.healing === null ? 'log-differs' : 'forked')
        return null
      }
      if (chain !== null) core.held = holdRecord(core.held, chain, bytes)
      core.healing?.read.push({ seq: core.follower.state.seq, bytes })
      core.keeper.record(core.follower.state.seq, bytes)
      scheduleEpoch(core)
      if (consumed.record.body.kind === 'epoch' && core.link.name === 'live') announce(core)
      if (core.dirty) pushUnshared(core) // what waited for a role or a key may leave now, or never will
      return []
    }
    case 'skipped': {
      const { author, reason: rule, blameless } = consumed
      if (!blameless) core.alarm({ kind: 'skipped', author, rule, seq: core.follower.state.seq, at, item: bytes })
      return []
    }
    case 'checkpoint':
    case 'erased':
      return []
    case 'entry':
      if (opened === undefined) core.batching.company()
      return [consumed.update]
  }
}

/** Of what the log said up to here: what the document on screen lacks. */
const newToScreen = (core: SessionCore, updates: readonly Uint8Array[]): readonly Uint8Array[] => {
  if (core.replay === null) return updates
  const { state } = core.follower
  const lacking = core.replay.take(state.seq, updates)
  if (core.replay.verdict() === 'true') core.replay = state.preview = null
  return lacking
}

/** What of it may be shown now. Judged without a key it may be what it is not: that waits. */
const show = (core: SessionCore, updates: readonly Uint8Array[]): readonly Uint8Array[] => {
  const shown = newToScreen(core, updates)
  if (core.link.name === 'live' || core.follower.state.missedEpochs.size === 0) return shown
  core.unsure.push(...shown)
  return []
}

const takeItems = async (core: SessionCore, firstSeq: number, items: readonly LoggedItem[]): Promise<void> => {
  let updates: Uint8Array[] = []
  for (const [index, { bytes, receivedAt }] of items.entries()) {
    const { state } = core.follower
    if (firstSeq + index <= state.seq) continue
    if (firstSeq + index > state.seq + 1) {
      core.lose()
      break
    }
    const consumed = await consume(core, bytes, receivedAt)
    if (consumed === null) break
    updates.push(...consumed)
    if (core.follower.state.seq === core.follower.state.preview?.seq) updates = [...show(core, updates)]
  }
  applyAll(core, show(core, updates))
  const lacked = core.lacking.length > 0
  if (lacked) core.lacking = lackingOf(core)
  // What waited for it may have a place now; and what a reader could not give back, somebody else may have.
  if (lacked || core.stuck === 'read-only') pushUnshared(core)
  core.keeper.moved()
  core.checkpoints.moved()
  readAnewIfHealed(core)
  if (core.link.name === 'live' && hidesEntries(core.follower.state)) core.refuse('log-differs')
  core.changed()
}

/** A record that the chain had already counts as success, under its old number (R1). */
const isInChain = (core: SessionCore, sent: Sent): boolean => {
  const record = sent.kind === 'record' ? decodeRecord(sent.bytes) : null
  return record !== null && knowsRecord(core.follower.state, { number: record.number, hash: shortHash(record.hash) })
}

const takeCommitted = async (core: SessionCore, seq: number, at: number): Promise<void> => {
  const sent = core.inFlight.take()
  const { state } = core.follower
  const isDone = sent !== undefined && seq <= state.seq && isInChain(core, sent)
  if (sent === undefined || (seq !== state.seq + 1 && !isDone)) {
    if (sent?.kind === 'record') sent.answered('offline') // whoever waits for it must hear something
    return core.lose()
  }
  if (!isDone && (await consume(core, sent.bytes, at, sent.kind === 'record' ? undefined : sent.opened)) === null) {
    if (sent.kind === 'record') sent.answered('offline')
    return
  }
  if (sent.kind === 'record') sent.answered('done')
  core.keeper.moved()
  core.checkpoints.moved()
  if (core.inFlight.size() === 0) pushUnshared(core)
  core.changed()
}

const take = async (core: SessionCore, frame: RelayFrame): Promise<void> => {
  switch (frame.type) {
    case 'items':
      return takeItems(core, frame.firstSeq, frame.items)
    case 'live':
      core.relayClock = { now: frame.now, elapsed: core.environment.elapsed() }
      return becomeLive(core, frame.head, frame.logHash)
    case 'committed':
      return takeCommitted(core, frame.seq, frame.receivedAt)
    case 'refused': {
      const sent = core.inFlight.take()
      if (sent === undefined || sent.kind === 'entry') return refusedEntry(core, frame.reason)
      // Of a checkpoint nothing is lost: somebody was first, or there is no room.
      if (sent.kind === 'record') sent.answered(frame.reason)
      if (core.inFlight.size() === 0) pushUnshared(core) // what was not to be built on it may leave now
      return
    }
    case 'challenge':
    case 'presence':
    case 'workspaces':
    case 'pong':
  }
}

export const takeFrame = async (core: SessionCore, frame: RelayFrame): Promise<void> => {
  await take(core, frame)
  if (core.link.name === 'live') applyAll(core, core.unsure.splice(0))
}
