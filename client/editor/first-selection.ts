/**
 * Where the cursor stands when a story opens. y-tiptap draws the story into an empty editor and puts the cursor back at
 * position 0, which lies in no paragraph: ProseMirror complains, and the first key has no place. It leaves the selection alone
 * when it believes that it knows an earlier one.
 */
import { Extension } from '@tiptap/core'
import { Plugin, Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

type Binding = { beforeTransactionSelection: { readonly anchor: null; readonly head: null } | null }

const bindingOf = (view: EditorView): Binding => (ySyncPluginKey.getState(view.state) as { binding: Binding }).binding

export const FirstSelection = Extension.create({
  name: 'firstSelection',
  priority: 1_100, // Collaboration has 1,000, and draws the story when the views of plugins are made
  addProseMirrorPlugins: () => [
    new Plugin({
      view: (view) => {
        bindingOf(view).beforeTransactionSelection = { anchor: null, head: null }
        return {}
      },
    }),
  ],
})

/** After the first drawing: forgets the selection that was none, and puts the cursor into the first paragraph. */
export const selectStart = (view: EditorView): void => {
  bindingOf(view).beforeTransactionSelection = null
  const { state } = view
  view.dispatch(state.tr.setSelection(Selection.atStart(state.doc)).setMeta('addToHistory', false))
}
