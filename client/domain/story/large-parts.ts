/**
 * What makes a story too large for an editor (story-size.ts): whose it is, and the way to take it out. Only as much goes as must:
 * of paragraphs that are too large themselves, then of whoever wrote most. Its bytes stay in the log and in history.
 */
import * as Y from 'yjs'
import { deleteType, itemOf, type Stretch, stretchesOf } from '../document/written-by.ts'
import { nodesIn, PASSAGE_BOUND, type Size, STORY_BOUND, type StoryNode } from './story-size.ts'

/** An element with all in it, or what one clientID wrote into a text, or the marks of a text. */
export type LargePart = Size & {
  readonly client: number
  readonly of: Y.XmlElement | Y.XmlText
  readonly what: 'element' | 'letters' | 'marks'
}

/** What may be left, as a part of the bounds: the next letter must not bring it back. */
const LEFT = 0.75

export const largePartsOf = (story: Y.XmlFragment): readonly LargePart[] => {
  const gone = new Set<LargePart>()
  const all: LargePart[] = []
  let total: Size = { letters: 0, pieces: 0 }
  for (const node of nodesIn(story)) {
    const parts = partsIn(node)
    for (const part of parts) all.push(part)
    total = plus(total, node.size)
    if (isOver(node.passage, PASSAGE_BOUND, 1)) takeUntil(parts.toSorted(byWeight), node.passage, PASSAGE_BOUND, gone)
  }
  for (const part of gone) total = plus(total, part, -1)
  const left = all.filter((part) => !gone.has(part))
  if (isOver(total, STORY_BOUND, 1)) takeUntil(byWriter(left), total, STORY_BOUND, gone)
  return all.filter((part) => gone.has(part))
}

/** Takes them out, in one change that can be undone. */
export const takeOutLarge = (story: Y.XmlFragment): void => {
  story.doc?.transact((transaction) => {
    const letters = new Map<Y.XmlText, Set<number>>()
    const elements: Y.XmlElement[] = []
    for (const { of, what, client } of largePartsOf(story)) {
      if (of instanceof Y.XmlElement) elements.push(aloneIn(of))
      else if (what === 'marks') of.format(0, of.length, { bold: null, italic: null, link: null })
      else letters.set(of, (letters.get(of) ?? new Set()).add(client))
    }
    for (const element of elements) deleteType(element, transaction)
    for (const [text, clients] of letters)
      text.applyDelta(
        stretchesOf(text)
          .filter(({ length }) => length > 0)
          .map(({ client, length }) => (clients.has(client) ? { delete: length } : { retain: length })),
      )
  }, takeOutLarge)
}

const takeUntil = (parts: readonly LargePart[], size: Size, bound: Size, gone: Set<LargePart>): void => {
  let left = size
  for (const part of parts) {
    if (!isOver(left, bound, LEFT)) return
    gone.add(part)
    left = plus(left, part, -1)
  }
}

const isOver = ({ letters, pieces }: Size, bound: Size, share: number): boolean =>
  letters > bound.letters * share || pieces > bound.pieces * share

const plus = (a: Size, b: Size, times = 1): Size => ({
  letters: a.letters + times * b.letters,
  pieces: a.pieces + times * b.pieces,
})

const weightOf = ({ letters, pieces }: Size): number => letters / STORY_BOUND.letters + pieces / STORY_BOUND.pieces

const byWeight = (a: LargePart, b: LargePart): number => weightOf(b) - weightOf(a)

/** First all of whoever wrote most, the last of it first. */
const byWriter = (parts: readonly LargePart[]): readonly LargePart[] => {
  const weights = new Map<number, number>()
  for (const part of parts) weights.set(part.client, (weights.get(part.client) ?? 0) + weightOf(part))
  return parts.toReversed().toSorted((a, b) => (weights.get(b.client) ?? 0) - (weights.get(a.client) ?? 0))
}

/** What could go of a node. What one person alone wrote goes with its paragraph; where several did, only from the text. */
const partsIn = ({ node, texts, breaks, size, passage }: StoryNode): readonly LargePart[] => {
  const stretches = texts.map((text) => ({ text, stretches: stretchesOf(text) }))
  const isWhole = node instanceof Y.XmlElement && size.pieces === passage.pieces // no other elements are in it
  if (isWhole) {
    const client = clientOf(node)
    const others = [...[...texts, ...breaks].map(clientOf), ...stretches.flatMap((one) => one.stretches.map(ofClient))]
    if (others.every((other) => other === client))
      return [{ ...plus(size, { letters: 0, pieces: goesWith(node) }), client, of: node, what: 'element' }]
  }
  return [
    ...breaks.map((of): LargePart => ({ letters: 0, pieces: 1, client: clientOf(of), of, what: 'element' })),
    ...stretches.flatMap((one) => partsOfText(one.text, one.stretches)),
  ]
}

const partsOfText = (of: Y.XmlText, stretches: readonly Stretch[]): readonly LargePart[] => {
  const writers = new Map<number, { letters: number; formats: number }>()
  for (const { client, length, formats } of stretches) {
    const writer = writers.get(client) ?? { letters: 0, formats: 0 }
    writers.set(client, { letters: writer.letters + length, formats: writer.formats + formats })
  }
  const letters = [...writers].map(([client, writer]): LargePart => ({
    letters: writer.letters,
    pieces: 0,
    client,
    of,
    what: 'letters',
  }))
  const pieces = stretches.reduce((sum, { formats }) => sum + formats, 0)
  const marker = [...writers].toSorted(([, a], [, b]) => b.formats - a.formats)[0]
  return pieces === 0 || marker === undefined
    ? letters
    : [...letters, { letters: 0, pieces, client: marker[0], of, what: 'marks' }]
}

/**
 * The outermost element in which nothing else stands. What is around it goes in one with it: Yjs takes time that grows with the
 * square where elements go before the one that held them, so a list of many points stays, empty.
 */
const aloneIn = (element: Y.XmlElement): Y.XmlElement =>
  element.parent instanceof Y.XmlElement && element.parent.length === 1 ? aloneIn(element.parent) : element

/** It and what goes with it. */
const goesWith = (element: Y.XmlElement): number =>
  element.parent instanceof Y.XmlElement && element.parent.length === 1 ? 1 + goesWith(element.parent) : 1

const ofClient = ({ client }: Stretch): number => client
const clientOf = (type: object): number => itemOf(type)?.id.client ?? 0
