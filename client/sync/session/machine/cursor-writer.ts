/** Writes down how far the log was followed. The cursor may lag: whatever order the writes take, replaying heals it. */
import { encodeCursor } from '#sync/log/cursor.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import { emit, isRunning, set, startTimer, stopTimer, type Turn } from './turn.ts'

/** The cursor is written at most this often, in ms: it may be 10 kB after 20,000 edits. */
const CURSOR_INTERVAL_MS = 1_000

/** The log went on. */
export const scheduleCursor = (turn: Turn): void => {
  if (!isRunning(turn, 'cursor')) startTimer(turn, 'cursor', CURSOR_INTERVAL_MS)
}

/** `null`: nothing of the log is here yet, and that is not to be said. */
export const takeCursor = (turn: Turn): Uint8Array<ArrayBuffer> | null => {
  stopTimer(turn, 'cursor')
  const { log } = turn.state
  if (!turn.state.hasCursor && log.seq === 0 && log.preview === null) return null
  set(turn, { hasCursor: true })
  // The document on screen is a checkpoint's, not the log's yet: after a restart the log is read from its start, and checked again.
  const kept = log.preview === null ? log : { ...startOfLog(log.workspace), preview: log.preview }
  return encodeCursor({ ...kept, records: kept.recordHashes.length })
}

export const writeCursor = (turn: Turn): void => {
  const cursor = takeCursor(turn)
  if (cursor !== null) emit(turn, { type: 'store-cursor', cursor })
}
