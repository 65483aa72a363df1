/**
 * Lends the story's undo to one editor. Undo lives as long as the plan is open, but y-tiptap destroys the manager that it is
 * given together with its editor, and leaves listeners behind that hold the editor: those end here, and the manager goes on.
 */
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { UndoManager } from 'yjs'

type Listening = (name: string, listener: (...args: readonly unknown[]) => void) => unknown

export const lendUndo = (manager: UndoManager): UndoManager => {
  manager.addTrackedOrigin(ySyncPluginKey)
  const listening: Parameters<Listening>[] = []
  const { on, off } = manager as unknown as { on: Listening; off: Listening }
  const lent: Partial<UndoManager> = {
    undo: () => manager.undo(),
    redo: () => manager.redo(),
    stopCapturing: () => manager.stopCapturing(),
    clear: (undo, redo) => manager.clear(undo, redo),
    destroy: () => {
      for (const [name, listener] of listening.splice(0)) off.call(manager, name, listener)
    },
  }
  const hear: Listening = (name, listener) => {
    listening.push([name, listener])
    return on.call(manager, name, listener)
  }
  return Object.assign(Object.create(manager), lent, { on: hear }) as UndoManager // all else is read from the manager itself
}
