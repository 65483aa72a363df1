/** Text of others that stands here and not in the log: the relay lost it (C3), and only their own devices can bring it back. */
import * as Y from 'yjs'
import type { Clocks } from '../update/update.ts'

/** The clientIDs of others that reach beyond the log's clocks. */
export const findMissing = (doc: Y.Doc, own: { has(client: number): boolean }, clocks: Clocks): readonly number[] =>
  [...doc.store.clients.keys()].filter(
    (client) => !own.has(client) && Y.getState(doc.store, client) > (clocks.get(client) ?? 0),
  )
