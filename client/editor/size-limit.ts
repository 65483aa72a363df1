/** The maximum size of a story. What could not be shared is refused before it is in the document. */
import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { PASSAGE_BOUND, STORY_BOUND } from '#domain/story/story-size.ts'
import { changedRanges } from './changed-ranges.ts'

/** In characters: at most three bytes each, with structure, stay within one item of 4 MiB (PROTOCOL.md, S8). */
const STORY_LIMIT = 1_000_000
/** The document size in bytes at which the editor warns: older phones become slow. */
const LARGE_DOCUMENT_BYTES = 2_000_000

/**
 * Refuses any local change that would exceed the limit as a whole: a paste, a drop, a keystroke. Peers' changes always
 * apply.
 */
export const SizeLimit = Extension.create<{ onTooLarge: () => void; limit: number }>({
  name: 'sizeLimit',
  addOptions: () => ({ onTooLarge: () => {}, limit: STORY_LIMIT }),
  addProseMirrorPlugins() {
    const { onTooLarge, limit } = this.options
    return [
      new Plugin({
        filterTransaction: (transaction, state) => {
          if (!transaction.docChanged || isChangeOrigin(transaction)) return true
          const size = transaction.doc.content.size
          if (size <= state.doc.content.size || (size <= limit && isDrawable(transaction))) return true
          queueMicrotask(onTooLarge)
          return false
        },
      }),
    ]
  },
})

/** Pieces are counted only for what is added in one go: nobody presses Enter 30,000 times. */
const MANY = 1_000

/** Whether the story could still be opened afterwards (size-gate.ts). */
const isDrawable = (transaction: Transaction): boolean => {
  const { doc, before } = transaction
  let isSmall = true
  for (const { from, to } of changedRanges([transaction]))
    doc.nodesBetween(from, Math.min(to, doc.content.size), (node) => {
      isSmall &&=
        !node.isTextblock || (node.content.size <= PASSAGE_BOUND.letters && piecesIn(node) <= PASSAGE_BOUND.pieces)
      return !node.isTextblock && isSmall
    })
  return isSmall && (doc.content.size - before.content.size < MANY || piecesIn(doc) <= STORY_BOUND.pieces)
}

/** At most, as Yjs keeps them: a run of text is one, with the beginning and the end of each mark. */
const piecesIn = (node: Node): number => {
  let pieces = 0
  node.descendants(({ marks }) => void (pieces += 1 + 2 * marks.length))
  return pieces
}

/**
 * Calls `onLarge` once when the document exceeds `limit`. Adds up the updates, and measures only when their sum suggests
 * it.
 */
export const watchSize = (doc: Y.Doc, onLarge: () => void, limit: number = LARGE_DOCUMENT_BYTES): (() => void) => {
  let atMost = Number.POSITIVE_INFINITY
  const check = (update: Uint8Array) => {
    atMost += update.length
    if (atMost < limit) return
    atMost = Y.encodeStateAsUpdate(doc).length
    if (atMost < limit) return
    stop()
    onLarge()
  }
  const stop = () => doc.off('update', check)
  doc.on('update', check)
  check(new Uint8Array(0))
  return stop
}
