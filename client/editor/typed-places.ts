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
  /** Indexes of the block and what it is in, from the story inwards. */
  readonly path: readonly number[]
  readonly block: Node
  readonly from: number
  readonly to: number
  readonly letters: readonly Node[]
}

/** `null`: it changes more than letters. */
const toTypedStep = (step: Step, before: Node): TypedStep | null => {
  if (!(step instanceof ReplaceStep)) return null
  const { content, openStart, openEnd } = step.slice
  const [$from, $to] = [before.resolve(step.from), before.resolve(step.to)]
  const { parent } = $from
  if (openStart + openEnd > 0 || !$from.sameParent($to) || !parent.isTextblock) return null
  let isText = content.content.every((node) => node.isText)
  parent.nodesBetween($from.parentOffset, $to.parentOffset, (node) => void (isText &&= node.isText))
  if (!isText) return null
  return {
    path: pathOf($from),
    block: parent,
    from: $from.parentOffset,
    to: $to.parentOffset,
    letters: content.content,
  }
}

export const typedStepsOf = ({ steps, docs }: Transaction): readonly (TypedStep | null)[] =>
  steps.map((step, index) => {
    const before = docs[index]
    return before === undefined ? null : toTypedStep(step, before)
  })

export const pathOf = ($place: ResolvedPos): readonly number[] =>
  Array.from({ length: $place.depth }, (_, depth) => $place.index(depth))

/** The shared block at a path; `null` when the shared story is not as this one is. */
export const blockAt = (story: Y.XmlFragment, path: readonly number[], type: string): Y.XmlElement | null => {
  let node: unknown = story
  for (const index of path) node = node instanceof Y.XmlFragment && index < node.length ? node.get(index) : null
  return node instanceof Y.XmlElement && node.nodeName === type ? node : null
}

/** Writes one step and returns where the caret is then; `null`, and nothing written, when the shared block differs. */
export const writeTyped = (block: Y.XmlElement, step: TypedStep): { text: Y.Text; index: number } | null => {
  const parts = partsOf(block)
  const last = parts.at(-1)
  if ((last === undefined ? 0 : last.start + last.size) !== step.block.content.size) return null
  for (const { text, start, size } of parts.toReversed()) {
    const [from, to] = [Math.max(step.from, start), Math.min(step.to, start + size)]
    if (text !== null && from < to) text.delete(from - start, to - from)
  }
  const place = placeIn(block, step.from)
  for (const node of step.letters) {
    const letters = node.text ?? ''
    place.text.insert(place.index, letters, Object.fromEntries(node.marks.map((mark) => [mark.type.name, mark.attrs])))
    place.index += letters.length
  }
  return place
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
