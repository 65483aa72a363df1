/**
 * A session's connection to the relay: attached when y-websocket asks for a socket, closed when either side ends it. It knows
 * what a connection takes, not what the frames mean.
 */
import { type CloseName, closeName, CLOSE } from '#shared/protocol/close-codes.ts'
import { PING_INTERVAL_MS, PONG_TIMEOUT_MS, PROTOCOL_VERSION } from '#shared/protocol/limits.ts'
import { shortHash } from '#shared/protocol/log.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import { backoffMs, ended, forgotten, NETWORK_LOST, unproven } from '#sync/connection/backoff.ts'
import { forgetRefusals } from './refusals.ts'
import type { RefusalReason } from '../../refusal-reason.ts'
import { type Connection, hasLine, inFlightOf, type State } from './state.ts'
import {
  ask,
  connect,
  dropWork,
  emit,
  enqueue,
  set,
  setConnection,
  setSharing,
  startTimer,
  stopTimer,
  tellChanged,
  type Turn,
  send,
} from './turn.ts'
import type { Purpose } from './in-flight.ts'
import type { Task } from './work.ts'

/** Close codes that end the session's connection for good, with the reason that people read. After any other code the device connects again. */
const REFUSALS: Partial<Record<CloseName, RefusalReason>> = {
  malformed: 'outdated-app',
  outdatedApp: 'outdated-app',
  unknown: 'unknown',
  removed: 'removed',
  logDiffers: 'log-differs',
}

/** Takes y-websocket's request for a connection, which comes once the back-off is over. */
export const scheduleAttach = (turn: Turn, socket: number): void => {
  setConnection(turn, { name: 'waiting', socket })
  startTimer(turn, 'retry', backoffMs(turn.state.backoff, turn.at.random))
}

export const attach = (turn: Turn): void => {
  const { connection } = turn.state
  if (connection.name !== 'waiting' || connection.socket === null) return
  connect(turn)
  setConnection(turn, { name: 'greeting', socket: connection.socket })
  // Nothing may be sent before the first message, so a silent relay is given the time of one pong.
  startTimer(turn, 'pong', PONG_TIMEOUT_MS)
  tellChanged(turn)
}

/** No frame may be sent before the hello: a relay that waits too long for one closes by itself (S1). */
const isGreeted = (connection: Connection): boolean =>
  connection.name === 'looking' ? connection.greeted : connection.name !== 'greeting'

/** Any message shows that the relay is there. */
export const noteMessage = (turn: Turn): void => {
  stopTimer(turn, 'pong')
  if (isGreeted(turn.state.connection)) startTimer(turn, 'ping', PING_INTERVAL_MS)
}
export const ping = (turn: Turn): void => {
  send(turn, { type: 'ping' })
  startTimer(turn, 'pong', PONG_TIMEOUT_MS)
}

/** Queues the close behind all frames that came before it. */
export const enqueueClosed = (turn: Turn, code: number): void => enqueue(turn, { kind: 'closed', code })

/** Answers the challenge with a hello: this person, and how far the log was read. */
export const answerChallenge = (turn: Turn, frame: Extract<RelayFrame, { readonly type: 'challenge' }>): void => {
  if (frame.version < PROTOCOL_VERSION) return closed(turn, CLOSE.overloaded) // an older relay will be updated, so the device connects again later
  const { setup, log, repair } = turn.state
  set(turn, { limits: frame.limits })
  setSharing(turn, { blocked: null }) // refused work is tried once on the next connection: there may be room by now
  const hello = {
    version: PROTOCOL_VERSION,
    identity: { kind: 'person', person: setup.me },
    workspace: setup.workspace,
    since: log.seq,
    logHash: shortHash(log.hash),
    start: 'log',
    root: log.seq === 0 ? (repair?.root ?? setup.root) : null,
  } as const
  ask(turn, { type: 'sign-hello', nonce: frame.nonce, hello }, { kind: 'signing', hello })
}

export const helloSigned = (
  turn: Turn,
  { hello }: Extract<Task, { readonly kind: 'signing' }>,
  signature: Uint8Array<ArrayBuffer>,
): void => {
  send(turn, { type: 'hello', ...hello, signature })
  const { connection } = turn.state
  if (connection.name === 'greeting') setConnection(turn, { name: 'pulling', socket: connection.socket })
  if (connection.name === 'looking') setConnection(turn, { ...connection, greeted: true })
  startTimer(turn, 'ping', PING_INTERVAL_MS)
}

/** The record will not be appended over this connection; its requester is told. */
export const answerOffline = (turn: Turn, purpose: Purpose): void => {
  if (purpose.kind === 'request') emit(turn, { type: 'answer-append', request: purpose.request, outcome: 'offline' })
}

/** Gives up the current task and answers the request behind it. */
export const giveUpTask = (turn: Turn): void => {
  const { task } = turn.state
  if (task?.kind === 'making') answerOffline(turn, task.purpose)
  if (task?.kind === 'checking' && task.reading.own?.kind === 'record') answerOffline(turn, task.reading.own.purpose)
  if (task?.kind === 'loading') emit(turn, { type: 'answer-repair', request: task.request, ok: true })
}

/**
 * Drops everything of this connection; committed appends show up in the next pull. Leaves nothing open, and does not report
 * why.
 */
export const drop = (turn: Turn): void => {
  const { connection, generation } = turn.state
  if (!hasLine(connection) && connection.name !== 'waiting' && connection.name !== 'looking') return
  giveUpTask(turn)
  for (const sent of inFlightOf(turn.state)) if (sent.kind === 'record') answerOffline(turn, sent.purpose)
  if (connection.name === 'live')
    for (const request of connection.settling) emit(turn, { type: 'answer-settle', request })
  if (hasLine(connection) || connection.name === 'looking') emit(turn, { type: 'disconnect' })
  dropWork(turn)
  set(turn, { generation: generation + 1, backoff: unproven(turn.state.backoff) })
  stopTimer(turn, 'retry')
  setConnection(turn, { name: 'waiting', socket: null })
  tellChanged(turn)
}

const socketOf = ({ state: { connection } }: Turn): number | null =>
  connection.name === 'waiting' || hasLine(connection) ? connection.socket : null

/** Ends the connection; y-websocket asks for another unless it was stopped. */
const close = (turn: Turn, code: number): void => {
  const socket = socketOf(turn)
  set(turn, { backoff: ended(turn.state.backoff, code, turn.at.elapsed) })
  drop(turn)
  if (socket !== null) emit(turn, { type: 'end-socket', code })
}

/** Gives the connection up; y-websocket tries again. */
export const lose = (turn: Turn): void => close(turn, NETWORK_LOST)

/** Gives the connection up for good. */
export const refuse = (turn: Turn, reason: RefusalReason, code: number = NETWORK_LOST): void => {
  emit(turn, { type: 'provider-rest' })
  close(turn, code)
  setConnection(turn, { name: 'refused', reason })
}

/** Handles a connection that the relay or the network has ended. */
export const closed = (turn: Turn, code: number): void => {
  const name = closeName(code)
  const reason = name && REFUSALS[name]
  const isTurnedAway = name === 'overloaded' || name === 'tooSlow'
  set(turn, { turnedAwaySince: isTurnedAway ? (turn.state.turnedAwaySince ?? turn.at.elapsed) : null })
  if (reason) refuse(turn, reason, code)
  else close(turn, code)
}

/** The network came back, so earlier failures no longer count. */
const resetBackoff = (turn: Turn): void => set(turn, { backoff: forgotten(turn.state.backoff) })

/** Makes y-websocket ask for a connection at once. */
export const connectAnew = (turn: Turn): void => {
  resetBackoff(turn)
  forgetRefusals(turn)
  stopTimer(turn, 'retry')
  setConnection(turn, { name: 'waiting', socket: null })
  emit(turn, { type: 'provider-disconnect' })
  emit(turn, { type: 'provider-connect' })
}

/** The time before an overloaded relay is reported to people, in ms: mostly it recovers sooner. */
const BUSY_MS = 60_000

/** Whether the relay has turned this device away for longer than that. `elapsed`: ms of the monotonic clock. */
export const isTurnedAway = ({ turnedAwaySince }: State, elapsed: number): boolean =>
  turnedAwaySince !== null && elapsed - turnedAwaySince >= BUSY_MS
