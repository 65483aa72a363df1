/**
 * Sync's three uses of private fields of Yjs, in one file. Yjs 13 offers no other way to find the item that holds a type or the
 * first one in it, or to keep it from deleting marks by itself. An upgrade of Yjs has to be checked here, and nowhere else.
 */
import type * as Y from 'yjs'

/** The item that holds this type; `null` for a root. */
export const itemOf = (type: Y.AbstractType<unknown>): Y.Item | null => type['_item']

/** The first item of a text; the others are to its right. */
export const firstOf = (text: Y.Text): Y.Item | null => text['_start']

/** Clears the flag by which Yjs, once the event is over, decides to delete redundant marks. */
export const skipFormattingCleanup = (transaction: Y.Transaction): void => {
  transaction['_needFormattingCleanup'] = false
}
