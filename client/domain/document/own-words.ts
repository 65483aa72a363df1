/**
 * Own words: values that count only from the person in their key, such as a name (G1). Any member can write any key; the log
 * knows who did (PROTOCOL.md, E4), and here the domain asks it.
 */
import type { PersonId } from '#shared/protocol/ids.ts'
import { type Fields, type Signed, signedIn } from './plan-state.ts'

/** The person behind a clientID, by the signed log; `null`: unknown. An open plan is one. */
export type Authors = {
  personAt(client: number): PersonId | null
  /** The person as who they are now, where they have moved to new keys; missing: nobody has. `personAt` says so already. */
  currentPerson?(person: PersonId): PersonId
}
/** A person whom a key or a value names, as who they are now. */
export const asNow = (person: PersonId, authors: Authors): PersonId => authors.currentPerson?.(person) ?? person

/**
 * The values of a field that count as this person's: their own. What another wrote there is ignored. A value of nobody known
 * counts while no own one is there: only a checkpoint that is still being compared with the log has such (PROTOCOL.md, K2), and
 * a finished log has none (E4).
 */
export const ownIn = (fields: Fields, field: string, person: PersonId, authors: Authors): readonly Signed[] => {
  const signed = signedIn(fields, field)
  const own = signed.filter(({ client }) => authors.personAt(client) === asNow(person, authors))
  return own.length > 0 ? own : signed.filter(({ client }) => authors.personAt(client) === null)
}
