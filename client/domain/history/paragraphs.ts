/**
 * The story's outermost blocks, each with the name of the shared type that holds it, so that two moments can be compared block by
 * block. Blocks that no transaction touched are not read again.
 */
import * as Y from 'yjs'
import { storyOf } from '../document/plan-doc.ts'
import { itemOf } from '../document/written-by.ts'
import { type Block, readStoryBlocks } from '../story/story.ts'
import { toText } from '../story/story-text.ts'

/** `id`: of the shared type, the same on every device. */
export type Paragraph = { readonly id: string; readonly blocks: readonly Block[]; readonly text: string }

/** Follows a story; each call returns it as it is now. */
export const followParagraphs = (doc: Y.Doc): (() => readonly Paragraph[]) => {
  const read = new WeakMap<object, Paragraph>()
  doc.on('afterTransaction', ({ changedParentTypes }: Y.Transaction) => {
    for (const type of changedParentTypes.keys()) read.delete(type)
  })
  return () => readParagraphs(doc, read)
}

/** The story as it is now; what a stranger put between its blocks that is none is left out. `read`: what is known already, and grows. */
export const readParagraphs = (doc: Y.Doc, read = new WeakMap<object, Paragraph>()): readonly Paragraph[] =>
  storyOf(doc)
    .toArray()
    .filter((child: unknown) => child instanceof Y.AbstractType)
    .map((child) => {
      const known = read.get(child)
      if (known !== undefined) return known
      const paragraph = readParagraph(child)
      read.set(child, paragraph)
      return paragraph
    })

/** Empty for what is no shared type. */
export const paragraphId = (child: unknown): string => {
  const item = child instanceof Y.AbstractType ? itemOf(child) : null
  return item === null ? '' : `${item.id.client}:${item.id.clock}`
}

const readParagraph = (child: object): Paragraph => {
  const blocks = readStoryBlocks([child])
  return { id: paragraphId(child), blocks, text: toText(blocks) }
}
