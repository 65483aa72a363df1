/** Writes down how far the log was followed. The cursor may lag: whatever order the writes take, replaying heals it. */
import type { StoredRecord, SyncStore } from '#storage/sync/sync-store.ts'
import { encodeCursor } from './cursor.ts'
import type { Environment, Stop } from '../environment.ts'
import { type LogState, startOfLog } from './log-state.ts'

/** The cursor is written at most this often, in ms: it may be 10 kB after 20,000 edits. */
const CURSOR_INTERVAL_MS = 1_000

export type Keeper = {
  record(seq: number, bytes: Uint8Array<ArrayBuffer>): void
  /** Instead of all that are kept: the log has given them other places (C3). */
  replaceRecords(records: readonly StoredRecord[]): void
  /** The state moved on. */
  moved(): void
  /** Writes the cursor now. Resolves when all of this is durable or has failed: whether the cursor was kept. */
  flush(): Promise<boolean>
}

/** `begun`: a cursor is kept already. Before the first word of the log there is nothing to say, and none says so (isNewHere). */
export const createKeeper = (
  store: SyncStore,
  environment: Environment,
  begun: boolean,
  state: () => LogState,
  failed: (error: unknown) => void,
): Keeper => {
  let hasBegun = begun
  let writing: Promise<boolean> = Promise.resolve(true)
  let stopTimer: Stop | null = null
  const write = (task: () => Promise<void>): void => {
    writing = writing.then(task).then(
      () => true,
      (error: unknown) => (failed(error), false),
    )
  }
  const saveCursor = (): void => {
    stopTimer?.()
    stopTimer = null
    const current = state()
    hasBegun ||= current.seq > 0 || current.preview !== null
    if (!hasBegun) return
    // What is on screen is no log's yet: whoever starts again reads the log from its start, and knows why.
    const kept = current.preview === null ? current : { ...startOfLog(current.workspace), preview: current.preview }
    const cursor = encodeCursor({ ...kept, records: kept.recordHashes.length })
    write(() => store.saveCursor(cursor))
  }
  return {
    record: (seq, bytes) => write(() => store.addRecords([{ seq, bytes }])),
    replaceRecords(records) {
      write(() => store.replaceRecords(records))
      saveCursor()
    },
    moved() {
      stopTimer ??= environment.after(CURSOR_INTERVAL_MS, saveCursor)
    },
    flush() {
      saveCursor()
      return writing
    },
  }
}
