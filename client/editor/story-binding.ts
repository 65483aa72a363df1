/**
 * How the editor and the shared story follow each other: a layer over y-tiptap's binding. Text is written where it was typed
 * (write-story.ts), and others' changes are drawn where they are, with the caret behind the letter that it stood behind.
 */
import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { followCaret } from '#domain/story/follow-caret.ts'
import { drawStory, forgetChanged } from './draw-story.ts'
import { selectionOf, writeStory } from './write-story.ts'
import { type StoryLink, takeOver } from './y-tiptap-binding.ts'

/** Own changes that are not in the shared story yet. */
type Unwritten = { readonly transactions: readonly Transaction[] }

export const StoryBinding = Extension.create({
  name: 'storyBinding',
  priority: 1_100, // Collaboration has 1,000, and listens to the story when the views of plugins are made
  addProseMirrorPlugins() {
    const key = new PluginKey<Unwritten>('unwritten')
    const written = new WeakSet<Unwritten>()
    const takeUnwritten = (view: EditorView): readonly Transaction[] => {
      const unwritten = key.getState(view.state)
      if (unwritten === undefined || written.has(unwritten)) return []
      written.add(unwritten)
      return unwritten.transactions
    }
    return [
      new Plugin<Unwritten>({
        key,
        state: {
          init: () => ({ transactions: [] }),
          apply: (transaction, before) =>
            !transaction.docChanged || isChangeOrigin(transaction)
              ? before
              : { transactions: [...(written.has(before) ? [] : before.transactions), transaction] },
        },
        view(view) {
          takeOver(
            view,
            (link, compare) => writeStory(view, link, takeUnwritten(view), compare),
            (link, transaction) => draw(view, link, transaction),
          )
          return {}
        },
      }),
    ]
  },
})

const draw = (view: EditorView, link: StoryLink, transaction: Y.Transaction): void => {
  const selection = link.selection()
  forgetChanged(link.drawn, transaction)
  const doc = drawStory(link.story, view.state.schema, link.drawn)
  const { tr } = view.state
  replaceDifference(tr, doc)
  const place = (before: Y.RelativePosition | null): number | null =>
    before === null ? null : link.toShown(followCaret(transaction, before) ?? before)
  if (view.state.selection instanceof TextSelection && selection !== null) {
    const [anchor, head] = [place(selection.anchor), place(selection.head)]
    const [from, to] = [anchor ?? head, head ?? anchor]
    if (from !== null && to !== null) tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)))
  }
  if (selection !== null && link.isCursorInView()) tr.scrollIntoView()
  tr.setMeta('addToHistory', false)
  tr.setMeta(ySyncPluginKey, { isChangeOrigin: true, isUndoRedoOperation: transaction.origin instanceof Y.UndoManager })
  view.dispatch(tr)
  link.setSelection(selectionOf(view.state, link))
}

/** Only what differs is drawn again: what is composed, selected or read elsewhere stays as it is. */
const replaceDifference = (tr: Transaction, doc: Node): void => {
  const before = tr.doc
  const start = before.content.findDiffStart(doc.content)
  const end = before.content.findDiffEnd(doc.content)
  if (start === null || end === null) return
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const step = new ReplaceStep(start, end.a + overlap, doc.slice(start, end.b + overlap))
  if (step.apply(before).doc?.eq(doc)) tr.step(step)
  else tr.replaceWith(0, before.content.size, doc.content)
}
