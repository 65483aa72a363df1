/** Writes own changes into the shared story: typed text and lines where they are, and other changes by comparing. */
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { toBlockStep, writeBlockStep } from './block-steps.ts'
import { changedRanges } from './changed-ranges.ts'
import { noteShown } from './draw-story.ts'
import { blockAt, type Change, changesOf, pathOf, toTypedStep, writeTyped } from './typed-places.ts'
import type { SharedSelection, StoryLink } from './y-tiptap-binding.ts'

export const writeStory = (
  { state }: EditorView,
  link: StoryLink,
  transactions: readonly Transaction[],
  compare: () => void,
): void => {
  const isWritten = transactions.flatMap(changesOf).every((change) => writeChange(link.story, change))
  if (isWritten) noteShown(link.drawn, link.story, state.doc)
  else compare()
  fillEmpty(link, state.doc, transactions)
  link.setSelection(selectionOf(state, link))
}

export const selectionOf = ({ selection }: EditorView['state'], link: StoryLink): SharedSelection => ({
  anchor: link.toShared(selection.anchor),
  head: link.toShared(selection.head),
})

const writeChange = (story: Y.XmlFragment, change: Change): boolean => {
  const step = toTypedStep(change) ?? toBlockStep(change)
  if (step?.kind !== 'typed') return step !== null && writeBlockStep(story, step)
  const block = blockAt(story, step.path, step.block.type.name)
  return block !== null && writeTyped(block, step) !== null
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
