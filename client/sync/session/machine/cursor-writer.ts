/** Writes the cursor: how far the log was followed. It may lag, because replaying the log repairs any order of the writes. */
import { encodeCursor } from '#sync/log/cursor.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import { emit, isRunning, set, startTimer, stopTimer, type Turn } from './turn.ts'

/** The cursor is written at most this often, in ms: it may be 10 kB after 20,000 edits. */
const CURSOR_INTERVAL_MS = 1_000

/** Schedules a write, because the log went on. */
export const scheduleCursor = (turn: Turn): void => {
  if (!isRunning(turn, 'cursor')) startTimer(turn, 'cursor', CURSOR_INTERVAL_MS)
}

/** The cursor to write; `null` before the first item of the log. */
export const takeCursor = (turn: Turn): Uint8Array<ArrayBuffer> | null => {
  stopTimer(turn, 'cursor')
  const { log } = turn.state
  if (!turn.state.hasCursor && log.seq === 0 && log.preview === null) return null
  set(turn, { hasCursor: true })
  // While a checkpoint's copy is on screen the cursor stays at the start, so that after a restart the log is read and checked again.
  const kept = log.preview === null ? log : { ...startOfLog(log.workspace), preview: log.preview }
  return encodeCursor({ ...kept, records: kept.recordHashes.length })
}

export const writeCursor = (turn: Turn): void => {
  const cursor = takeCursor(turn)
  if (cursor !== null) emit(turn, { type: 'store-cursor', cursor })
}
