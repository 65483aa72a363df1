/** Puts passages of the story back: words into the paragraphs that still stand, and paragraphs behind the nearest that does. */
import * as Y from 'yjs'
import { storyOf } from '../document/plan-doc.ts'
import type { Block, Run } from '../story/story.ts'
import { toElement, toMarks } from '../story/story-elements.ts'
import type { Detail } from './details.ts'
import { type Insertion, toInsertions } from './insertions.ts'
import { paragraphId } from './paragraphs.ts'

type Passage = Extract<Detail, { form: 'passage' }>

export const putBackPassages = (doc: Y.Doc, passages: readonly Passage[]): void => {
  const story = storyOf(doc)
  /** What stands in the place of a paragraph that went. */
  const again = new Map<string, Y.XmlElement | Y.XmlText>()
  for (const { before, after, behind, field } of passages) {
    if (before === null || before.text.trim() === '') continue
    const standing = find(story, field)
    if (standing !== null && insertWords(standing, before.blocks, after?.text ?? '')) continue
    if (standing !== null && after === null) continue // its author has put it back
    const elements = before.blocks.map(toElement)
    const [first] = elements
    if (first === undefined || holds(story, before.text)) continue
    story.insert(placeBehind(story, standing === null ? behind : [...behind, field], again), elements)
    again.set(field, elements.at(-1) ?? first)
  }
}

const find = (story: Y.XmlFragment, id: string): Y.XmlElement | Y.XmlText | null =>
  nodesOf(story).find((node) => paragraphId(node) === id) ?? null

const nodesOf = (story: Y.XmlFragment): readonly (Y.XmlElement | Y.XmlText)[] =>
  story.toArray().filter((node) => node instanceof Y.XmlElement || node instanceof Y.XmlText)

/** Whether a paragraph with just these words is there: somebody put it back before. */
const holds = (story: Y.XmlFragment, words: string): boolean =>
  nodesOf(story).some((node) => textsIn(node).map(String).join('') === words)

const placeBehind = (
  story: Y.XmlFragment,
  behind: readonly string[],
  again: ReadonlyMap<string, Y.XmlElement | Y.XmlText>,
): number => {
  const nodes = nodesOf(story)
  for (const id of behind.toReversed()) {
    const there = again.get(id)
    const index = nodes.findIndex((node) => node === there || paragraphId(node) === id)
    if (index >= 0) return index + 1
  }
  return 0
}

const textsIn = (node: Y.XmlElement | Y.XmlText): readonly Y.XmlText[] =>
  node instanceof Y.XmlText ? [node] : node.toArray().filter((child) => child instanceof Y.XmlText)

/** Into a paragraph of one text; one of several, or of none, gets a paragraph of its own behind it. */
const insertWords = (node: Y.XmlElement | Y.XmlText, blocks: readonly Block[], after: string): boolean => {
  const [block, ...more] = blocks
  if (block === undefined || more.length > 0 || block.name === 'list') return false
  const texts = textsIn(node)
  const before = block.runs.map(({ text }) => text).join('')
  if (node instanceof Y.XmlElement && node.length === 0 && after === '') node.insert(0, [new Y.XmlText()])
  const [text = textsIn(node)[0], ...others] = texts
  if (text === undefined || others.length > 0 || before.includes('\n')) return false
  const now = (text.toDelta() as readonly { readonly insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc'))
    .join('')
  for (const insertion of toInsertions(before, after, now).toReversed()) insertRuns(text, insertion, block.runs)
  return true
}

/** The words with the marks that they had. */
const insertRuns = (text: Y.XmlText, { at, from, text: words }: Insertion, runs: readonly Run[]): void => {
  let [start, place] = [0, at]
  for (const run of runs) {
    const piece = run.text.slice(Math.max(0, from - start), Math.max(0, from + words.length - start))
    if (piece !== '') text.insert(place, piece, toMarks(run))
    place += piece.length
    start += run.text.length
  }
}
