/**
 * The one file of the domain that reads private fields of Yjs types. No public method gives the author of a key, or the key of a
 * type; both are in the item that holds it: `_map` of the parent type, `_item` of the type itself (yjs 13.6: `YMap`, `AbstractType`).
 */
import type * as Y from 'yjs'

/** The clientID that wrote the current value of a key; the log knows the person (PROTOCOL.md, E4). `null`: the key has no value. */
export const clientOf = (map: Y.Map<unknown>, key: string): number | null => {
  const item = map._map.get(key)
  return item === undefined || item.deleted ? null : item.id.client
}

/** The item that holds a type in its parent; `null` for a root. */
export const itemOf = (type: object): Y.Item | null => (type as { readonly _item: Y.Item | null })._item
