/** The end of a session: the others see at once that this person left, and no work stays running. */
import { currentEpoch } from '#shared/chain/chain.ts'
import { writeCursor } from './cursor-writer.ts'
import { hasGreeted } from './presence.ts'
import { answerOffline, drop, giveUpTask } from './relay-link.ts'
import { liveChain } from './state.ts'
import { SESSION_TIMERS } from './table.ts'
import { ask, emit, set, setConnection, stopTimer, type Turn, send } from './turn.ts'
import type { Task } from './work.ts'

/** Answers every request that is still open. */
const answerAll = (turn: Turn): void => {
  giveUpTask(turn)
  for (const work of turn.state.inbox) {
    if (work.kind === 'append') answerOffline(turn, work.purpose)
    if (work.kind === 'repair') emit(turn, { type: 'answer-repair', request: work.request, ok: true })
    if (work.kind === 'settle') emit(turn, { type: 'answer-settle', request: work.request })
  }
  set(turn, { inbox: [], task: null })
}

export const finish = (turn: Turn): void => {
  answerAll(turn)
  drop(turn)
  for (const name of SESSION_TIMERS) stopTimer(turn, name)
  writeCursor(turn)
  setConnection(turn, { name: 'stopped' })
  emit(turn, { type: 'provider-destroy' })
  emit(turn, { type: 'stopped' })
}

/** Says goodbye. `people`: the number of people present. Without a goodbye, the others notice only after a while. */
export const stop = (turn: Turn, people: number): void => {
  const { connection, ring, setup } = turn.state
  if (connection.name === 'stopped' || connection.name === 'leaving') return
  const chain = liveChain(turn.state)
  const epoch = chain && currentEpoch(chain).number
  const keys = epoch === null ? undefined : ring.keys.get(epoch)
  const salt = setup.own.salts.get(setup.own.current)
  const isHeard = connection.name === 'live' && hasGreeted(turn.state) && people > 1
  if (!isHeard || epoch === null || keys === undefined || salt === undefined) return finish(turn)
  answerAll(turn)
  for (const sent of connection.inFlight) if (sent.kind === 'record') answerOffline(turn, sent.purpose)
  for (const request of connection.settling) emit(turn, { type: 'answer-settle', request })
  setConnection(turn, { name: 'leaving', socket: connection.socket })
  ask(turn, { type: 'leave-awareness' }, { kind: 'leaving', keys, epoch, salt })
}

/** y-websocket reports that this person's state is gone, and the others are told. */
export const awarenessLeft = (
  turn: Turn,
  { keys, epoch, salt }: Extract<Task, { readonly kind: 'leaving' }>,
  update: Uint8Array,
): void => ask(turn, { type: 'seal-presence', keys, epoch, salt, update }, { kind: 'saying-goodbye', epoch })

export const goodbyeSealed = (turn: Turn, epoch: number, sealed: Uint8Array<ArrayBuffer> | null): void => {
  if (sealed !== null) send(turn, { type: 'presence', epoch, sealed })
  finish(turn)
}
