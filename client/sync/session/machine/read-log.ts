/** The reading half of a session: items, strictly in order, into the log, the document and the store. */
import { itemKind } from '#shared/protocol/log.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import { addDeletes, type DeleteSet, subtractDeletes } from '#sync/update/delete-set.ts'
import { type Consumed, judgeEntry, judgeRecord } from '#sync/log/follower.ts'
import { advanceLog, hidesEntries } from '#sync/log/log-state.ts'
import { contradictsKnown, knowRecord } from '#sync/log/restore.ts'
import type { OpenResult } from '#sync/log/sealing.ts'
import { noteRemoteActivity } from './batching.ts'
import { scheduleCheckpoint } from './checkpoint.ts'
import { finishCommitted, isInChain } from './committed.ts'
import { scheduleCursor } from './cursor-writer.ts'
import type { AnswerEvent } from './events.ts'
import { scheduleEpoch } from './epochs.ts'
import { answered, takeInFlight } from './outcomes.ts'
import { readAgainWithKey, readFromStart } from './read-again.ts'
import { lose, refuse } from './relay-link.ts'
import type { Sent } from './in-flight.ts'
import { ask, draftLog, emit, enqueuePush, set, setSharing, tellChanged, type Turn } from './turn.ts'
import type { LoggedAt, Reading, Task } from './work.ts'

type Answer<Type> = Extract<AnswerEvent, { readonly type: Type }>
type Doing<Kind> = Extract<Task, { readonly kind: Kind }>

export const takeItems = (turn: Turn, { firstSeq, items }: Extract<RelayFrame, { readonly type: 'items' }>): void => {
  const rest = items.map(({ bytes, receivedAt }, index) => ({ seq: firstSeq + index, bytes, at: receivedAt }))
  readOn(turn, { rest, own: null })
}

/** Entries that are opened, judged and shown in one go: a page takes four, so that a keystroke meanwhile waits for a quarter of it at most. */
const MAX_RUN = 250

/** Items that are opened together: none of them changes who may write, or what opens. */
const nextRun = (rest: readonly LoggedAt[], upTo: number): readonly LoggedAt[] => {
  const end = rest.findIndex(({ seq, bytes }, index) => {
    const kind = itemKind(bytes)
    return (
      index === MAX_RUN || seq > upTo || seq !== (rest[0]?.seq ?? 0) + index || (kind !== 'entry' && kind !== 'erased')
    )
  })
  return end < 0 ? rest : rest.slice(0, end)
}

/** Goes on with what comes next, as far as that can be done at once. */
const readOn = (turn: Turn, { rest: all, own }: Reading): void => {
  const { log, ring } = turn.state
  const rest = all.filter(({ seq }) => seq > log.seq)
  const [next] = rest
  if (next === undefined) return finishReading(turn, own)
  if (next.seq > log.seq + 1) {
    lose(turn)
    return finishReading(turn, own)
  }
  const after: Reading = { rest: rest.slice(1), own }
  switch (itemKind(next.bytes)) {
    case null:
      return stopReading(turn, own, () => refuse(turn, 'outdated-app'))
    case 'record':
      return ask(
        turn,
        { type: 'check-record', bytes: next.bytes, chain: log.chain, ring },
        { kind: 'checking', item: next, reading: after },
      )
    case 'entry':
    case 'erased': {
      if (own !== null && own.kind !== 'record')
        return judgeRun(turn, [next], [{ ok: true, entry: own.opened, missedEpoch: null }], after)
      const run = nextRun(rest, log.preview !== null && log.preview.seq > log.seq ? log.preview.seq : Infinity)
      const entries = run.filter(({ bytes }) => itemKind(bytes) === 'entry').map(({ bytes }) => bytes)
      const reading = { rest: rest.slice(run.length), own }
      if (entries.length === 0) return judgeRun(turn, run, [], reading)
      return ask(
        turn,
        { type: 'open-entries', items: entries, chain: log.chain, ring },
        { kind: 'opening', run, reading },
      )
    }
  }
}

export const entriesOpened = (
  turn: Turn,
  { run, reading }: Doing<'opening'>,
  { results }: Answer<'entries-opened'>,
): void => judgeRun(turn, run, results, reading)

/** Tells people of an item that was skipped, and returns the update of one that counts. */
const note = (turn: Turn, { seq, bytes, at }: LoggedAt, consumed: Consumed, isOwn: boolean): readonly Uint8Array[] => {
  switch (consumed.kind) {
    case 'skipped': {
      const { author, reason: rule, blameless } = consumed
      if (!blameless) emit(turn, { type: 'alarm', alarm: { kind: 'skipped', author, rule, seq, at, item: bytes } })
      return []
    }
    case 'entry':
      if (isOwn) return []
      noteRemoteActivity(turn)
      return [consumed.update]
    case 'checkpoint':
    case 'erased':
    case 'record':
    case 'stopped':
      return []
  }
}

/** `results`: of the entries among them, in order. */
const judgeRun = (turn: Turn, run: readonly LoggedAt[], results: readonly OpenResult[], reading: Reading): void => {
  const log = draftLog(turn)
  const opened = results[Symbol.iterator]()
  const updates: Uint8Array[] = []
  for (const item of run) {
    if (itemKind(item.bytes) === 'erased') {
      log.erased = true
      advanceLog(log, item.bytes)
      continue
    }
    const result = opened.next().value
    if (result === undefined) throw new Error('An entry was not opened.')
    const { consumed, wrongs } = judgeEntry(log, item.bytes, result)
    for (const wrong of wrongs) emit(turn, { type: 'alarm', alarm: { ...wrong, at: item.at, item: item.bytes } })
    updates.push(...note(turn, item, consumed, reading.own !== null))
  }
  scheduleCursor(turn)
  show(turn, updates, reading)
}

/** Of what the log said up to here: while a checkpoint's copy is on screen, only what that lacks (K2). */
const show = (turn: Turn, updates: readonly Uint8Array[], reading: Reading): void => {
  const { log } = turn.state
  if (log.preview === null) return place(turn, updates, reading)
  ask(turn, { type: 'replay', seq: log.seq, updates }, { kind: 'replaying', reading })
}

export const replayed = (
  turn: Turn,
  { reading }: Doing<'replaying'>,
  { missing, isTrue }: Answer<'replayed'>,
): void => {
  if (isTrue) draftLog(turn).preview = null
  place(turn, missing, reading)
}

/** Applies what may be shown now. Updates that were judged while a key is missing may be judged otherwise with it: they wait. */
const place = (turn: Turn, updates: readonly Uint8Array[], reading: Reading): void => {
  const { connection, log, awaitingKey } = turn.state
  const isSure = connection.name === 'live' || log.missedEpochs.size === 0
  if (!isSure) set(turn, { awaitingKey: [...awaitingKey, ...updates] })
  if (!isSure || updates.length === 0) return readOn(turn, reading)
  ask(turn, { type: 'apply', updates }, { kind: 'applying', reading })
}

/** Deletions that merging makes (a map's key set twice) stand in no delete set of an entry, and belong to the log all the same. */
const noteMerged = (turn: Turn, deletes: DeleteSet): void => {
  const fresh = subtractDeletes(deletes, turn.state.log.deletes)
  if (fresh.size > 0) addDeletes(draftLog(turn).deletes, fresh)
}

export const applied = (turn: Turn, { reading }: Doing<'applying'>, { deletes }: Answer<'applied'>): void => {
  noteMerged(turn, deletes)
  if (reading !== null) readOn(turn, reading)
}

/** All of the log is here: what waited for a key that never came is as sure as it will be. */
export const showAwaitingKey = (turn: Turn): void => {
  const { awaitingKey } = turn.state
  if (awaitingKey.length === 0) return
  set(turn, { awaitingKey: [] })
  ask(turn, { type: 'apply', updates: awaitingKey }, { kind: 'applying', reading: null })
}

export const recordChecked = (
  turn: Turn,
  { item, reading }: Doing<'checking'>,
  { result, ring }: Answer<'record-checked'>,
): void => {
  const { rest, own } = reading
  const { knownRecords, repair, sharing } = turn.state
  const { consumed, wrongs } = judgeRecord(draftLog(turn), item.bytes, result)
  const faults = ring.faults
    .slice(turn.state.ring.faults.length)
    .map((fault) => ({ kind: 'bad-key', ...fault }) as const)
  set(turn, { ring })
  for (const wrong of [...wrongs, ...faults])
    emit(turn, { type: 'alarm', alarm: { ...wrong, at: item.at, item: item.bytes } })
  if (consumed.kind === 'stopped')
    return stopReading(turn, own, () => refuse(turn, consumed.reason === 'outdated-app' ? 'outdated-app' : 'damaged'))
  const { chain, seq } = turn.state.log
  if (contradictsKnown(knownRecords, chain))
    return stopReading(turn, own, () => {
      readFromStart(turn) // neither it nor its place may be written over what is held
      refuse(turn, repair === null ? 'log-differs' : 'forked')
    })
  if (chain !== null) set(turn, { knownRecords: knowRecord(knownRecords, chain, item.bytes) })
  const record = { seq, bytes: item.bytes }
  if (repair !== null) set(turn, { repair: { ...repair, read: [...repair.read, record] } })
  emit(turn, { type: 'store-record', record })
  scheduleCursor(turn)
  scheduleEpoch(turn)
  if (consumed.record.body.kind === 'epoch' && turn.state.connection.name === 'live') emit(turn, { type: 'announce' })
  if (sharing.dirty) enqueuePush(turn) // what waited for a role or a key may leave now, or never will
  if (turn.state.log.preview?.seq === seq) return show(turn, [], { rest, own })
  readOn(turn, { rest, own })
}

/** Nothing after it can be judged. */
const stopReading = (turn: Turn, own: Sent | null, stop: () => void): void => {
  stop()
  if (own === null) return finishReading(turn, own)
  if (own.kind === 'record') answered(turn, own.purpose, 'offline')
}

const finishReading = (turn: Turn, own: Sent | null): void => {
  if (own !== null) return finishCommitted(turn, own)
  if (turn.state.sharing.missingFromLog.length > 0)
    return ask(turn, { type: 'find-missing', clocks: turn.state.log.clocks }, { kind: 'comparing', next: 'reading' })
  finishPage(turn, false)
}

/** `wasMissing`: text that the relay lost was missing before this page. */
export const finishPage = (turn: Turn, wasMissing: boolean): void => {
  // Unshared edits that waited for the missing text may have a place now, and another device may have restored what a reader could not.
  if (wasMissing || turn.state.sharing.blocked === 'read-only') enqueuePush(turn)
  scheduleCursor(turn)
  scheduleCheckpoint(turn)
  readAgainWithKey(turn)
  if (turn.state.connection.name === 'live' && hidesEntries(turn.state.log)) refuse(turn, 'log-differs')
  tellChanged(turn)
}

/** `null`: nobody can say whose; a device that could not keep its salt does not know its own (PROTOCOL.md §5). */
export const noteMissing = (turn: Turn, clients: readonly number[]): void => {
  const { authors } = turn.state.log
  const people = clients.map((client) => authors.get(client)?.person ?? null)
  setSharing(turn, { missingFromLog: [...new Set(people)] })
}

export const takeCommitted = (
  turn: Turn,
  { seq, receivedAt: at }: Extract<RelayFrame, { readonly type: 'committed' }>,
): void => {
  const sent = takeInFlight(turn)
  const next = turn.state.log.seq + 1
  const isDone = sent !== null && seq < next && isInChain(turn, sent)
  if (sent !== null && isDone) return finishCommitted(turn, sent)
  if (sent !== null && seq === next) return readOn(turn, { rest: [{ seq, bytes: sent.bytes, at }], own: sent })
  if (sent?.kind === 'record') answered(turn, sent.purpose, 'offline') // its requester must be answered
  lose(turn)
}
