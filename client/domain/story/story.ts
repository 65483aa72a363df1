/** The story as a plain tree, read by known names. It knows no editor; a newer app's additions are shown as their text. */
import * as Y from 'yjs'
import { isSafeLink } from '../document/links.ts'
import { storyOf } from '../document/plan-doc.ts'

export type Run = {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly link: string | null
}
export type Block =
  | { readonly name: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly name: 'heading'; readonly level: 2 | 3; readonly runs: readonly Run[] }
  | {
      readonly name: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly (readonly Block[])[]
    }

/** The most levels of lists in lists; people make three. Deeper text is left out here, and stays in the document. */
const MAX_DEPTH = 24

export const readStory = (doc: Y.Doc): readonly Block[] => readBlocks(storyOf(doc).toArray(), MAX_DEPTH)

/** Some of the story's outermost nodes by themselves. */
export const readStoryBlocks = (children: readonly unknown[]): readonly Block[] => readBlocks(children, MAX_DEPTH)

export const storyIsEmpty = (doc: Y.Doc): boolean => !readStory(doc).some(hasText)

/** Whether anything stands in the story, be it an empty paragraph: reads nothing of its text. */
export const hasStory = (doc: Y.Doc): boolean => storyOf(doc).length > 0

const hasText = (block: Block): boolean =>
  block.name === 'list'
    ? block.items.some((item) => item.some(hasText))
    : block.runs.some((run) => run.text.trim() !== '')

const readBlocks = (children: readonly unknown[], depth: number): readonly Block[] =>
  children.flatMap((child) => readBlock(child, depth))

const readBlock = (child: unknown, depth: number): readonly Block[] => {
  if (child instanceof Y.XmlText) return [{ name: 'paragraph', runs: readRuns(child) }]
  if (!(child instanceof Y.XmlElement) || depth === 0) return []
  const children: readonly unknown[] = child.toArray()
  switch (child.nodeName) {
    case 'bulletList':
    case 'orderedList':
      return [readList(child, depth)]
    case 'heading':
      return [{ name: 'heading', level: attribute(child, 'level') === 3 ? 3 : 2, runs: children.flatMap(readInline) }]
    case 'paragraph':
      return [{ name: 'paragraph', runs: children.flatMap(readInline) }]
    default: {
      const isInline = children.some((grandchild) => grandchild instanceof Y.XmlText)
      return isInline ? [{ name: 'paragraph', runs: children.flatMap(readInline) }] : readBlocks(children, depth - 1)
    }
  }
}

const readList = (list: Y.XmlElement, depth: number): Block => {
  const start = attribute(list, 'start')
  return {
    name: 'list',
    ordered: list.nodeName === 'orderedList',
    start: typeof start === 'number' && Number.isSafeInteger(start) ? start : 1,
    items: list
      .toArray()
      .map((item) => (isListItem(item) ? readBlocks(item.toArray(), depth - 1) : readBlock(item, depth - 1))),
  }
}

const isListItem = (item: unknown): item is Y.XmlElement => item instanceof Y.XmlElement && item.nodeName === 'listItem'

const readInline = (child: unknown): readonly Run[] => {
  if (child instanceof Y.XmlText) return readRuns(child)
  if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') return [plainRun('\n')]
  return []
}

const readRuns = (text: Y.XmlText): readonly Run[] =>
  (text.toDelta() as readonly { insert: unknown; attributes?: object }[]).flatMap(({ insert, attributes }) =>
    typeof insert === 'string' ? [{ ...plainRun(insert), ...readMarks(attributes ?? {}) }] : [],
  )

const readMarks = (attributes: object): Omit<Run, 'text'> => ({
  bold: Object.hasOwn(attributes, 'bold'),
  italic: Object.hasOwn(attributes, 'italic'),
  link: readLink(Object.getOwnPropertyDescriptor(attributes, 'link')?.value),
})

const readLink = (mark: unknown): string | null => {
  if (typeof mark !== 'object' || mark === null || !('href' in mark)) return null
  return typeof mark.href === 'string' && isSafeLink(mark.href) ? mark.href : null
}

const plainRun = (text: string): Run => ({ text: text.toWellFormed(), bold: false, italic: false, link: null })

const attribute = (element: Y.XmlElement, name: string): unknown => {
  const attributes: object = element.getAttributes()
  return Object.getOwnPropertyDescriptor(attributes, name)?.value
}
