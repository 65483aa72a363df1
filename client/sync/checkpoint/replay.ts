/**
 * The log read from its start while a checkpoint's copy of it is on screen (K2): into a document that nobody sees, until it
 * has come to the place the checkpoint speaks of. If both hold the same there, the copy is the log's own, and what follows
 * goes to the screen. If not, the log's document is what counts.
 */
import * as Y from 'yjs'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { digestOf } from '../document/doc-digest.ts'
import { keepRedundantMarks } from '../document/keep-redundant-marks.ts'
import type { Preview } from '../log/log-state.ts'
import { withoutPending } from '../document/unshared-diff.ts'

export type Replay = {
  /** Accepted updates up to `seq`, in order, one call per page at most past `preview.seq`. Answers what the screen lacks. */
  take(seq: number, updates: readonly Uint8Array[]): readonly Uint8Array[]
  /** `open`: the log has not come that far. */
  verdict(): 'open' | 'true' | 'false'
  /** All of the log, when the checkpoint was false, with as much of my own as fits; and my words that do not. */
  settle(own: readonly Uint8Array[]): { readonly document: Uint8Array; readonly lost: string }
}

/** What somebody wrote inside words that never were has no place in the document. V2, as Yjs keeps what waits. */
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
      // All of it: a device that was killed between the two writes has the preview's cursor, and not its document.
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
