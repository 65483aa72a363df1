/** Text of others that stands here and not in the log: the relay lost it (C3), and only their own devices can bring it back. */
import * as Y from 'yjs'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { SessionCore } from '../session/session-core.ts'

/** `null`: nobody can say whose; a device that could not keep its salt does not know its own (PROTOCOL.md §5). */
export const lackingOf = ({ doc, own, follower }: SessionCore): readonly (PersonId | null)[] => {
  const { clocks, authors } = follower.state
  const people = [...doc.store.clients.keys()]
    .filter((client) => !own.salts.has(client) && Y.getState(doc.store, client) > (clocks.get(client) ?? 0))
    .map((client) => authors.get(client)?.person ?? null)
  return [...new Set(people)]
}
