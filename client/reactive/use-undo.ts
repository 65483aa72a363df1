/** Undo and redo in an open plan: signals around the domain's undo, which lives as long as the plan is open. */
import { type Accessor, createContext, createSignal, onCleanup, useContext } from 'solid-js'
import type * as Y from 'yjs'
import { keepTogether } from '#domain/story/keep-together.ts'
import { restoreUndo } from '#domain/undo/stored-undo.ts'
import { createStoryUndo } from '#domain/undo/story-undo.ts'
import { createUndo } from '#domain/undo/undo.ts'
import { type Done, doneOf, type Place } from '#domain/undo/undo-done.ts'
import type { OpenPlan } from '#ports/open-plan.ts'

/** `null`: nothing to undo. */
export type Undoable = Pick<Done, 'kind' | 'screen'> | null

export type PlanUndo = {
  readonly undoable: Accessor<Undoable>
  readonly redoable: Accessor<Undoable>
  /**
   * Undoes the last act if it was done on the screen that is shown, and returns what was undone: acts on which others have
   * built since are passed over.
   */
  undo(): Undoable
  redo(): Undoable
  /** The story's own, for its editor. */
  readonly story: Y.UndoManager
}

export const UndoContext = createContext<PlanUndo>()

export const usePlanUndo = (): PlanUndo => {
  const undo = useContext(UndoContext)
  if (undo === undefined) throw new Error('A screen of a plan stands outside UndoContext.')
  return undo
}

export const createPlanUndo = ({ doc, undo: memory }: Pick<OpenPlan, 'doc' | 'undo'>, place: Place): PlanUndo => {
  const [plan, story] = [createUndo(doc, place), createStoryUndo(doc, place)]
  const { read } = restoreUndo(doc, { plan, story }, memory.stored)
  const top = (stack: Y.UndoManager['undoStack']): Undoable => toUndoable(stack.at(-1))
  const [undoable, setUndoable] = createSignal(top(plan.undoStack))
  const [redoable, setRedoable] = createSignal(top(plan.redoStack))
  const update = (): void => {
    setUndoable(top(plan.undoStack))
    setRedoable(top(plan.redoStack))
    memory.changed(read)
  }
  for (const manager of [plan, story])
    for (const event of ['stack-item-added', 'stack-item-updated', 'stack-item-popped', 'stack-cleared'] as const)
      manager.on(event, update)
  const stopKeeping = keepTogether(doc, [plan, story])
  onCleanup(() => {
    stopKeeping()
    plan.destroy()
    story.destroy()
  })
  const go = (act: 'undo' | 'redo') => (): Undoable => {
    const done = toUndoable(plan[act]())
    update() // also when nothing of the act was left
    return done
  }
  return { undoable, redoable, undo: go('undo'), redo: go('redo'), story }
}

const toUndoable = (item: Y.UndoManager['undoStack'][number] | null | undefined): Undoable =>
  item === null || item === undefined ? null : doneOf(item)
