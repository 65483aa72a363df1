/** Puts passages of the story back: words into the paragraphs that still stand, and paragraphs behind the nearest that does. */
import * as Y from 'yjs'
import { groupBy } from '../document/group-by.ts'
import { storyOf } from '../document/plan-doc.ts'
import type { Block, Run } from '../story/story.ts'
import { toElement, toMarks } from '../story/story-elements.ts'
import type { Passage } from './details.ts'
import { type Insertion, isRewritten, toInsertions } from './insertions.ts'
import { paragraphId, readParagraphs } from './paragraphs.ts'
import { type Effort, newEffort } from './words-diff.ts'

type Node = Y.XmlElement | Y.XmlText

export const putBackPassages = (doc: Y.Doc, passages: readonly Passage[]): void => {
  if (passages.length === 0) return
  const story = storyOf(doc)
  const effort = newEffort()
  /** Each at its place in the story. */
  const nodes: unknown[] = story.toArray()
  const byId = new Map(nodes.filter(isNode).map((node) => [paragraphId(node), node]))
  /** What stands in the place of a paragraph that went. */
  const again = new Map<string, Node>()
  const isBack = findReturned(doc)
  for (const passage of passages) {
    const { before, after, behind, field } = passage
    if (before === null || before.text.trim() === '') continue
    const standing = byId.get(field) ?? null
    if (standing !== null && insertWords(standing, before.blocks, after?.text ?? '', effort)) continue
    if (standing !== null && after === null) continue // its author has put it back
    const elements = before.blocks.map(toElement)
    const [first] = elements
    if (first === undefined || isBack(passage)) continue
    const place = standing === null ? placeBehind(nodes, behind, again) : nodes.indexOf(standing)
    story.insert(place, elements)
    nodes.splice(place, 0, ...elements)
    again.set(field, elements.at(-1) ?? first)
  }
}

const isNode = (child: unknown): child is Node => child instanceof Y.XmlElement || child instanceof Y.XmlText

/** Whether somebody has put a passage back before: each paragraph that says just the same is the return of one. */
const findReturned = (doc: Y.Doc): ((passage: Passage) => boolean) => {
  const there = groupBy(readParagraphs(doc), ({ text }) => text)
  const taken = new Set<string>()
  return ({ before, alike }) => {
    const found = there.get(before?.text ?? '')?.find(({ id }) => !taken.has(id) && !alike.includes(id))
    if (found !== undefined) taken.add(found.id)
    return found !== undefined
  }
}

const placeBehind = (
  nodes: readonly unknown[],
  behind: readonly string[],
  again: ReadonlyMap<string, Node>,
): number => {
  for (const id of behind.toReversed()) {
    const there = again.get(id)
    const index = nodes.findIndex((node) => node === there || paragraphId(node) === id)
    if (index >= 0) return index + 1
  }
  return 0
}

const textsIn = (node: Y.XmlElement | Y.XmlText): readonly Y.XmlText[] =>
  node instanceof Y.XmlText ? [node] : node.toArray().filter((child) => child instanceof Y.XmlText)

const UNMARKED = toMarks({ text: '', bold: false, italic: false, link: null })

/**
 * Into a paragraph of one text. One of several, or of none, gets a paragraph of its own before it; and so does one that was rewritten, or
 * emptied and says something else by now: two people's sentences would be glued together.
 */
const insertWords = (
  node: Y.XmlElement | Y.XmlText,
  blocks: readonly Block[],
  after: string,
  effort: Effort,
): boolean => {
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
  if (isRewritten(before, after, effort)) return false
  const insertions = toInsertions(before, after, now, effort)
  if (insertions.length > 0 && after.trim() === '' && now.trim() !== '') return false
  for (const insertion of insertions.toReversed()) insertRuns(text, insertion, block.runs)
  return true
}

/** The words with the marks that they had. */
const insertRuns = (text: Y.XmlText, { at, from, text: words, gaps }: Insertion, runs: readonly Run[]): void => {
  if (gaps[1] !== '') text.insert(at, gaps[1], UNMARKED)
  let [start, place] = [0, at]
  for (const run of runs) {
    const piece = run.text.slice(Math.max(0, from - start), Math.max(0, from + words.length - start))
    if (piece !== '') text.insert(place, piece, toMarks(run))
    place += piece.length
    start += run.text.length
  }
  if (gaps[0] !== '') text.insert(at, gaps[0], UNMARKED)
}
