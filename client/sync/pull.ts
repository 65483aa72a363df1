/** The reading half of a session: items, in order, into the follower, the document and the store. */
import * as Y from 'yjs'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { shortHash } from '#shared/protocol/log.ts'
import type { LoggedItem, RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { OpenedEntry } from './accept.ts'
import { createFollower } from './follower.ts'
import { hidesEntries, startOfLog } from './log-state.ts'
import type { Healing } from './healing.ts'
import type { RecordOutcome } from './in-flight.ts'
import { ownAlone } from './own-diff.ts'
import { createReplay, type Replay } from './replay.ts'
import { lackingOf } from './lacking.ts'
import { pushUnshared, refusedEntry } from './push.ts'
import { scheduleEpoch } from './record-writer.ts'
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

/** A key that was missing has come: what could not be opened without it is read again, from the start. */
const readAnewIfHealed = (core: SessionCore): void => {
  const { state, ring } = core.follower
  if (![...state.missedEpochs].some((epoch) => ring().keys.has(epoch))) return
  const { authors, preview } = state // whose they are stays true meanwhile
  const anew = { ...startOfLog(core.workspace), authors, preview }
  core.replay = preview && createReplay(preview)
  core.follower = createFollower(anew, core.holder, core.alarm, ring())
  core.lose()
}

const STOPPED = { 'outdated-app': 'outdated-app', 'invalid-record': 'damaged' } as const

/** Or nobody sees me until I move (y-websocket #122): who came with a new key has heard nothing that was sealed before it. */
const announce = ({ provider: { awareness } }: SessionCore): void => awareness.setLocalState(awareness.getLocalState())

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
    case 'record':
      core.healing?.read.push({ seq: core.follower.state.seq, bytes })
      core.keeper.record(core.follower.state.seq, bytes)
      scheduleEpoch(core)
      if (consumed.record.body.kind === 'epoch' && core.link.name === 'live') announce(core)
      if (core.dirty) pushUnshared(core) // what waited for a role or a key may leave now, or never will
      return []
    case 'skipped': {
      const { author, reason: rule, waits } = consumed
      if (!waits) core.alarm({ kind: 'skipped', author, rule, seq: core.follower.state.seq, at, item: bytes })
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
const show = (core: SessionCore, updates: readonly Uint8Array[]): readonly Uint8Array[] => {
  if (core.replay === null) return updates
  const { state } = core.follower
  const shown = core.replay.take(state.seq, updates)
  if (core.replay.verdict() === 'true') core.replay = state.preview = null
  return shown
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
  if (core.lacking.length > 0) {
    core.lacking = lackingOf(core)
    pushUnshared(core) // what waited for it may have a place now
  }
  core.keeper.moved()
  core.checkpoints.moved()
  readAnewIfHealed(core)
  if (core.link.name === 'live' && hidesEntries(core.follower.state)) core.refuse('log-differs')
  core.changed()
}

/**
 * All of the log is here, and it never held what the checkpoint said (K2). What I have written on top of it goes along as far
 * as it fits: text inside words that were never there has no place.
 */
const outdo = (core: SessionCore, replay: Replay): void => {
  const { clocks, preview } = core.follower.state
  const { document, lost } = replay.settle(ownAlone(core.doc, core.own.salts, clocks))
  core.alarm({
    kind: 'bad-checkpoint',
    author: preview?.author ?? null,
    seq: preview?.seq ?? 0,
    lost,
    at: null,
    item: null,
  })
  core.provider.shouldConnect = false
  core.lose()
  core.outdone(document)
}

/** The relay's records are the beginning of those that this device had, or others: it lost some, or shows me another chain. */
const holdsFewer = ({ heldChain, follower }: SessionCore): boolean => {
  if (heldChain === null) return false
  const theirs = follower.state.recordHashes[heldChain.number]
  return theirs === undefined || !equalBytes(theirs, heldChain.hash)
}

/** C3: one record after the other, as they were. Somebody else may be doing the same. */
const giveBack = (core: SessionCore, healing: Healing): void => {
  const { link } = core
  const next = healing.next(core.follower.state)
  if (link.name === 'none') return
  if (next === 'forked') return core.refuse('forked')
  if (next === null) {
    core.healing = null
    core.keeper.replaceRecords(healing.read)
    return goOnLive(core)
  }
  const answered = (outcome: RecordOutcome): void => {
    if (outcome === 'done' || outcome === 'invalid') core.queue.add(() => giveBack(core, healing))
    else if (outcome !== 'offline') core.refuse('log-differs')
  }
  core.inFlight.add({ kind: 'record', bytes: next, answered })
  link.connection.send({ type: 'append', item: next })
}

const becomeLive = (core: SessionCore, head: number, logHash: Uint8Array): void => {
  const { state } = core.follower
  if (core.link.name !== 'pulling') return
  const differs = head !== state.seq || !equalBytes(logHash, shortHash(state.hash))
  if (differs || hidesEntries(state)) return core.refuse('log-differs')
  if (core.healing !== null) return giveBack(core, core.healing)
  if (holdsFewer(core)) return core.refuse('log-differs')
  if (core.replay !== null) return outdo(core, core.replay)
  goOnLive(core)
}

const goOnLive = (core: SessionCore): void => {
  if (core.link.name !== 'pulling') return
  core.link = { ...core.link, name: 'live' }
  core.lacking = lackingOf(core)
  core.link.socket.open()
  announce(core)
  pushUnshared(core)
  scheduleEpoch(core)
  core.checkpoints.moved()
  core.changed()
}

const takeCommitted = async (core: SessionCore, seq: number, at: number): Promise<void> => {
  const sent = core.inFlight.take()
  const { state } = core.follower
  if (sent === undefined || seq > state.seq + 1) return core.lose()
  // A record that the chain had already counts as success under its old number (R1).
  if (
    seq === state.seq + 1 &&
    (await consume(core, sent.bytes, at, sent.kind === 'record' ? undefined : sent.opened)) === null
  )
    return
  if (sent.kind === 'record') sent.answered('done')
  core.keeper.moved()
  core.checkpoints.moved()
  if (core.inFlight.size() === 0) pushUnshared(core)
  core.changed()
}

export const takeFrame = async (core: SessionCore, frame: RelayFrame): Promise<void> => {
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
      if (sent?.kind === 'checkpoint') return // somebody was first, or there is no room: nothing is lost by it
      if (sent?.kind !== 'record') return refusedEntry(core, frame.reason)
      sent.answered(frame.reason)
      if (core.inFlight.size() === 0) pushUnshared(core)
      return
    }
    case 'challenge':
    case 'presence':
    case 'workspaces':
    case 'pong':
  }
}
