/** The log is read from its start once more: because it contradicts what is known, or because a key that was missing has come. */
import { startOfLog } from '#sync/log/log-state.ts'
import { lose } from './relay-link.ts'
import { emit, set, type Turn } from './turn.ts'

/** Whose the clientIDs are stays true meanwhile, and so does that a checkpoint's copy is to be checked. */
export const readFromStart = (turn: Turn): void => {
  const { authors, preview } = turn.state.log
  turn.ownsLog = false
  set(turn, { log: { ...startOfLog(turn.state.setup.workspace), authors, preview }, awaitingKey: [] })
  if (preview !== null) emit(turn, { type: 'begin-replay', preview })
}

/** A key that was missing has come: what could not be opened without it is read again. */
export const readAgainWithKey = (turn: Turn): void => {
  const { log, ring } = turn.state
  if (![...log.missedEpochs].some((epoch) => ring.keys.has(epoch))) return
  readFromStart(turn)
  lose(turn)
}
