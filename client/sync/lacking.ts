/** Text of others that stands here and not in the log: the relay lost it (C3), and only their own devices can bring it back. */
import * as Y from 'yjs'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { SessionCore } from './session-core.ts'

export const lackingOf = ({ doc, own, follower }: SessionCore): readonly PersonId[] => {
  const { clocks, authors } = follower.state
  const people = [...doc.store.clients.keys()]
    .filter((client) => !own.salts.has(client) && Y.getState(doc.store, client) > (clocks.get(client) ?? 0))
    .map((client) => authors.get(client)?.person)
    .filter((person) => person !== undefined)
  return [...new Set(people)]
}
