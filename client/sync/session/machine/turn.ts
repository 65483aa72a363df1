/**
 * The draft of one step: the state and the effects so far. It lives inside `step` and nowhere else; the state that came in is
 * never changed.
 */
import type { AppFrame } from '#shared/protocol/app-frames.ts'
import type { LogState } from '#sync/log/log-state.ts'
import type { AskingEffect, Effect } from './effects.ts'
import type { Moment } from './events.ts'
import { isOfConnection, type Doing, type Work } from './work.ts'
import type { Connection, Sharing, State } from './state.ts'
import { SESSION_TIMERS, TABLE } from './table.ts'
import type { Ticket, TimerName } from './ticket.ts'

export type Turn = {
  readonly at: Moment
  state: State
  readonly effects: Effect[]
  /** Whether the log is already this step's own copy, into which all items of a page go. */
  ownsLog: boolean
}

export const createTurn = (state: State, at: Moment): Turn => ({ at, state, effects: [], ownsLog: false })

export const set = (turn: Turn, part: Partial<State>): void => {
  turn.state = { ...turn.state, ...part }
}
export const setSharing = (turn: Turn, part: Partial<Sharing>): void =>
  set(turn, { sharing: { ...turn.state.sharing, ...part } })

/** Stops every timer that may not run in the new state. */
export const setConnection = (turn: Turn, connection: Connection): void => {
  set(turn, { connection })
  const may = [...SESSION_TIMERS, ...TABLE[connection.name].timers]
  for (const name of Object.keys(turn.state.timers) as TimerName[]) if (!may.includes(name)) stopTimer(turn, name)
}

export const emit = (turn: Turn, effect: Effect): void => void turn.effects.push(effect)

/** Throws where the table does not allow this frame: that is a bug of the caller. */
export const send = (turn: Turn, frame: AppFrame): void => {
  const { name } = turn.state.connection
  if (!TABLE[name].sends.includes(frame.type)) throw new Error(`A session that is ${name} sends no ${frame.type}.`)
  emit(turn, { type: 'send', frame })
}

/** The session's owner is told once a step. */
export const tellChanged = (turn: Turn): void => {
  if (!turn.effects.some(({ type }) => type === 'changed')) emit(turn, { type: 'changed' })
}

/** A copy of the log state that this step may change in place. */
export const draftLog = (turn: Turn): LogState => {
  if (!turn.ownsLog) {
    const { log } = turn.state
    turn.ownsLog = true
    set(turn, {
      log: {
        ...log,
        recordHashes: [...log.recordHashes],
        hashes: new Map(log.hashes),
        clocks: new Map(log.clocks),
        deletes: new Map(log.deletes),
        authors: new Map(log.authors),
        taken: new Set(log.taken),
        missedEpochs: new Set(log.missedEpochs),
      },
    })
  }
  return turn.state.log
}

const nextTicket = (turn: Turn): { readonly generation: number; readonly sequence: number } => {
  const sequence = turn.state.sequence + 1
  set(turn, { sequence })
  return { generation: turn.state.generation, sequence }
}

type WithoutTicket<Asked> = Asked extends unknown ? Omit<Asked, 'ticket'> : never
type Question = WithoutTicket<Exclude<AskingEffect, { readonly type: 'start-timer' | 'connect' }>>

/** Asks an effect of the world; `doing` continues once it is answered. The inbox waits. */
export const ask = (turn: Turn, question: Question, doing: Doing): void => {
  const ticket: Ticket = { what: 'task', ...nextTicket(turn) }
  set(turn, { task: { ...doing, ticket } })
  emit(turn, { ...question, ticket })
}

/** The connection's own ticket; events of an earlier connection are stale. */
export const connect = (turn: Turn): void => {
  set(turn, { generation: turn.state.generation + 1 })
  emit(turn, { type: 'connect', ticket: { what: 'connection', ...nextTicket(turn) } })
}

export const isRunning = (turn: Turn, name: TimerName): boolean => turn.state.timers[name] !== undefined

export const stopTimer = (turn: Turn, name: TimerName): void => {
  if (!isRunning(turn, name)) return
  const { [name]: _, ...timers } = turn.state.timers
  set(turn, { timers })
  emit(turn, { type: 'stop-timer', name })
}

/** Starts a timer in place of the running one of this name. */
export const startTimer = (turn: Turn, name: TimerName, ms: number): void => {
  stopTimer(turn, name)
  const ticket: Ticket = { what: 'timer', name, ...nextTicket(turn) }
  set(turn, { timers: { ...turn.state.timers, [name]: ticket.sequence } })
  emit(turn, { type: 'start-timer', name, ms, ticket })
}

export const enqueue = (turn: Turn, work: Work): void => set(turn, { inbox: [...turn.state.inbox, work] })

/** Drops the task and all work of the ended connection. */
export const dropWork = (turn: Turn): void =>
  set(turn, { inbox: turn.state.inbox.filter((work) => !isOfConnection(work)), task: null })

/** Asks for a push, which also finds out whether everything is shared. A push that waits already will do. */
export const enqueuePush = (turn: Turn): void => {
  if (!turn.state.inbox.some(({ kind }) => kind === 'push')) enqueue(turn, { kind: 'push' })
}
