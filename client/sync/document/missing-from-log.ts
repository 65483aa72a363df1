/** Text missing from the log: others' text that stands here because the relay lost it (C3). Only their own devices can give it back. */
import * as Y from 'yjs'
import type { Clocks } from '../update/update.ts'

/** The clientIDs of others whose clocks here are beyond the log's. */
export const findMissing = (doc: Y.Doc, own: { has(client: number): boolean }, clocks: Clocks): readonly number[] =>
  [...doc.store.clients.keys()].filter(
    (client) => !own.has(client) && Y.getState(doc.store, client) > (clocks.get(client) ?? 0),
  )
