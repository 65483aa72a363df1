/**
 * Every part of a story may be empty (story-schema.ts), but where nothing is, no cursor can stand. What somebody empties here
 * gets a paragraph again, in the same transaction, so that others never see it without. What a merge emptied is left alone: two
 * who both repaired it would repair it twice.
 */
import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { changedRanges } from './changed-ranges.ts'

export const KeepWritable = Extension.create({
  name: 'keepWritable',
  priority: 200, // before the lists, which would split what is deleted first
  addKeyboardShortcuts() {
    return {
      // What is selected goes first, and what that emptied is repaired, before anything is split: splitting does not expect it.
      Enter: () => (this.editor.state.selection.empty || this.editor.commands.deleteSelection(), false),
    }
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _before, state) =>
        repair(
          state,
          transactions.filter((transaction) => transaction.docChanged && !isChangeOrigin(transaction)),
        ),
      props: { handleDOMEvents: { focus: (view) => (later(view), false) } },
      view: () => ({ update: later }),
    }),
  ],
})

const repair = (state: EditorState, mine: readonly Transaction[]): Transaction | null => {
  if (mine.length === 0) return null
  if (isEmpty(state)) return withParagraph(state)
  const hollow = new Map<number, Node>()
  for (const { from, to } of changedRanges(mine)) {
    state.doc.nodesBetween(Math.max(from - 1, 0), Math.min(to + 1, state.doc.content.size), (node, position) => {
      if (node.isBlock && !node.isTextblock && node.childCount === 0) hollow.set(position, node)
    })
  }
  return hollow.size === 0 ? null : withParagraphs(state, hollow)
}

/** From the end, so that earlier positions hold; the cursor goes to the first, which is where it was. */
const withParagraphs = (state: EditorState, hollow: ReadonlyMap<number, Node>): Transaction => {
  const { tr } = state
  const inDescendingOrder = [...hollow].toSorted(([a], [b]) => b - a)
  for (const [position, node] of inDescendingOrder) {
    const paragraph = state.schema.node('paragraph')
    const isItem = node.type.contentMatch.matchType(paragraph.type) !== null
    if (isItem) tr.insert(position + 1, paragraph)
    else tr.replaceWith(position, position + node.nodeSize, paragraph) // a list without items is a list no more
    tr.setSelection(TextSelection.create(tr.doc, position + (isItem ? 2 : 1)))
  }
  return tr
}

/** Not at once: y-tiptap is then still carrying over what a peer did, and would not carry this back. */
const later = (view: EditorView): void => {
  if (isEmpty(view.state) && view.editable && view.hasFocus()) queueMicrotask(() => makeWritable(view))
}

/** Whoever comes to write in an empty story gets a paragraph; who only looks leaves no trace. Also for buttons, which are pressed before the text has the focus. */
export const makeWritable = (view: EditorView): void => {
  if (view.isDestroyed || !view.editable || !isEmpty(view.state)) return
  view.dispatch(withParagraph(view.state).setMeta('addToHistory', false)) // undo must not take the place for the cursor away
}

const isEmpty = (state: EditorState): boolean => state.doc.childCount === 0

const withParagraph = (state: EditorState): Transaction => {
  const transaction = state.tr.insert(0, state.schema.node('paragraph'))
  return transaction.setSelection(TextSelection.create(transaction.doc, 1))
}
