/**
 * Backspace in an empty line takes that line away. ProseMirror takes the empty one before it instead, in which somebody else may
 * be about to write.
 */
import { Extension } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

export const EmptyLine = Extension.create({
  name: 'emptyLine',
  addKeyboardShortcuts() {
    return {
      Backspace: () =>
        this.editor.commands.command(({ state, tr, dispatch }) => {
          const { $from, empty } = state.selection
          const before = $from.depth === 1 ? state.doc.resolve($from.before()).nodeBefore : null
          if (!empty || $from.parent.content.size > 0 || !before?.isTextblock) return false
          const at = $from.before()
          if (dispatch) {
            tr.delete(at, $from.after())
            tr.setSelection(TextSelection.create(tr.doc, at - 1)).scrollIntoView()
          }
          return true
        }),
    }
  },
})
