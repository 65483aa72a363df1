/** The reading half of a session: takes items strictly in order into the log state, the document and the store. */
import type { Place } from '#shared/protocol/entries.ts'
import { itemKind } from '#shared/protocol/log.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { JournalEntry } from '#storage/journal/journal-store.ts'
import { addDeletes, type DeleteSet, subtractDeletes } from '#sync/update/delete-set.ts'
import { type Consumed, judgeEntry, judgeRecord } from '#sync/log/follower.ts'
import { advanceLog, hidesEntries, seenPlace } from '#sync/log/log-state.ts'
import { contradictsKnown, knowRecord } from '#sync/log/restore.ts'
import type { OpenResult } from '#sync/log/sealing.ts'
import { noteRemoteActivity } from './batching.ts'
import { scheduleCheckpoint } from './checkpoint.ts'
import { finishCommitted, isInChain } from './committed.ts'
import { scheduleCursor } from './cursor-writer.ts'
import type { AnswerEvent } from './events.ts'
import { scheduleEpoch } from './epochs.ts'
import { journalFrom, toJournalEntries } from './journal.ts'
import { answered, takeInFlight } from './outcomes.ts'
import { nextRun } from './next-run.ts'
import { readAgainWithKey, readFromStart } from './read-again.ts'
import { lose, refuse } from './relay-link.ts'
import type { Sent } from './in-flight.ts'
import { NO_REFUSALS } from './state.ts'
import { ask, draftLog, emit, enqueuePush, set, tellChanged, type Turn } from './turn.ts'
import type { LoggedAt, Reading, Task } from './work.ts'

type Answer<Type> = Extract<AnswerEvent, { readonly type: Type }>
type Doing<Kind> = Extract<Task, { readonly kind: Kind }>

export const takeItems = (turn: Turn, { firstSeq, items }: Extract<RelayFrame, { readonly type: 'items' }>): void => {
  const rest = items.map(({ bytes, receivedAt }, index) => ({ seq: firstSeq + index, bytes, at: receivedAt }))
  readOn(turn, { rest, own: null })
}

/** Continues with the next items, as far as that needs no effect. */
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
  const from = seenPlace(log)
  const opened = results[Symbol.iterator]()
  const updates: Uint8Array[] = []
  const entries: JournalEntry[] = []
  const between: Place[] = []
  for (const item of run) {
    if (log.seq > from.number) between.push(seenPlace(log))
    if (itemKind(item.bytes) === 'erased') {
      log.erased = true
      advanceLog(log, item.bytes)
      continue
    }
    const result = opened.next().value
    if (result === undefined) throw new Error('An entry was not opened.')
    const { consumed, causes } = judgeEntry(log, item.bytes, result, item.at)
    for (const cause of causes) emit(turn, { type: 'alarm', alarm: { ...cause, at: item.at, item: item.bytes } })
    updates.push(...note(turn, item, consumed, reading.own !== null))
    entries.push(...toJournalEntries(item, consumed))
  }
  journalFrom(turn, from, entries, between)
  scheduleCursor(turn)
  show(turn, updates, reading)
}

/** The accepted updates for the screen: while a checkpoint's copy is on screen, only the part that it lacks (K2). */
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

/** Applies the updates that may be shown. Updates judged while a key is missing wait, because with the key their verdict may differ. */
const place = (turn: Turn, updates: readonly Uint8Array[], reading: Reading): void => {
  const { connection, log, awaitingKey } = turn.state
  const isSure = connection.name === 'live' || log.missedEpochs.size === 0
  if (!isSure) set(turn, { awaitingKey: [...awaitingKey, ...updates] })
  if (!isSure || updates.length === 0) return readOn(turn, reading)
  ask(turn, { type: 'apply', updates }, { kind: 'applying', reading })
}

/** Adds the deletions that merging makes (a map's key set twice): no entry's delete set holds them, and they belong to the log all the same. */
const noteMerged = (turn: Turn, deletes: DeleteSet): void => {
  const fresh = subtractDeletes(deletes, turn.state.log.deletes)
  if (fresh.size > 0) addDeletes(draftLog(turn).deletes, fresh)
}

export const applied = (turn: Turn, { reading }: Doing<'applying'>, { deletes }: Answer<'applied'>): void => {
  noteMerged(turn, deletes)
  if (reading !== null) readOn(turn, reading)
}

/** Shows the updates that waited for a key: the whole log is here, so their verdicts are final until the key comes. */
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
  const from = seenPlace(turn.state.log)
  const { consumed, causes } = judgeRecord(draftLog(turn), item.bytes, result)
  const known = turn.state.ring.faults.length
  const faults = ring.faults.slice(known).map((fault) => ({ kind: 'bad-key', ...fault }) as const)
  set(turn, { ring, refusals: NO_REFUSALS })
  for (const cause of [...causes, ...faults])
    emit(turn, { type: 'alarm', alarm: { ...cause, at: item.at, item: item.bytes } })
  if (consumed.kind === 'stopped')
    return stopReading(turn, own, () => refuse(turn, consumed.reason === 'outdated-app' ? 'outdated-app' : 'damaged'))
  const { chain, seq } = turn.state.log
  if (contradictsKnown(knownRecords, chain))
    return stopReading(turn, own, () => {
      readFromStart(turn) // neither the record nor its place may overwrite a known record
      refuse(turn, repair === null ? 'log-differs' : 'forked')
    })
  if (chain !== null) set(turn, { knownRecords: knowRecord(knownRecords, chain, item.bytes) })
  const record = { seq, bytes: item.bytes }
  if (repair !== null) set(turn, { repair: { ...repair, read: [...repair.read, record] } })
  emit(turn, { type: 'store-record', record })
  journalFrom(turn, from, toJournalEntries({ ...item, seq }, consumed))
  scheduleCursor(turn)
  scheduleEpoch(turn)
  if (consumed.record.body.kind === 'epoch' && turn.state.connection.name === 'live') emit(turn, { type: 'announce' })
  if (sharing.dirty) enqueuePush(turn) // edits that waited for a role or a key may leave now, or are reported
  if (turn.state.log.preview?.seq === seq) return show(turn, [], { rest, own })
  readOn(turn, { rest, own })
}

/** Stops here: nothing after this item can be judged. */
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

/** `wasMissing`: whether text was missing from the log before this page. */
export const finishPage = (turn: Turn, wasMissing: boolean): void => {
  // Edits that waited for the missing text may leave now, and another device may have given back what a reader could not.
  if (wasMissing || turn.state.sharing.blocked === 'read-only') enqueuePush(turn)
  scheduleCursor(turn)
  scheduleCheckpoint(turn)
  readAgainWithKey(turn)
  if (turn.state.connection.name === 'live' && hidesEntries(turn.state.log)) refuse(turn, 'log-differs')
  tellChanged(turn)
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
