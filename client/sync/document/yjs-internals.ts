/**
 * The two places where sync must look behind Yjs's public interface, in one file. Yjs 13 offers no other way to ask in which
 * item a type lies, or to be kept from deleting marks by itself; an upgrade of Yjs has to look here, and nowhere else.
 */
import type * as Y from 'yjs'

/** The item that holds this type; `null` for a root. */
export const itemOf = (type: Y.AbstractType<unknown>): Y.Item | null => type['_item']

/** Yjs looks at this once the event is over, and then deletes marks that say nothing new. */
export const skipFormattingCleanup = (transaction: Y.Transaction): void => {
  transaction['_needFormattingCleanup'] = false
}
