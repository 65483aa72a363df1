/**
 * How the editor and the shared story follow each other: a layer over y-tiptap's binding. Text is written where it was typed
 * (write-story.ts), and others' changes are drawn where they are, with the caret behind the letter that it stood behind.
 */
import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { type Node, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { followCaret } from '#domain/story/follow-caret.ts'
import { createComposing } from './composing.ts'
import { drawStory, forgetChanged, noteShown } from './draw-story.ts'
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
    const releases = new WeakMap<EditorView, () => void>()
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
          const link = takeOver(
            view,
            (_link, compare) => {
              const transactions = takeUnwritten(view)
              if (!composing.write(transactions)) writeStory(view, link, transactions, compare)
            },
            (_link, transaction) => {
              forgetChanged(link.drawn, transaction)
              const follow: Follow = (place) => followCaret(transaction, place) ?? place
              draw(view, link, follow, transaction.origin instanceof Y.UndoManager, (from, to) =>
                composing.holds(transaction, from, to, link.selection()),
              )
            },
          )
          const release = (): void => {
            const caret = composing.end()
            if (caret === null || view.isDestroyed) return
            link.setSelection(caret)
            link.drawn.clear() // what was composed meanwhile is in none of it
            link.drawing(() =>
              draw(
                view,
                link,
                (place) => place,
                false,
                () => false,
              ),
            )
          }
          const composing = createComposing(view, link, release)
          releases.set(view, release)
          link.doc.on('beforeTransaction', composing.note)
          return {
            destroy: () => {
              link.doc.off('beforeTransaction', composing.note)
              composing.end()
            },
          }
        },
        props: {
          handleDOMEvents: {
            compositionend: (view) => (
              void afterLastLetters().then(() => view.composing || releases.get(view)?.()),
              false
            ),
            blur: (view) => (releases.get(view)?.(), false),
          },
        },
      }),
    ]
  },
})

/** ProseMirror reads the last letters in a microtask of its own. Before the next event, which may begin another word. */
const afterLastLetters = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) await Promise.resolve()
}

type Follow = (place: Y.RelativePosition) => Y.RelativePosition

const draw = (
  view: EditorView,
  link: StoryLink,
  follow: Follow,
  isUndo: boolean,
  holds: (from: number, to: number) => boolean,
): void => {
  const selection = link.selection()
  const { tr } = view.state
  const change = differenceOf(tr.doc, drawStory(link.story, view.state.schema, link.drawn))
  if (change !== null && holds(change.from, change.to)) return
  if (change !== null) tr.step(change)
  const place = (before: Y.RelativePosition | null): number | null =>
    before === null ? null : link.toShown(follow(before))
  if (view.state.selection instanceof TextSelection && selection !== null) {
    const [anchor, head] = [place(selection.anchor), place(selection.head)]
    const [from, to] = [anchor ?? head, head ?? anchor]
    if (from !== null && to !== null) tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)))
  }
  if (selection !== null && link.isCursorInView()) tr.scrollIntoView()
  tr.setMeta('addToHistory', false)
  tr.setMeta(ySyncPluginKey, { isChangeOrigin: true, isUndoRedoOperation: isUndo })
  view.dispatch(tr)
  noteShown(link.drawn, link.story, view.state.doc)
  link.setSelection(selectionOf(view.state, link))
}

/** Only what differs is drawn again: what is composed, selected or read elsewhere stays as it is. */
const differenceOf = (before: Node, after: Node): ReplaceStep | null => {
  const start = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (start === null || end === null) return null
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const step = new ReplaceStep(start, end.a + overlap, after.slice(start, end.b + overlap))
  return step.apply(before).doc?.eq(after)
    ? step
    : new ReplaceStep(0, before.content.size, new Slice(after.content, 0, 0))
}
