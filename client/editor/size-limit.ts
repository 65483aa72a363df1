/** How large a story may become. What could not be shared is refused before it is in the document, not after. */
import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Plugin } from '@tiptap/pm/state'
import * as Y from 'yjs'

/** Characters; at most three bytes each and some structure around them, this stays within one item of 4 MiB (PROTOCOL.md, S8). */
const STORY_LIMIT = 1_000_000
/** Bytes of the document at which the editor warns: older phones become slow. */
const LARGE_DOCUMENT_BYTES = 2_000_000

/** Refuses whole whatever would grow the story past its limit: a paste, a drop, a keystroke. Peers' changes always come in. */
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

/** Calls `onLarge` once when the document passes `limit`. Adds up what comes in, and measures only when that sum says so. */
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
