/** The relay's answers to appends: each takes the oldest append in flight and is passed on to its requester. */
import { scheduleEpoch } from './epochs.ts'
import type { Purpose, RecordOutcome, Sent } from './in-flight.ts'
import { REFUSED_MS, refusalMs } from './refusals.ts'
import { refuse } from './relay-link.ts'
import { emit, enqueue, isRunning, send, setConnection, startTimer, stopTimer, type Turn } from './turn.ts'

/** The number of times a record is made anew because another record came first. */
const MAX_TRIES = 5

/** An append that is not answered for so long, in ms, was lost: the largest item takes 40 s at 100 kB a second, and a commit a second. */
const ANSWER_MS = 60_000

/** 'invalid' is told only after several tries on a chain that others kept moving, or when a rule forbids it. */
export const answered = (turn: Turn, purpose: Purpose, outcome: RecordOutcome): void => {
  const pause = refusalMs(turn.state, turn.at.elapsed)
  switch (purpose.kind) {
    case 'request':
      if (outcome === 'invalid' && purpose.tries < MAX_TRIES && pause === 0)
        return enqueue(turn, { kind: 'append', purpose: { ...purpose, tries: purpose.tries + 1 } })
      return emit(turn, { type: 'answer-append', request: purpose.request, outcome })
    case 'epoch':
      if (outcome === 'invalid' && purpose.tries < MAX_TRIES && pause === 0)
        return enqueue(turn, { kind: 'append', purpose: { ...purpose, tries: purpose.tries + 1 } })
      return scheduleEpoch(turn, outcome === 'done' ? 0 : Math.max(REFUSED_MS, pause))
    case 'repair':
      if (outcome === 'done') return enqueue(turn, { kind: 'give-back' })
      if (outcome === 'invalid' || outcome === 'rate' || outcome === 'relay-full')
        return startTimer(turn, 'give-back', pause)
      if (outcome !== 'offline') refuse(turn, 'log-differs')
  }
}

export const putInFlight = (turn: Turn, sent: Sent): void => {
  const { connection } = turn.state
  if (connection.name !== 'live' && connection.name !== 'repairing') throw new Error('Nothing may be sent here.')
  setConnection(turn, { ...connection, inFlight: [...connection.inFlight, sent] })
  if (!isRunning(turn, 'answer')) startTimer(turn, 'answer', ANSWER_MS)
  send(turn, { type: 'append', item: sent.bytes })
}

/** Takes the oldest append in flight, which the relay has just answered; `null` when nothing was in flight. */
export const takeInFlight = (turn: Turn): Sent | null => {
  const { connection } = turn.state
  if (connection.name !== 'live' && connection.name !== 'repairing') return null
  const [oldest, ...rest] = connection.inFlight
  if (oldest === undefined) return null
  if (rest.length === 0) stopTimer(turn, 'answer')
  else startTimer(turn, 'answer', ANSWER_MS)
  if (connection.name === 'live' && rest.length === 0) {
    for (const request of connection.settling) emit(turn, { type: 'answer-settle', request })
    setConnection(turn, { ...connection, inFlight: rest, settling: [] })
  } else setConnection(turn, { ...connection, inFlight: rest })
  return oldest
}
