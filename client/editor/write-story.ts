/** Writes own changes into the shared story: typed text where it was typed, and a change of structure by comparing. */
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { changedRanges } from './changed-ranges.ts'
import { blockAt, pathOf, type TypedStep, typedStepsOf, writeTyped } from './typed-places.ts'
import type { SharedSelection, StoryLink } from './y-tiptap-binding.ts'

export const writeStory = (
  { state }: EditorView,
  link: StoryLink,
  transactions: readonly Transaction[],
  compare: () => void,
): void => {
  const steps = transactions.flatMap(typedStepsOf)
  const isTyped = (all: readonly (TypedStep | null)[]): all is readonly TypedStep[] =>
    all.every((step) => step !== null && writeStep(link, step))
  if (isTyped(steps)) noteDrawn(link, state.doc, steps)
  else compare()
  fillEmpty(link, state.doc, transactions)
  link.setSelection(selectionOf(state, link))
}

export const selectionOf = ({ selection }: EditorView['state'], link: StoryLink): SharedSelection => ({
  anchor: link.toShared(selection.anchor),
  head: link.toShared(selection.head),
})

const writeStep = ({ story }: StoryLink, step: TypedStep): boolean => {
  const block = blockAt(story, step.path, step.block.type.name)
  return block !== null && writeTyped(block, step) !== null
}

/** y-tiptap finds what belongs together by the nodes that were drawn last. */
const noteDrawn = ({ story, drawn }: StoryLink, doc: Node, steps: readonly TypedStep[]): void => {
  for (const { path } of steps) {
    let [shared, node]: [Y.XmlFragment, Node] = [story, doc]
    drawn.set(shared as Y.AbstractType<unknown>, node)
    for (const index of path) {
      shared = shared.get(index) as Y.XmlElement
      node = node.child(index)
      drawn.set(shared as Y.AbstractType<unknown>, node)
    }
    for (const child of shared.toArray()) if (child instanceof Y.XmlText) drawn.delete(child as Y.AbstractType<unknown>)
  }
}

/** A new paragraph has its text from the beginning: two people who begin to write in it write into the same one. */
const fillEmpty = ({ story }: StoryLink, doc: Node, transactions: readonly Transaction[]): void => {
  for (const { from, to } of changedRanges(transactions))
    doc.nodesBetween(Math.max(from - 1, 0), Math.min(to + 1, doc.content.size), (node, position) => {
      if (!node.isTextblock || node.content.size > 0) return
      const block = blockAt(story, pathOf(doc.resolve(position + 1)), node.type.name)
      if (block?.length === 0) block.insert(0, [new Y.XmlText()])
    })
}
