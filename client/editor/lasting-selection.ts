/**
 * Keeps the cursor while others write. y-tiptap remembers the selection twice: relative to the shared text, and as a number in
 * the document of that moment, by which it checks the first. It looks the number up in the document of a later moment (after
 * an undo, or when Yjs makes a second transaction of one change) and throws where that is shorter: the change then stays off
 * the screen. A number that lies outside is forgotten here; one that lies inside still corrects the relative position.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

type Numbers = { readonly absAnchor?: number | null; readonly absHead?: number | null }
type Binding = { readonly doc: Y.Doc; beforeTransactionSelection: Numbers | null }

export const LastingSelection = Extension.create({
  name: 'lastingSelection', // of the usual priority: its listeners come after those that Collaboration brings
  addProseMirrorPlugins: () => [
    new Plugin({
      view: (view) => {
        const { binding } = ySyncPluginKey.getState(view.state) as { binding: Binding }
        const { undoManager } = yUndoPluginKey.getState(view.state) as { undoManager: Y.UndoManager }
        const forgetOutside = (): void => {
          const selection = binding.beforeTransactionSelection
          const { size } = view.state.doc.content
          if (selection === null || Math.max(selection.absAnchor ?? 0, selection.absHead ?? 0) <= size) return
          binding.beforeTransactionSelection = { ...selection, absAnchor: null, absHead: null }
        }
        undoManager.on('stack-item-popped', forgetOutside)
        binding.doc.on('afterTransaction', forgetOutside)
        return {
          destroy: () => {
            undoManager.off('stack-item-popped', forgetOutside)
            binding.doc.off('afterTransaction', forgetOutside)
          },
        }
      },
    }),
  ],
})
