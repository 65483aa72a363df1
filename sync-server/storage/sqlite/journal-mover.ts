/** When the journal's entries move to the tables: a moment after their commit, in slices between which others are served. */
import { MAX_TURN_BYTES } from '../../workspace/limits.ts'
import type { Journal, Slice } from './journal.ts'

export type JournalMover = {
  /** There is something to move. */
  soon(): void
  stop(): void
}

/** Entries wait this long for others, in ms: what the next second brings is mostly written to the same pages. */
export const MOVE_LATER_MS = 1_000
/** What is moved in one transaction, some milliseconds in which nobody is served. The bytes are those of a turn's commit. */
const SLICE: Slice = { items: 500, bytes: MAX_TURN_BYTES }
/**
 * With more items than this left, the next move waits for nothing: more come in than a second's rest allows for. More of them
 * at once cost each less, because more go to the same pages.
 */
const BACKLOG = { items: 5_000, slice: { ...SLICE, items: 2_000 } }

/** Tries again a moment later when a move fails; then everything is still in the journal. */
export const createJournalMover = (
  journal: Journal,
  laterMs: number,
  onFailed: (error: unknown) => void,
): JournalMover => {
  let moving = false
  let timer: NodeJS.Timeout | undefined
  let turn: NodeJS.Immediate | undefined

  const soon = (): void => {
    if (moving || journal.size() === 0) return
    moving = true
    timer = setTimeout(() => moveUpTo(journal.lastRow()), laterMs).unref()
  }
  const rest = (): void => {
    moving = false
    soon()
  }
  /** What comes meanwhile waits for its own moment, or every turn would move what the last one brought. */
  const moveUpTo = (last: number): void => {
    const isBehind = journal.size() > BACKLOG.items
    try {
      journal.moveSome(last, isBehind ? BACKLOG.slice : SLICE)
    } catch (error) {
      rest()
      onFailed(error)
      return
    }
    if (journal.firstRow() <= last || isBehind) turn = setImmediate(moveUpTo, isBehind ? journal.lastRow() : last)
    else rest()
  }
  return {
    soon,
    stop: () => {
      clearTimeout(timer)
      clearImmediate(turn)
    },
  }
}
