/** Reading the log again from its start: because it contradicts the known records, or because a missing key has come. */
import { startOfLog } from '#sync/log/log-state.ts'
import { lose } from './relay-link.ts'
import { emit, set, type Turn } from './turn.ts'

/** The authors of the clientIDs stay known meanwhile, and a checkpoint's copy is still to be checked. */
export const readFromStart = (turn: Turn): void => {
  const { authors, taken, preview } = turn.state.log
  turn.ownsLog = false
  set(turn, { log: { ...startOfLog(turn.state.setup.workspace), authors, taken, preview }, awaitingKey: [] })
  if (preview !== null) emit(turn, { type: 'begin-replay', preview })
}

/** Reads the log again once a missing key has come, to open the entries sealed with it. */
export const readAgainWithKey = (turn: Turn): void => {
  const { log, ring } = turn.state
  if (![...log.missedEpochs].some((epoch) => ring.keys.has(epoch))) return
  readFromStart(turn)
  lose(turn)
}
