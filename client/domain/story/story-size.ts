/**
 * How much a story may hold before it is more than an editor can draw: a phone would stand still for minutes at each opening.
 * Nothing is refused or deleted by it; the story is then shown as plain text.
 */
import * as Y from 'yjs'
import { standingIn } from '../document/written-by.ts'

/** Letters, and pieces: elements, texts and changes of format. */
export type Size = { readonly letters: number; readonly pieces: number }

/** More than one person can write (client/editor/size-limit.ts), so that two who wrote at once seldom meet it. */
export const STORY_BOUND: Size = { letters: 1_500_000, pieces: 30_000 }
/** Of one paragraph, some fifty pages: all of it is drawn again at each letter. */
export const PASSAGE_BOUND: Size = { letters: 100_000, pieces: 5_000 }

/** As deep as an editor opens a story (client/editor/schema-gate.ts). */
const MAX_DEPTH = 32

/** A node of a story, the story itself included. */
export type StoryNode = {
  readonly node: object
  readonly texts: readonly Y.XmlText[]
  readonly breaks: readonly Y.XmlElement[]
  /** What stands in it, without what stands in its elements. */
  readonly size: Size
  /** Of that, what is drawn as one paragraph. */
  readonly passage: Size
}

/** Every node of a story, outermost first. */
export function* nodesIn(story: Y.XmlFragment): Generator<StoryNode> {
  let level: readonly object[] = [story]
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    const inside: object[] = []
    for (const node of level) {
      const { types, ...own } = standingIn(node)
      const texts = types.filter((type) => type instanceof Y.XmlText)
      const elements = types.filter((type) => type instanceof Y.XmlElement)
      const breaks = elements.filter(({ nodeName }) => nodeName === 'hardBreak')
      let { letters, formats } = own
      for (const text of texts) {
        const standing = standingIn(text)
        letters += standing.letters
        formats += standing.formats
      }
      yield {
        node,
        texts,
        breaks,
        size: { letters, pieces: types.length + formats },
        passage: { letters, pieces: texts.length + breaks.length + formats },
      }
      for (const element of elements) if (element.nodeName !== 'hardBreak') inside.push(element)
    }
    level = inside
  }
}

/**
 * How many letters or pieces may come, wherever they come, before the story can be too large for an editor; below zero it is.
 * Counts no further than that.
 */
export const roomIn = (story: Y.XmlFragment): number => {
  let [letters, pieces, room] = [0, 0, Number.POSITIVE_INFINITY]
  for (const { size, passage } of nodesIn(story)) {
    letters += size.letters
    pieces += size.pieces
    room = Math.min(room, roomFor(passage, PASSAGE_BOUND), roomFor({ letters, pieces }, STORY_BOUND))
    if (room < 0) return room
  }
  return room
}

const roomFor = ({ letters, pieces }: Size, bound: Size): number =>
  Math.min(bound.letters - letters, bound.pieces - pieces)

/** A transaction adds no more letters and pieces than this to the whole document. */
export const growthOf = ({ beforeState, afterState }: Y.Transaction): number =>
  [...afterState].reduce((sum, [client, clock]) => sum + clock - (beforeState.get(client) ?? 0), 0)
