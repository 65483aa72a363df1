/**
 * Who wrote which words of the story: its passages with the clientID of every letter, and the words by author. It knows no
 * person; the session says whose a clientID is (PROTOCOL.md, E4). What was deleted does not show.
 */
import * as Y from 'yjs'
import { storyOf } from '../document/plan-doc.ts'
import { itemOf, type Letters, lettersOf } from '../document/written-by.ts'

/** A paragraph, a heading, or a paragraph of a point in a list. `at` is the same object for as long as the passage stands. */
export type Passage = {
  readonly at: object
  readonly kind: 'paragraph' | 'heading' | 'item'
  readonly letters: readonly Letters[]
}

/** Words in a row with the same author, or the same authors where several wrote in one word. */
export type WrittenWords<Author> = { readonly text: string; readonly authors: readonly Author[] }

/** As in story.ts: deeper text is left out here, and stays in the document. */
const MAX_DEPTH = 24

/** The passages that hold any word, in order. */
export const readPassages = (doc: Y.Doc): readonly Passage[] =>
  passagesIn(storyOf(doc).toArray(), 'paragraph', MAX_DEPTH).filter(({ letters }) =>
    letters.some(({ text }) => text.trim() !== ''),
  )

const passagesIn = (children: readonly unknown[], kind: Passage['kind'], depth: number): readonly Passage[] =>
  children.flatMap((child) => passagesOf(child, kind, depth))

const passagesOf = (child: unknown, kind: Passage['kind'], depth: number): readonly Passage[] => {
  if (child instanceof Y.XmlText) return [{ at: child, kind, letters: lettersOf(child) }]
  if (!(child instanceof Y.XmlElement) || depth === 0) return []
  const children: readonly unknown[] = child.toArray()
  if (children.some((grandchild) => grandchild instanceof Y.XmlText))
    return [{ at: child, kind: child.nodeName === 'heading' ? 'heading' : kind, letters: children.flatMap(inline) }]
  return passagesIn(children, child.nodeName === 'listItem' ? 'item' : kind, depth - 1)
}

const inline = (child: unknown): readonly Letters[] => {
  if (child instanceof Y.XmlText) return lettersOf(child)
  const item = child instanceof Y.XmlElement && child.nodeName === 'hardBreak' ? itemOf(child) : null
  return item === null ? [] : [{ text: '\n', client: item.id.client }]
}

/** Spaces, the letters of one word, or signs. A word is never divided: half of "onveilig" says something else. */
const TOKEN = /\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]+/gu
const SPACE = /^\s/
const WORD = /^[\p{L}\p{N}\p{M}]/u

/** The words by author. Spaces belong to what stands before them. */
export const toWrittenWords = <Author extends string>(
  letters: readonly Letters[],
  authorAt: (client: number) => Author,
): readonly WrittenWords<Author>[] => {
  const runs: { text: string; authors: readonly Author[] }[] = []
  let lead = ''
  let word: Word<Author> = NO_WORD
  const endWord = (): void => {
    const { text, authors } = word
    word = NO_WORD
    if (text === '') return
    const last = runs.at(-1)
    if (last !== undefined && isSame(last.authors, authors)) last.text += text
    else runs.push({ text: lead + text, authors })
    lead = ''
  }
  for (const { text, client } of letters) {
    const author = authorAt(client)
    for (const [token] of text.toWellFormed().matchAll(TOKEN)) {
      if (SPACE.test(token)) {
        endWord()
        const last = runs.at(-1)
        if (last === undefined) lead += token
        else last.text += token
        continue
      }
      const isSigns = !WORD.test(token)
      if (word.isSigns !== isSigns) endWord()
      const authors = word.authors.includes(author) ? word.authors : [...word.authors, author]
      word = { text: word.text + token, isSigns, authors }
    }
  }
  endWord()
  return runs
}

/** A word, or signs in a row, that may go on in the next letters. */
type Word<Author> = { readonly text: string; readonly isSigns: boolean; readonly authors: readonly Author[] }
const NO_WORD: Word<never> = { text: '', isSigns: false, authors: [] }

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one))
