/** Stores what undo keeps of an open plan: after a short pause, and at once when the page is hidden or the plan is closed. */
import type { StoredUndo } from '#domain/undo/stored-undo.ts'
import type { UndoMemory } from '#ports/open-plan.ts'
import type { LocalCopy } from '#storage/document/local-copy.ts'
import type { Environment } from '#sync/environment.ts'

/** One write for a few keys, in ms; a crash loses the undo of so much, and none of the writing. */
const PAUSE_MS = 300

export const createUndoMemory = (
  environment: Pick<Environment, 'now' | 'after'>,
  copy: Pick<LocalCopy, 'saveUndo'>,
  stored: StoredUndo,
): { readonly memory: UndoMemory; save(): void } => {
  let latest: ((now: number) => unknown) | null = null
  let stopTimer: (() => void) | null = null
  const save = (): void => {
    stopTimer?.()
    stopTimer = null
    if (latest !== null) copy.saveUndo(latest(environment.now()))
    latest = null
  }
  return {
    memory: {
      stored,
      changed(read) {
        latest = read
        stopTimer ??= environment.after(PAUSE_MS, save)
      },
    },
    save,
  }
}
