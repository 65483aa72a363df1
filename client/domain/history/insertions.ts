/** Where words that went stand in a text that has changed since: between what is around them now. */
import { countLetters, diffWords, type Effort, forReading, newEffort, type Stretch } from './words-diff.ts'

export type Insertion = {
  readonly at: number
  readonly text: string
  /** Where the words stood in the text before they went. */
  readonly from: number
  /** What keeps them apart from the words around them now: others may have come in their place. */
  readonly gaps: readonly [before: '' | ' ', after: '' | ' ']
}

/** The words that are in `before` and not in `after`, with their places in `now`. Words that stand there again are left out. */
export const toInsertions = (
  before: string,
  after: string,
  now: string,
  effort: Effort = newEffort(),
): readonly Insertion[] => {
  const since = diffWords(after, now, effort)
  const found: Insertion[] = []
  let [from, place] = [0, 0]
  for (const { kind, text } of diffWords(before, after, effort)) {
    if (kind === 'gone' && text.trim() !== '') {
      const at = follow(since, place)
      if (!stands(now, text, at)) found.push({ at, text, from, gaps: gapsAround(now, text, at) })
    }
    if (kind !== 'come') from += text.length
    if (kind !== 'gone') place += text.length
  }
  return found
}

/** Whether other words came and hardly any stayed: word by word between them, neither could be read. */
export const isRewritten = (before: string, after: string, effort: Effort = newEffort()): boolean => {
  const { gone, come } = countLetters(forReading(diffWords(before, after, effort)))
  return come > 0 && gone > before.trim().length - gone
}

const ENDS = /[\p{L}\p{N}\p{M}.,!?;:]$/u
const BEGINS = /^[\p{L}\p{N}]/u
const gap = (left: string, right: string): '' | ' ' => (ENDS.test(left) && BEGINS.test(right) ? ' ' : '')
const gapsAround = (now: string, words: string, at: number): Insertion['gaps'] => [
  gap(now.slice(Math.max(0, at - 2), at), words),
  gap(words, now.slice(at, at + 2)),
]

/** Whether the words are at that place again: somebody was first. */
const stands = (now: string, words: string, at: number): boolean =>
  now.slice(at).trimStart().startsWith(words.trim()) || now.slice(0, at).trimEnd().endsWith(words.trim())

/** The place of an offset once a text has changed: before words that came there, and where it was in words that went. */
const follow = (stretches: readonly Stretch[], offset: number): number => {
  let [old, now] = [0, 0]
  for (const { kind, text } of stretches) {
    if (kind === 'come') {
      if (old >= offset) break
      now += text.length
      continue
    }
    const part = Math.min(text.length, offset - old)
    old += part
    if (kind === 'kept') now += part
    if (old >= offset && part < text.length) break
  }
  return now
}
