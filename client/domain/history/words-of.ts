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
  const [before, after] =
    detail.form === 'text' ? [detail.before, detail.after] : [detail.before?.text ?? '', detail.after?.text ?? '']
  let same = 0
  while (same < before.length && before[same] === after[same]) same += 1
  return after.length > before.length && after.endsWith(before.slice(same))
}

/** Not every script puts spaces between words: of a word this long, what still begins or ends it counts as kept. */
const LONG = 24
/** The most pieces that are tried for it. */
const MAX_PIECES = 200

/** The letters of words that went and stand nowhere in what came: who parts or moves a paragraph loses hardly any. */
export const lostLetters = (details: readonly Detail[]): number => {
  const wordsOfSide = (side: 'before' | 'after'): readonly string[] =>
    details.flatMap((detail) => {
      if (detail.form === 'text') return detail[side].split(/\s+/u)
      return detail.form === 'passage' ? (detail[side]?.text ?? '').split(/\s+/u) : []
    })
  const come = new Map<string, number>()
  for (const word of wordsOfSide('after')) come.set(word, (come.get(word) ?? 0) + 1)
  const lost = wordsOfSide('before').filter((word) => {
    const left = come.get(word) ?? 0
    come.set(word, left - 1)
    return left <= 0
  })
  const pieces = [...come].flatMap(([word, left]) => (left > 0 ? [word] : [])).slice(0, MAX_PIECES)
  return lost.reduce((sum, word) => sum + (word.length > LONG ? withoutPieces(word, pieces) : word.length), 0)
}

const withoutPieces = (word: string, pieces: readonly string[]): number => {
  const longest = (fits: (piece: string) => boolean): number =>
    Math.max(0, ...pieces.filter(fits).map((one) => one.length))
  return Math.max(0, word.length - longest((one) => word.startsWith(one)) - longest((one) => word.endsWith(one)))
}
