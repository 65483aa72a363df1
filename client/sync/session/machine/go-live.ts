/** Going live once the log is read up to the relay's head: the checks that come before this device's own work leaves. */
import { equalBytes } from '#shared/protocol/bytes.ts'
import { shortHash } from '#shared/protocol/log.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import { proven } from '#sync/connection/backoff.ts'
import { remaining } from '#sync/environment.ts'
import { authorAt, hidesEntries } from '#sync/log/log-state.ts'
import { scheduleCheckpoint } from './checkpoint.ts'
import { writeCursor } from './cursor-writer.ts'
import { scheduleEpoch } from './epochs.ts'
import type { AnswerEvent } from './events.ts'
import { putInFlight } from './outcomes.ts'
import { journalWhole } from './journal.ts'
import { finishPage, showAwaitingKey } from './read-log.ts'
import { lose, refuse } from './relay-link.ts'
import { nextToGiveBack } from './repair.ts'
import type { State } from './state.ts'
import { ask, emit, enqueuePush, set, setConnection, setSharing, tellChanged, type Turn } from './turn.ts'
import type { Task } from './work.ts'

/** The least time between messages to the provider, in ms; its watchdog closes the socket after 30 s without one. */
const KEEP_ALIVE_MS = 5_000

/** Whether the relay lost records: its chain is a beginning of the one that this device knew. */
const knowsMore = ({ knownRecords, log }: State): boolean =>
  log.recordHashes.length < (knownRecords?.records.length ?? 0)

/** Checks the whole log against what this device knows, before its work leaves. */
export const takeLive = (turn: Turn, frame: Extract<RelayFrame, { readonly type: 'live' }>): void => {
  set(turn, { relayClock: { now: frame.now, elapsed: turn.at.elapsed } })
  const { connection, log, repair } = turn.state
  if (connection.name !== 'greeting' && connection.name !== 'pulling' && connection.name !== 'repairing') return
  const differs = frame.head !== log.seq || !equalBytes(frame.logHash, shortHash(log.hash))
  if (differs || hidesEntries(log)) return refuse(turn, 'log-differs')
  if (repair !== null) return giveBack(turn)
  if (knowsMore(turn.state)) return refuse(turn, 'log-differs')
  if (log.preview !== null) return rejectCheckpoint(turn, false)
  beginLive(turn)
}

/** Finds the text that the log lacks, because an entry must not build on text that the relay lost (C3). */
const beginLive = (turn: Turn): void => {
  const { connection } = turn.state
  if (connection.name !== 'greeting' && connection.name !== 'pulling' && connection.name !== 'repairing') return
  setConnection(turn, {
    name: 'live',
    socket: connection.socket,
    inFlight: connection.name === 'repairing' ? connection.inFlight : [],
    presence: { waiting: null, sentAt: -Infinity },
    greetedEpoch: null,
    settling: [],
  })
  journalWhole(turn)
  ask(turn, { type: 'find-missing', clocks: turn.state.log.clocks }, { kind: 'comparing', next: 'going-live' })
}

/** `null`: the author is unknown; a device that could not store its salt does not recognise its own text (PROTOCOL.md §5). */
const noteMissing = (turn: Turn, clients: readonly number[]): void => {
  const people = clients.map((client) => authorAt(turn.state.log, client))
  setSharing(turn, { missingFromLog: [...new Set(people)] })
}

export const missingFound = (
  turn: Turn,
  { next }: Extract<Task, { readonly kind: 'comparing' }>,
  clients: readonly number[],
): void => {
  noteMissing(turn, clients)
  if (next === 'reading') return finishPage(turn, true)
  emit(turn, { type: 'announce' }) // before the provider sends it on opening: y-protocols ignores a first state, of clock 0
  emit(turn, { type: 'open-socket' })
  enqueuePush(turn)
  scheduleEpoch(turn)
  scheduleCheckpoint(turn)
  tellChanged(turn)
}

/** Any frame proves that the connection was admitted. */
export const frameDone = (turn: Turn): void => {
  if (turn.state.connection.name !== 'live') return
  const { now, elapsed } = turn.at
  set(turn, { backoff: proven(turn.state.backoff, elapsed), turnedAwaySince: null })
  if (remaining(KEEP_ALIVE_MS, turn.state.keptAliveAt, now) === 0) {
    set(turn, { keptAliveAt: now })
    emit(turn, { type: 'keep-alive' })
  }
  showAwaitingKey(turn)
}

/** C3: gives the lost records back one by one, byte for byte. Another device may be doing the same. */
export const giveBack = (turn: Turn): void => {
  const { connection, repair, log } = turn.state
  if (repair === null) return
  if (connection.name !== 'greeting' && connection.name !== 'pulling' && connection.name !== 'repairing') return
  const next = nextToGiveBack(repair, turn.state)
  if (connection.name !== 'repairing')
    setConnection(turn, { name: 'repairing', socket: connection.socket, inFlight: [] })
  if (next !== null) return putInFlight(turn, { kind: 'record', bytes: next, purpose: { kind: 'repair' } })
  set(turn, { repair: null })
  emit(turn, { type: 'replace-records', records: repair.read })
  writeCursor(turn)
  if (log.preview === null) beginLive(turn)
  else rejectCheckpoint(turn, true)
}

/**
 * Replaces the preview: the whole log is here and never held what the checkpoint said (K2). This device's own work goes along
 * as far as it fits: text inside words that were never there has no place. The checkpoint's author is not accused when the
 * relay may have lost the log that it was made of, or when a key to the log is missing.
 */
const rejectCheckpoint = (turn: Turn, wasRepaired: boolean): void => {
  const { clocks, missedEpochs, preview, seq } = turn.state.log
  const isLost = wasRepaired || preview === null || seq <= preview.seq // a checkpoint stands behind what it covers
  const isLie = !isLost && missedEpochs.size === 0
  ask(turn, { type: 'settle-replay', clocks }, { kind: 'settling-replay', isLie })
}

export const replaySettled = (
  turn: Turn,
  { isLie }: Extract<Task, { readonly kind: 'settling-replay' }>,
  { document, lost }: Extract<AnswerEvent, { readonly type: 'replay-settled' }>,
): void => {
  const { preview } = turn.state.log
  const author = isLie && preview !== null ? preview.author : null
  const seq = preview?.seq ?? 0
  emit(turn, { type: 'alarm', alarm: { kind: 'bad-checkpoint', author, seq, lost, at: null, item: null } })
  emit(turn, { type: 'provider-rest' })
  lose(turn)
  setConnection(turn, { name: 'checkpoint-rejected' })
  emit(turn, { type: 'checkpoint-rejected', document })
}
