/**
 * Writes typed text into the shared story exactly where it was typed. y-tiptap compares whole paragraphs instead, and cannot
 * tell which of two equal letters is new: the next letter of somebody else would come in between.
 */
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep, type Step } from '@tiptap/pm/transform'
import * as Y from 'yjs'
import { itemsIn } from '#domain/document/written-by.ts'

/** A change within one paragraph or heading: letters go, letters come. */
export type TypedStep = {
  readonly kind: 'typed'
  /** Indexes of the block and what it is in, from the story inwards. */
  readonly path: readonly number[]
  readonly block: Node
  readonly from: number
  readonly to: number
  readonly letters: readonly Node[]
}

/** `null`: it changes more than letters. */
export const toTypedStep = ({ step, doc }: Change): TypedStep | null => {
  if (!(step instanceof ReplaceStep)) return null
  const { content, openStart, openEnd } = step.slice
  const [$from, $to] = [doc.resolve(step.from), doc.resolve(step.to)]
  const { parent } = $from
  if (openStart + openEnd > 0 || !$from.sameParent($to) || !parent.isTextblock) return null
  let isText = content.content.every((node) => node.isText)
  parent.nodesBetween($from.parentOffset, $to.parentOffset, (node) => void (isText &&= node.isText))
  if (!isText) return null
  return {
    kind: 'typed',
    path: pathOf($from),
    block: parent,
    from: $from.parentOffset,
    to: $to.parentOffset,
    letters: content.content,
  }
}

/** A step, and the document that it changed. */
export type Change = { readonly step: Step; readonly doc: Node }

export const changesOf = ({ steps, docs }: Transaction): readonly Change[] =>
  steps.flatMap((step, index) => {
    const doc = docs[index]
    return doc === undefined ? [] : [{ step, doc }]
  })

export const pathOf = ($place: ResolvedPos): readonly number[] =>
  Array.from({ length: $place.depth }, (_, depth) => $place.index(depth))

/** What stands at a path of the shared story; `null` when that is not as this one is. */
export const sharedAt = (story: Y.XmlFragment, path: readonly number[]): Y.XmlFragment | null => {
  let node: unknown = story
  for (const index of path) node = node instanceof Y.XmlFragment && index < node.length ? node.get(index) : null
  return node instanceof Y.XmlFragment ? node : null
}

/** The shared block at a path. */
export const blockAt = (story: Y.XmlFragment, path: readonly number[], type: string): Y.XmlElement | null => {
  const node = sharedAt(story, path)
  return node instanceof Y.XmlElement && node.nodeName === type ? node : null
}

/** Writes one step and returns where the caret is then; `null`, and nothing written, when the shared block differs. */
export const writeTyped = (block: Y.XmlElement, step: TypedStep): { text: Y.Text; index: number } | null => {
  if (sizeOf(block) !== step.block.content.size) return null
  deleteLetters(block, step.from, step.to)
  const place = placeIn(block, step.from)
  for (const node of step.letters) place.index += insertLetters(place.text, place.index, node)
  return place
}

/** Returns how many letters that are. */
export const insertLetters = (text: Y.Text, index: number, { text: letters = '', marks }: Node): number => {
  text.insert(index, letters, Object.fromEntries(marks.map((mark) => [mark.type.name, mark.attrs])))
  return letters.length
}

/** What stands between is text only. */
export const deleteLetters = (block: Y.XmlElement, first: number, end: number): void => {
  for (const { text, start, size } of partsOf(block).toReversed()) {
    const [from, to] = [Math.max(first, start), Math.min(end, start + size)]
    if (text !== null && from < to) text.delete(from - start, to - from)
  }
}

export const sizeOf = (block: Y.XmlElement): number => {
  const last = partsOf(block).at(-1)
  return last === undefined ? 0 : last.start + last.size
}

type Part = { readonly text: Y.XmlText | null; readonly start: number; readonly size: number }

/** The texts and line breaks of a block; two people who both began an empty one have made two texts. */
const partsOf = (block: Y.XmlElement): readonly Part[] => {
  let start = 0
  return block.toArray().map((child: unknown) => {
    const text = child instanceof Y.XmlText ? child : null
    const part = { text, start, size: text?.length ?? 1 }
    start += part.size
    return part
  })
}

export const placeIn = (block: Y.XmlElement, offset: number): { text: Y.Text; index: number } => {
  const parts = partsOf(block)
  const found = parts.find(({ text, start, size }) => text !== null && start <= offset && offset <= start + size)
  if (found?.text) return { text: found.text, index: offset - found.start }
  const text = new Y.XmlText()
  const before = parts.findIndex(({ start }) => start >= offset)
  block.insert(before === -1 ? parts.length : before, [text])
  return { text, index: 0 }
}

/** A letter of a block as it is shown. */
export type Letter = { readonly id: Y.ID }

/** Every letter of a block; `null`: there is more in it, such as a line break. */
export const lettersOf = (block: Y.XmlElement): Letter[] | null => {
  const letters: Letter[] = []
  for (const child of block.toArray() as readonly unknown[]) {
    if (!(child instanceof Y.XmlText)) return null
    for (let item = itemsIn(child).first; item !== null; item = item.right)
      if (!item.deleted && item.countable)
        for (let at = 0; at < item.length; at += 1) letters.push({ id: Y.createID(item.id.client, item.id.clock + at) })
  }
  return letters
}
