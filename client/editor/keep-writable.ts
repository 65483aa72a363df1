/**
 * Keeps a place for the cursor. Every part of a story may be empty (story-schema.ts), but a cursor needs a paragraph. What
 * somebody empties here gets a paragraph again, in the same transaction, so that peers never see it without one. What a
 * merge has emptied is left alone: two people who both repaired it would repair it twice.
 */
import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { changedRanges } from './changed-ranges.ts'

export const KeepWritable = Extension.create({
  name: 'keepWritable',
  priority: 200, // before the list extensions, which split what should be deleted first
  addKeyboardShortcuts() {
    return {
      // Deletes the selection and repairs what that emptied, before anything is split: splitting does not expect it.
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

/** From the end, so that earlier positions stay valid; the cursor goes to the first one, where it was. */
const withParagraphs = (state: EditorState, hollow: ReadonlyMap<number, Node>): Transaction => {
  const { tr } = state
  const inDescendingOrder = [...hollow].toSorted(([a], [b]) => b - a)
  for (const [position, node] of inDescendingOrder) {
    const paragraph = state.schema.node('paragraph')
    const isItem = node.type.contentMatch.matchType(paragraph.type) !== null
    if (isItem) tr.insert(position + 1, paragraph)
    else tr.replaceWith(position, position + node.nodeSize, paragraph) // a list without items is no list any more
    tr.setSelection(TextSelection.create(tr.doc, position + (isItem ? 2 : 1)))
  }
  return tr
}

/** Deferred: y-tiptap is still applying a peer's change, and would not write this one back. */
const later = (view: EditorView): void => {
  if (isEmpty(view.state) && view.editable && view.hasFocus()) queueMicrotask(() => makeWritable(view))
}

/**
 * A person who is about to write in an empty story gets a paragraph; reading leaves no trace. Also called by buttons, which
 * are pressed before the text has focus.
 */
export const makeWritable = (view: EditorView): void => {
  if (view.isDestroyed || !view.editable || !isEmpty(view.state)) return
  view.dispatch(withParagraph(view.state).setMeta('addToHistory', false)) // undo must not remove the place for the cursor
}

const isEmpty = (state: EditorState): boolean => state.doc.childCount === 0

const withParagraph = (state: EditorState): Transaction => {
  const transaction = state.tr.insert(0, state.schema.node('paragraph'))
  return transaction.setSelection(TextSelection.create(transaction.doc, 1))
}
