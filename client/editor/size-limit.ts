/** The maximum size of a story. What could not be shared is refused before it is in the document. */
import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Plugin } from '@tiptap/pm/state'
import * as Y from 'yjs'

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
          if (size <= limit || size <= state.doc.content.size) return true
          queueMicrotask(onTooLarge)
          return false
        },
      }),
    ]
  },
})

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
