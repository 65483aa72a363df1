/** Keeps the carets of a text field behind the letters that they stand behind, while others write in the shared text. */
import * as Y from 'yjs'
import { followCaret } from '#domain/story/follow-caret.ts'

type Field = { readonly selectionStart: number; readonly selectionEnd: number }

export type CaretKeeper = {
  /** Notes the carets before each change of the document; returns its end. */
  watch(doc: Y.Doc): () => void
  /** After a transaction of the change. */
  follow(transaction: Y.Transaction): void
  /** Where the carets are after the change; `null`: it is not known. */
  places(): readonly [start: number, end: number] | null
  behind(text: Y.Text, index: number): Y.RelativePosition
  indexOf(place: Y.RelativePosition): number | null
}

/** `field` gives `null` where the carets are none in the shared text. */
export const createCaretKeeper = (text: () => Y.Text | null, field: () => Field | null): CaretKeeper => {
  let noted: readonly [Y.RelativePosition, Y.RelativePosition] | null = null
  const behind = (into: Y.Text, index: number): Y.RelativePosition =>
    Y.createRelativePositionFromTypeIndex(into, index, -1)
  const indexOf = (place: Y.RelativePosition): number | null => {
    const into = text()
    const found = into?.doc ? Y.createAbsolutePositionFromRelativePosition(place, into.doc) : null
    return found === null || found.type !== into ? null : found.index
  }
  return {
    watch(doc) {
      const note = (): void => {
        const [into, carets] = [text(), field()]
        noted =
          into === null || carets === null
            ? null
            : [behind(into, carets.selectionStart), behind(into, carets.selectionEnd)]
      }
      const forget = (): void => {
        noted = null
      }
      doc.on('beforeAllTransactions', note)
      doc.on('afterAllTransactions', forget)
      return () => {
        doc.off('beforeAllTransactions', note)
        doc.off('afterAllTransactions', forget)
      }
    },
    follow(transaction) {
      if (noted === null) return
      const [start, end] = noted
      noted = [followCaret(transaction, start) ?? start, followCaret(transaction, end) ?? end]
    },
    places() {
      if (noted === null) return null
      const [start, end] = [indexOf(noted[0]), indexOf(noted[1])]
      return start === null || end === null ? null : [start, end]
    },
    behind,
    indexOf,
  }
}
