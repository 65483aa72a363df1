/**
 * Undo and redo of this person's own writing in the story. It lives as long as the plan is open and not as the editor, which
 * comes and goes with its screen. Only an editor undoes with it, and shows what it undoes.
 */
import * as Y from 'yjs'
import { storyOf } from '../document/plan-doc.ts'
import { holdsNothing } from '../document/written-by.ts'
import { isElsewhere, type Manager, NOWHERE, noteDone, type Place } from './undo-done.ts'

/** The editor adds its own origin (`addTrackedOrigin`); until then nothing is tracked. */
export const createStoryUndo = (doc: Y.Doc, place: Place = NOWHERE): Manager => {
  const story = storyOf(doc)
  const manager: Manager = new Y.UndoManager(story, {
    trackedOrigins: new Set(),
    captureTransaction: ({ meta }) => {
      if (isElsewhere(manager.undoStack, place)) manager.stopCapturing()
      return meta.get('addToHistory') !== false
    },
    // A paragraph or a list that I made stays where others have written in it.
    deleteFilter: holdsNothing,
  })
  // What I copy of theirs after it came is another step: taken back together with mine, their words would be nowhere.
  doc.on('afterTransaction', ({ local, changedParentTypes }: Y.Transaction) => {
    if (!local && changedParentTypes.has(story as never)) manager.stopCapturing()
  })
  noteDone(doc, manager, place)
  return manager
}
