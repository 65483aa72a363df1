/**
 * Keeps the cursor while others write. y-tiptap remembers the selection twice: relative to the shared text, which holds, and
 * as a number in the document of that moment. It looks the number up in the document of a later moment (after an undo, or
 * when Yjs makes a second transaction of one change) and throws where that is shorter: the change then stays off the screen.
 * The number is forgotten as soon as its document is gone; the relative position does the rest.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

type Binding = { readonly doc: Y.Doc; beforeTransactionSelection: object | null }

export const LastingSelection = Extension.create({
  name: 'lastingSelection', // of the usual priority: its listeners come after those that Collaboration brings
  addProseMirrorPlugins: () => [
    new Plugin({
      view: ({ state }) => {
        const { binding } = ySyncPluginKey.getState(state) as { binding: Binding }
        const { undoManager } = yUndoPluginKey.getState(state) as { undoManager: Y.UndoManager }
        const forgetNumbers = (): void => {
          const selection = binding.beforeTransactionSelection
          if (selection !== null) binding.beforeTransactionSelection = { ...selection, absAnchor: null, absHead: null }
        }
        undoManager.on('stack-item-popped', forgetNumbers)
        binding.doc.on('afterTransaction', forgetNumbers)
        return {
          destroy: () => {
            undoManager.off('stack-item-popped', forgetNumbers)
            binding.doc.off('afterTransaction', forgetNumbers)
          },
        }
      },
    }),
  ],
})
