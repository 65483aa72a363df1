/**
 * The one file that looks inside Yjs types. Who wrote a key, and under which key a type stands, is in no public method; both
 * are in the item that holds it: `_map` of the type around, `_item` of the type itself (yjs 13.6: `YMap`, `AbstractType`).
 */
import type * as Y from 'yjs'

/** The clientID that wrote what stands under a key now; the log says whose it is (PROTOCOL.md, E4). `null`: nothing stands there. */
export const clientOf = (map: Y.Map<unknown>, key: string): number | null => {
  const item = map._map.get(key)
  return item === undefined || item.deleted ? null : item.id.client
}

/** What holds a type within its parent. `null`: it is a root. */
export const itemOf = (type: object): Y.Item | null => (type as { readonly _item: Y.Item | null })._item
