/** The words of a change: what went and came in all its texts, for reading and for saying what kind of change it was. */
import type { Detail } from './details.ts'
import { diffWords, forReading, newEffort, type Stretch } from './words-diff.ts'

/** The words that went and came; paragraphs that went or came whole are not compared with others. */
export const wordsOf = (details: readonly Detail[]): readonly Stretch[] => {
  const effort = newEffort()
  return details.flatMap((detail, index): readonly Stretch[] => {
    switch (detail.form) {
      case 'value':
        return []
      case 'text':
        return forReading(diffWords(detail.before, detail.after, effort))
      case 'passage': {
        const words = forReading(diffWords(detail.before?.text ?? '', detail.after?.text ?? '', effort))
        const isLast = details.slice(index + 1).every(({ form }) => form !== 'passage')
        return isLast
          ? words
          : words.map((one, at) => (at === words.length - 1 ? { ...one, text: `${one.text}\n\n` } : one))
      }
    }
  })
}

/** Whether letters came at one place and none went: who is in the middle of a word has written no other word. */
export const grows = (detail: Detail): boolean => {
  if (detail.form === 'value') return false
  const [before, after] = [textIn(detail, 'before'), textIn(detail, 'after')]
  let same = 0
  while (same < before.length && before[same] === after[same]) same += 1
  return after.length > before.length && after.endsWith(before.slice(same))
}

/**
 * Whether the same letters stand in the same order before and after, and only the lines and spaces between them differ. Each run of
 * neighbours is compared by itself: words that passed a paragraph which stayed as it was were moved.
 */
export const isOnlySpace = (details: readonly Detail[]): boolean => {
  const runs: { readonly behind: string | undefined; readonly details: Detail[] }[] = []
  for (const detail of details) {
    const behind = detail.form === 'passage' ? detail.behind.at(-1) : detail.field
    const place = ({ field }: Detail): boolean => field === behind
    const run = runs.find((one) => one.behind === behind || one.details.some(place))
    if (run === undefined) runs.push({ behind, details: [detail] })
    else run.details.splice(run.details.findIndex(place) + 1, 0, detail)
  }
  const letters = (of: readonly Detail[], side: 'before' | 'after'): string =>
    of.map((detail) => textIn(detail, side).replaceAll(/\s+/gu, '')).join('')
  return (
    details.some((detail) => textIn(detail, 'before') !== textIn(detail, 'after')) &&
    runs.every((run) => letters(run.details, 'before') === letters(run.details, 'after'))
  )
}

const textIn = (detail: Detail, side: 'before' | 'after'): string => {
  if (detail.form === 'value') return ''
  return detail.form === 'text' ? detail[side] : (detail[side]?.text ?? '')
}

/** Not every script puts spaces between words: of a word this long, what still begins or ends it counts as kept. */
const LONG = 24
/** The most pieces that are tried for it. */
const MAX_PIECES = 200

/** The letters of words that went and stand nowhere in what came: who parts, joins or moves paragraphs loses none, also inside a word. */
export const lostLetters = (details: readonly Detail[]): number => {
  const wordsOfSide = (side: 'before' | 'after'): readonly string[] =>
    details.flatMap((detail) => (detail.form === 'value' ? [] : textIn(detail, side).split(/\s+/u)))
  const come = count(wordsOfSide('after'))
  const gone = wordsOfSide('before').filter((word) => !take(come, word))
  const lost = count(gone.filter((word) => !isTwoOf(word, come)))
  for (const [word, times] of come) for (let time = 0; time < times && isTwoOf(word, lost); time += 1);
  const pieces = [...come].flatMap(([word, left]) => (left > 0 ? [word] : [])).slice(0, MAX_PIECES)
  return [...lost].reduce(
    (sum, [word, times]) => sum + times * (word.length > LONG ? withoutPieces(word, pieces) : word.length),
    0,
  )
}

type Counted = Map<string, number>
const count = (words: readonly string[]): Counted => {
  const counted: Counted = new Map()
  for (const word of words) counted.set(word, (counted.get(word) ?? 0) + 1)
  return counted
}
const take = (from: Counted, word: string): boolean => {
  const left = from.get(word) ?? 0
  if (left > 0) from.set(word, left - 1)
  return left > 0
}

/** Whether a word is two of these, one behind the other, as where somebody pressed Enter inside it. Both are used up then. */
const isTwoOf = (word: string, parts: Counted): boolean => {
  for (let at = 1; at < Math.min(word.length, LONG); at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if (!take(parts, first)) continue
    if (take(parts, second)) return true
    parts.set(first, (parts.get(first) ?? 0) + 1)
  }
  return false
}

const withoutPieces = (word: string, pieces: readonly string[]): number => {
  const longest = (fits: (piece: string) => boolean): number =>
    Math.max(0, ...pieces.filter(fits).map((one) => one.length))
  return Math.max(0, word.length - longest((one) => word.startsWith(one)) - longest((one) => word.endsWith(one)))
}
