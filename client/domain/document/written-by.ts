/**
 * The one file of the domain that reads private fields of Yjs types. No public method gives the author of a key, or the key of a
 * type; both are in the item that holds it: `_map` of the parent type, `_item` of the type itself (yjs 13.6: `YMap`, `AbstractType`).
 * The letters of a text are the items that begin at `_start`.
 */
import * as Y from 'yjs'

/** The clientID that wrote the current value of a key; the log knows the person (PROTOCOL.md, E4). `null`: the key has no value. */
export const clientOf = (map: Y.Map<unknown>, key: string): number | null => {
  const item = map._map.get(key)
  return item === undefined || item.deleted ? null : item.id.client
}

/** The clientIDs whose characters stand in a text, each once, in the same order for everybody. */
export const writersOf = (text: Y.Text): readonly number[] => {
  const clients = new Set<number>()
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.countable) clients.add(item.id.client)
  }
  return [...clients].sort((a, b) => a - b)
}

/** The most items of a type that are looked at. */
const MAX_ITEMS = 1_000

/** The clientIDs whose content stands in a type of any kind, as far as its first items tell. */
export const clientsIn = (type: Y.AbstractType<unknown>): readonly number[] => {
  const clients = new Set<number>()
  let looked = 0
  for (let item = type._start; item !== null && looked < MAX_ITEMS; item = item.right) {
    looked += 1
    if (!item.deleted) clients.add(item.id.client)
  }
  for (const item of type._map.values()) {
    if (looked >= MAX_ITEMS) break
    looked += 1
    if (!item.deleted) clients.add(item.id.client)
  }
  return [...clients]
}

/** The item that holds a type in its parent; `null` for a root. */
export const itemOf = (type: object): Y.Item | null => (type as { readonly _item: Y.Item | null })._item

/** The type that an item holds; `null`: it holds letters or values. */
export const typeOf = ({ content }: Y.Item): unknown => (content instanceof Y.ContentType ? content.type : null)

/** Letters that stand beside each other and were written under one clientID. */
export type Letters = { readonly text: string; readonly client: number }

/** The letters of a text as it is now, in order; what was deleted is left out. */
export const lettersOf = (text: Y.Text): readonly Letters[] => {
  const letters: { text: string; client: number }[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client } = item.id
    const last = letters.at(-1)
    if (last?.client === client) last.text += item.content.str
    else letters.push({ text: item.content.str, client })
  }
  return letters
}

/** How much stands in a type itself: letters, changes of format, and the types inside it. Reads no text: a million items cost some 30 ms. */
export type Standing = { readonly letters: number; readonly formats: number; readonly types: readonly object[] }

export const standingIn = (type: object): Standing => {
  let [letters, formats] = [0, 0]
  const types: object[] = []
  for (let item = itemsIn(type).first; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentType) types.push(item.content.type)
    else if (item.content instanceof Y.ContentFormat) formats += 1
    else letters += item.length
  }
  return { letters, formats, types }
}

/** Letters in a row of a text that one clientID wrote, with how many changes of format that one made among them. */
export type Stretch = { readonly client: number; readonly length: number; readonly formats: number }

/** A text from its beginning to its end. */
export const stretchesOf = (text: Y.Text): readonly Stretch[] => {
  const stretches: { client: number; length: number; formats: number }[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { client } = item.id
    let last = stretches.at(-1)
    if (last?.client !== client) stretches.push((last = { client, length: 0, formats: 0 }))
    if (item.content instanceof Y.ContentFormat) last.formats += 1
    else last.length += item.length
  }
  return stretches
}

/** Deletes a type where it stands. Asking its parent for that takes a walk to its place: for many, a square. */
export const deleteType = (type: object, transaction: Y.Transaction): void => itemOf(type)?.delete(transaction)

/**
 * Yjs remembers at which index it was in a text, and forgets it after others' change only when observers are called: before that,
 * what is done at an index would be done elsewhere.
 */
export const forgetPlaces = (type: unknown): void => {
  if (type instanceof Y.AbstractType && type._searchMarker !== null) type._searchMarker.length = 0
}

/** Whether deleting an item takes nothing with it: it is no type, or a type in which nothing stands (any more). */
export const holdsNothing = ({ content }: Y.Item): boolean =>
  !(content instanceof Y.ContentType) || content.type._length === 0

/** The items inside a type: the first of its list, and the current one of each key. */
export const itemsIn = (type: object): { readonly first: Y.Item | null; readonly keyed: readonly Y.Item[] } => {
  const inside = type as { readonly _start: Y.Item | null; readonly _map: ReadonlyMap<string, Y.Item> }
  return { first: inside._start, keyed: [...inside._map.values()] }
}
