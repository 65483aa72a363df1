/**
 * The session as a machine: `step(state, event)` returns the next state and the effects that it asks of the world. Pure and
 * synchronous: no promise, no clock, no socket, no document. Items are read, sealed and sent strictly in order, whatever the
 * connection does, because one task runs at a time and everything else waits in the inbox.
 */
import { NETWORK_LOST } from '#sync/connection/backoff.ts'
import { startAnew, takeAnswer } from './answers.ts'
import { append } from './append.ts'
import { sendBatch } from './batching.ts'
import { writeCheckpoint } from './checkpoint.ts'
import { writeCursor } from './cursor-writer.ts'
import type { Effect } from './effects.ts'
import { epochTimer } from './epochs.ts'
import type { Event } from './events.ts'
import { frameDone, giveBack, takeLive } from './go-live.ts'
import { finish, stop } from './leave.ts'
import { look, stopLooking, takeLookFrame } from './look.ts'
import { greet, passPresence, takeAwareness, takePresence } from './presence.ts'
import { noteEdit, push, takeRefused } from './push.ts'
import { takeCommitted, takeItems } from './read-log.ts'
import {
  answerChallenge,
  attach,
  closed,
  connectAnew,
  drop,
  enqueueClosed,
  noteMessage,
  ping,
  scheduleAttach,
} from './relay-link.ts'
import { repair } from './repair.ts'
import { settle } from './settle.ts'
import { hasLine, type State } from './state.ts'
import { isCurrent } from './is-current.ts'
import type { TimerName } from './ticket.ts'
import { createTurn, emit, enqueue, set, stopTimer, type Turn } from './turn.ts'
import type { Work } from './work.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'

export type Step = { readonly state: State; readonly effects: readonly Effect[] }

export const step = (state: State, event: Event): Step => {
  if ('ticket' in event && !isCurrent(state, event.ticket)) return { state, effects: [] }
  const turn = createTurn(state, event.at)
  take(turn, event)
  work(turn)
  return { state: turn.state, effects: turn.effects }
}

/** Takes work from the inbox until a task waits for an answer. */
const work = (turn: Turn): void => {
  for (let next = turn.state.inbox[0]; next !== undefined && turn.state.task === null; next = turn.state.inbox[0]) {
    set(turn, { inbox: turn.state.inbox.slice(1) })
    perform(turn, next)
  }
}

const take = (turn: Turn, event: Event): void => {
  const { connection } = turn.state
  switch (event.type) {
    case 'start':
      if (connection.name !== 'waiting') return
      if (turn.state.log.preview !== null) emit(turn, { type: 'begin-replay', preview: turn.state.log.preview })
      return event.mayLook ? look(turn, 0, 1) : emit(turn, { type: 'provider-connect' })
    case 'edited':
      return noteEdit(turn)
    case 'client-changed':
      return set(turn, { setup: { ...turn.state.setup, own: event.own } })
    case 'socket-asked':
      return connection.name === 'waiting' ? scheduleAttach(turn, event.socket) : undefined
    case 'socket-left':
      return socketLeft(turn, event.socket)
    case 'awareness':
      return takeAwareness(turn, event)
    case 'append':
      return enqueue(turn, {
        kind: 'append',
        purpose: { kind: 'request', request: event.request, key: event.key, tries: 1 },
      })
    case 'flush':
      if (connection.name === 'stopped') return
      sendBatch(turn)
      return writeCursor(turn)
    case 'reconnect':
      return connection.name === 'waiting' ? connectAnew(turn) : undefined
    case 'repair':
    case 'settle':
      return enqueue(turn, { kind: event.type, request: event.request })
    case 'stop':
      return stop(turn, event.people)
    case 'message':
      return takeMessage(turn, event.frames)
    case 'closed':
      return connection.name === 'leaving' ? finish(turn) : enqueueClosed(turn, event.code)
    case 'network-lost':
      return connection.name === 'leaving' ? finish(turn) : enqueueClosed(turn, NETWORK_LOST)
    case 'timer':
      return event.ticket.what === 'timer' ? takeTimer(turn, event.ticket.name) : undefined
    case 'bug':
      return startAnew(turn)
    case 'hello-signed':
    case 'entries-opened':
    case 'record-checked':
    case 'entry-sealed':
    case 'record-made':
    case 'record-not-made':
    case 'presence-sealed':
    case 'presence-opened':
    case 'checkpoint-opened':
    case 'cursor-kept':
    case 'records-loaded':
    case 'applied':
    case 'missing-found':
    case 'unshared-found':
    case 'diffed':
    case 'document-copied':
    case 'replayed':
    case 'replay-settled':
    case 'awareness-left':
    case 'failed':
      return takeAnswer(turn, event)
  }
}

/** Handles a socket that y-websocket closed by itself. */
const socketLeft = (turn: Turn, socket: number): void => {
  const { connection } = turn.state
  if (!(connection.name === 'waiting' || hasLine(connection)) || connection.socket !== socket) return
  if (connection.name === 'leaving') finish(turn)
  else drop(turn)
}

const takeMessage = (turn: Turn, frames: readonly RelayFrame[] | null): void => {
  if (turn.state.connection.name === 'leaving') return
  noteMessage(turn)
  if (frames === null) return enqueueClosed(turn, NETWORK_LOST)
  enqueue(turn, { kind: 'frames', frames, next: 0 })
}

const takeTimer = (turn: Turn, name: TimerName): void => {
  stopTimer(turn, name)
  switch (name) {
    case 'batch':
      return sendBatch(turn)
    case 'cursor':
      return writeCursor(turn)
    case 'epoch':
      return epochTimer(turn)
    case 'checkpoint':
      return enqueue(turn, { kind: 'checkpoint' })
    case 'presence':
      return passPresence(turn)
    case 'ping':
      return ping(turn)
    case 'pong':
      return turn.state.connection.name === 'leaving' ? finish(turn) : enqueueClosed(turn, NETWORK_LOST)
    case 'answer':
      return enqueueClosed(turn, NETWORK_LOST)
    case 'retry':
      return attach(turn)
    case 'give-back':
      return enqueue(turn, { kind: 'give-back' })
    case 'look':
      return stopLooking(turn)
  }
}

const perform = (turn: Turn, next: Work): void => {
  const { connection } = turn.state
  switch (next.kind) {
    case 'frame':
      return connection.name === 'looking' ? takeLookFrame(turn, connection, next.frame) : takeFrame(turn, next.frame)
    case 'frames':
      return takeNextFrame(turn, next)
    case 'frame-done':
      return frameDone(turn)
    case 'closed':
      return connection.name === 'looking' ? stopLooking(turn) : closed(turn, next.code)
    case 'push':
      return push(turn)
    case 'append':
      return append(turn, next.purpose)
    case 'checkpoint':
      return writeCheckpoint(turn)
    case 'give-back':
      return giveBack(turn)
    case 'greet':
      return greet(turn, next.update)
    case 'repair':
      return repair(turn, next.request)
    case 'settle':
      return settle(turn, next.request)
  }
}

/** Takes one frame of a message; the others keep their place before everything that came later. */
const takeNextFrame = (turn: Turn, { frames, next }: Extract<Work, { readonly kind: 'frames' }>): void => {
  const frame = frames[next]
  if (frame === undefined) return
  if (next + 1 < frames.length) set(turn, { inbox: [{ kind: 'frames', frames, next: next + 1 }, ...turn.state.inbox] })
  perform(turn, { kind: 'frame', frame })
}

const takeFrame = (turn: Turn, frame: RelayFrame): void => {
  set(turn, { inbox: [{ kind: 'frame-done' }, ...turn.state.inbox] })
  switch (frame.type) {
    case 'challenge':
      return answerChallenge(turn, frame)
    case 'items':
      return takeItems(turn, frame)
    case 'live':
      return takeLive(turn, frame)
    case 'committed':
      return takeCommitted(turn, frame)
    case 'refused':
      return takeRefused(turn, frame.reason)
    case 'presence':
      return takePresence(turn, frame)
    case 'workspaces':
    case 'pong':
  }
}
