/**
 * Replay: the log is read from its start into a hidden document while a checkpoint's copy is on screen (K2), until it reaches
 * the place that the checkpoint names. If both hold the same there, the copy is true and later entries go to the screen. If
 * not, the log's document replaces it.
 */
import * as Y from 'yjs'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { digestOf } from '../document/doc-digest.ts'
import { keepRedundantMarks } from '../document/keep-redundant-marks.ts'
import type { Preview } from '../log/log-state.ts'
import { withoutPending } from '../document/unshared-diff.ts'

export type Replay = {
  /** Takes the accepted updates up to `seq`, in order, one call per page at most past `preview.seq`. Returns the updates that the screen lacks. */
  take(seq: number, updates: readonly Uint8Array[]): readonly Uint8Array[]
  /** `open`: the log has not reached the checkpoint's place. */
  verdict(): 'open' | 'true' | 'false'
  /** After a false checkpoint: the log's document with as much of this device's own work as fits, and the words that do not fit. */
  settle(own: readonly Uint8Array[]): { readonly document: Uint8Array; readonly lost: string }
}

/** The words of an update that has no place in the document, because they stand inside text that the log never held. V2 is the form of Yjs's pending structs. */
const wordsIn = (update: Uint8Array): string =>
  Y.decodeUpdateV2(update)
    .structs.map((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '',
    )
    .join('')

export const createReplay = ({ seq: place, digest }: Preview): Replay => {
  const doc = new Y.Doc()
  keepRedundantMarks(doc)
  let verdict: 'open' | 'true' | 'false' = 'open'
  return {
    take(seq, updates) {
      if (verdict === 'true') return updates
      Y.transact(doc, () => updates.forEach((update) => Y.applyUpdate(doc, update)), null, false)
      if (verdict === 'false' || seq < place) return []
      verdict = equalBytes(digestOf(doc), digest) ? 'true' : 'false'
      if (verdict === 'false') return []
      // The whole document: a device that was killed between the two writes has the preview's cursor without its document.
      const whole = Y.encodeStateAsUpdate(doc)
      doc.destroy()
      return [whole]
    },
    verdict: () => verdict,
    settle(own) {
      for (const update of own) Y.applyUpdate(doc, update)
      const { pendingStructs } = doc.store
      const lost = pendingStructs === null ? '' : wordsIn(pendingStructs.update)
      return { document: withoutPending(doc, () => Y.encodeStateAsUpdate(doc)), lost }
    },
  }
}
