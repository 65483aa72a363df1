/** What somebody wrote and the log does not have, said anew by another key of theirs (PROTOCOL.md §9). */
import * as Y from 'yjs'
import { type Renamed, renameClients } from '../update/rename-clients.ts'

/**
 * The whole document with those words under new clientIDs; `null`: there are none, or nothing can be said about it. `clocks`: what
 * the log has. `clients`: of the earlier key.
 */
export const carryOver = async (
  doc: Y.Doc,
  clocks: ReadonlyMap<number, number>,
  clients: readonly number[],
  newClient: () => Promise<number>,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const renamed = new Map<number, Renamed>()
  for (const client of clients) {
    const clock = clocks.get(client) ?? 0
    if (Y.getState(doc.store, client) > clock) renamed.set(client, { clock, to: await newClient() })
  }
  return renamed.size === 0 ? null : renameClients(Y.encodeStateAsUpdate(doc), renamed)
}
