/** The moment in which everything up to the relay's head has been read: what must hold before this device's own work leaves. */
import { equalBytes } from '#shared/protocol/bytes.ts'
import { shortHash } from '#shared/protocol/log.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import { proven } from '#sync/connection/backoff.ts'
import { remaining } from '#sync/environment.ts'
import { hidesEntries } from '#sync/log/log-state.ts'
import { scheduleCheckpoint } from './checkpoint.ts'
import { writeCursor } from './cursor-writer.ts'
import { scheduleEpoch } from './epochs.ts'
import type { AnswerEvent } from './events.ts'
import { putInFlight } from './outcomes.ts'
import { finishPage, noteMissing, showAwaitingKey } from './read-log.ts'
import { lose, refuse } from './relay-link.ts'
import { nextToGiveBack } from './repair.ts'
import type { State } from './state.ts'
import { ask, emit, enqueuePush, set, setConnection, tellChanged, type Turn } from './turn.ts'
import type { Task } from './work.ts'

/** The provider's watchdog bites after 30 s without a message: it is given one this often at most, in ms. */
const KEEP_ALIVE_MS = 5_000

/** The relay's records are the beginning of those that this device knew: it lost some. */
const knowsMore = ({ knownRecords, log }: State): boolean =>
  log.recordHashes.length < (knownRecords?.records.length ?? 0)

/** The relay has said that this is all; is it what this device knows, and may work begin? */
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

/** Finds first which text the log lacks: an entry must not build on what the relay lost (C3). */
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
  ask(turn, { type: 'find-missing', clocks: turn.state.log.clocks }, { kind: 'comparing', next: 'going-live' })
}

export const missingFound = (
  turn: Turn,
  { next }: Extract<Task, { readonly kind: 'comparing' }>,
  clients: readonly number[],
): void => {
  noteMissing(turn, clients)
  if (next === 'reading') return finishPage(turn, true)
  emit(turn, { type: 'announce' }) // before the provider says it on opening: a first state, of clock 0, is nobody's to y-protocols
  emit(turn, { type: 'open-socket' })
  enqueuePush(turn)
  scheduleEpoch(turn)
  scheduleCheckpoint(turn)
  tellChanged(turn)
}

/** Whatever a frame said, it came over a connection that is through. */
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

/** C3: one record after the other, as they were. Another device may be doing the same. */
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
 * All of the log is here, and it never held what the checkpoint said (K2). What I have written on top of it goes along as far
 * as it fits: text inside words that were never there has no place. Nobody lied where the relay has lost what it was made of,
 * and nobody can tell who lacks a key to the log.
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
