/** An empty story has no paragraph, and without one there is no place for a cursor. Who comes to write gets one; who only looks leaves no trace. */
import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export const KeepWritable = Extension.create({
  name: 'keepWritable',
  addProseMirrorPlugins: () => [
    new Plugin({
      // In the same transaction as whoever deleted everything here, so that others never see an empty story and add their own.
      appendTransaction: (transactions, _before, state) =>
        isEmpty(state) && transactions.some((transaction) => transaction.docChanged && !isChangeOrigin(transaction))
          ? withParagraph(state)
          : null,
      props: { handleDOMEvents: { focus: (view) => (later(view), false) } },
      view: () => ({ update: later }),
    }),
  ],
})

/** Not at once: y-tiptap is then still carrying over what a peer did, and would not carry this back. */
const later = (view: EditorView): void => {
  if (isEmpty(view.state) && view.editable && view.hasFocus()) queueMicrotask(() => makeWritable(view))
}

/** Also for buttons outside the text, which are pressed before it has the focus. */
export const makeWritable = (view: EditorView): void => {
  if (view.isDestroyed || !view.editable || !isEmpty(view.state)) return
  view.dispatch(withParagraph(view.state).setMeta('addToHistory', false)) // undo must not take the place for the cursor away
}

const isEmpty = (state: EditorState): boolean => state.doc.childCount === 0

const withParagraph = (state: EditorState): Transaction => {
  const paragraph = state.schema.node('paragraph')
  const transaction = state.tr.insert(0, paragraph)
  return transaction.setSelection(TextSelection.create(transaction.doc, 1))
}
