/**
 * Writes a new line, and lines that come or go as a whole, into the shared story where they are. y-tiptap compares the whole
 * instead, and cannot tell which of two alike is new: of two empty lines beside each other it gives one person the other's, and
 * at the beginning of a line it writes the line anew.
 */
import type { Node } from '@tiptap/pm/model'
import { ReplaceStep } from '@tiptap/pm/transform'
import * as Y from 'yjs'
import { blockAt, type Change, deleteLetters, insertLetters, pathOf, sharedAt, sizeOf } from './typed-places.ts'

/** A line is divided, and as many of the parts that it stands in. */
export type SplitStep = {
  readonly kind: 'split'
  /** Indexes of the line and what it is in, from the story inwards. */
  readonly path: readonly number[]
  readonly block: Node
  readonly at: number
  /** How many parts are divided, with the line. */
  readonly depth: number
  /** The outermost of them before the place and behind it, each as it begins, without a letter. */
  readonly before: Node
  readonly after: Node
  /** Whether the line is the first, and the last, in all that is divided. */
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** Lines come or go, between others. */
export type BlocksStep = {
  readonly kind: 'blocks'
  readonly path: readonly number[]
  readonly parent: Node
  readonly index: number
  readonly goes: number
  readonly comes: readonly Node[]
}

/** `null`: it changes something else. */
export const toBlockStep = ({ step, doc }: Change): SplitStep | BlocksStep | null => {
  if (!(step instanceof ReplaceStep)) return null
  const { content, openStart: depth, openEnd } = step.slice
  const [$from, $to] = [doc.resolve(step.from), doc.resolve(step.to)]
  const { parent } = $from
  if (!parent.isTextblock) {
    if (depth + openEnd > 0 || !$from.sameParent($to)) return null
    const index = $from.index()
    return { kind: 'blocks', path: pathOf($from), parent, index, goes: $to.index() - index, comes: content.content }
  }
  const [before, after] = content.content
  if (step.from < step.to || depth === 0 || depth !== openEnd || content.childCount !== 2) return null
  if (before === undefined || after === undefined || !isChain(before, depth) || !isChain(after, depth)) return null
  const around = Array.from({ length: depth - 1 }, (_, level) => $from.depth - 1 - level)
  return {
    kind: 'split',
    path: pathOf($from),
    block: parent,
    at: $from.parentOffset,
    depth,
    before,
    after,
    isFirst: around.every((level) => $from.index(level) === 0),
    isLast: around.every((level) => $from.indexAfter(level) === $from.node(level).childCount),
  }
}

/** Each part holds one part, but the innermost, which is an empty line. */
const isChain = (node: Node, depth: number): boolean =>
  depth === 1 ? node.isTextblock && node.childCount === 0 : node.childCount === 1 && isChain(node.child(0), depth - 1)

/** `false`, and nothing written, when the shared story is not as this one is, or more changes than a new line. */
export const writeBlockStep = (story: Y.XmlFragment, step: SplitStep | BlocksStep): boolean =>
  step.kind === 'split' ? writeSplit(story, step) : writeBlocks(story, step)

const writeBlocks = (story: Y.XmlFragment, { path, parent, index, goes, comes }: BlocksStep): boolean => {
  const shared = sharedAt(story, path)
  if (shared?.length !== parent.childCount) return false
  if (goes > 0) shared.delete(index, goes)
  if (comes.length > 0)
    shared.insert(
      index,
      comes.map((node) => toShared(node)),
    )
  return true
}

const writeSplit = (story: Y.XmlFragment, step: SplitStep): boolean => {
  const { path, block, at, before, after } = step
  const line = blockAt(story, path, block.type.name)
  const outer = path.length - step.depth
  const [parent, index] = [sharedAt(story, path.slice(0, outer)), path[outer]]
  if (line === null || sizeOf(line) !== block.content.size || parent === null || index === undefined) return false
  if (at === 0 && block.content.size > 0) {
    if (!step.isFirst || !before.eq(after)) return false
    parent.insert(index, [toShared(before)]) // the line stays whose it is
    return true
  }
  const rest = block.cut(at).children
  if (!step.isLast || !rest.every((node) => node.isText)) return false
  deleteLetters(line, at, block.content.size)
  parent.insert(index + 1, [toShared(after, rest)])
  return true
}

/** `letters`: what an empty line in it begins with. */
const toShared = (node: Node, letters: readonly Node[] = []): Y.XmlElement => {
  const element = new Y.XmlElement<{ [name: string]: string | number }>(node.type.name)
  for (const [name, value] of Object.entries(node.attrs)) if (value !== null) element.setAttribute(name, value)
  const children = node.childCount === 0 ? letters : node.children
  element.insert(0, node.isTextblock ? toInline(children) : children.map((child) => toShared(child, letters)))
  return element as Y.XmlElement
}

/** A line has a text from the beginning: two people who begin to write in it write into the same one. */
const toInline = (nodes: readonly Node[]): (Y.XmlText | Y.XmlElement)[] => {
  const inline: (Y.XmlText | Y.XmlElement)[] = []
  let length = 0
  for (const node of nodes) {
    const last = inline.at(-1)
    if (!node.isText) inline.push(toShared(node))
    else if (last instanceof Y.XmlText) length += insertLetters(last, length, node)
    else {
      const text = new Y.XmlText()
      inline.push(text)
      length = insertLetters(text, 0, node)
    }
  }
  return inline.length > 0 ? inline : [new Y.XmlText()]
}
