/** Settling: a session that is about to stop waits until nothing is in flight. */
import { emit, setConnection, type Turn } from './turn.ts'

export const settle = (turn: Turn, request: number): void => {
  const { connection } = turn.state
  if (connection.name !== 'live' || connection.inFlight.length === 0)
    return emit(turn, { type: 'answer-settle', request })
  setConnection(turn, { ...connection, settling: [...connection.settling, request] })
}
