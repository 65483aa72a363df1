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
