/**
 * The values of a document by what they belong to, kept up to date as the document changes: a plan of five years holds
 * some 20,000 of them, and walking the map for each would be felt at every keystroke. Knows no meaning of any field.
 */
import type * as Y from 'yjs'
import { valuesOf } from './plan-doc.ts'
import { type Plain, toPlain } from './plain.ts'

/** One value as somebody set it. `client` wrote it: whose that is, the log says (protocol.md §4). */
export type Signed = { readonly name: string; readonly client: number; readonly value: Plain }
/** In the same order for everybody who heard the same updates. */
export type Field = readonly Signed[]
export type Fields = ReadonlyMap<string, Field>

/** `names` has also those whose value no version of ours could have written. */
type Slot = { readonly names: ReadonlySet<string>; readonly field: Field }
type Slots = Map<string, Slot>
type Index = Map<string, Slots>

const indexes = new WeakMap<Y.Doc, Index>()
const EMPTY: Slot = { names: new Set(), field: [] }
const NO_SLOTS: Slots = new Map()

/** `<entity>/<field>#<random>` */
const parseName = (name: string): { entity: string; field: string } | null => {
  const hash = name.indexOf('#')
  const slash = name.indexOf('/')
  return slash < 0 || hash < slash ? null : { entity: name.slice(0, slash), field: name.slice(slash + 1, hash) }
}

/** By code unit and not by locale: two peers may speak different languages and must see the same order. */
const byName = (a: Signed, b: Signed): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

const readSigned = (values: Y.Map<unknown>, name: string): Signed | null => {
  const item = values._map.get(name)
  if (item === undefined || item.deleted) return null
  const value = toPlain(values.get(name))
  return value === undefined ? null : { name, client: item.id.client, value }
}

const follow = (index: Index, values: Y.Map<unknown>, name: string): void => {
  const place = parseName(name)
  if (place === null) return
  const slots: Slots = index.get(place.entity) ?? new Map()
  const before = slots.get(place.field) ?? EMPTY
  const names = new Set(before.names)
  if (values.has(name)) names.add(name)
  else names.delete(name)
  const others = before.field.filter((signed) => signed.name !== name)
  const signed = readSigned(values, name)
  if (names.size > 0)
    slots.set(place.field, { names, field: signed === null ? others : [...others, signed].sort(byName) })
  else slots.delete(place.field)
  if (slots.size > 0) index.set(place.entity, slots)
  else index.delete(place.entity)
}

const indexOf = (doc: Y.Doc): Index => {
  const known = indexes.get(doc)
  if (known !== undefined) return known
  const index: Index = new Map()
  const values = valuesOf(doc)
  for (const name of values.keys()) follow(index, values, name)
  values.observe((event) => event.keysChanged.forEach((name: string) => follow(index, values, name)))
  indexes.set(doc, index)
  return index
}

const toFields = (slots: Slots): Fields =>
  new Map([...slots].filter(([, { field }]) => field.length > 0).map(([name, { field }]) => [name, field]))

/** Brings what was just written under `name` into the index at once: observers hear of it only when the transaction ends. */
export const noteWritten = (doc: Y.Doc, name: string): void => follow(indexOf(doc), valuesOf(doc), name)

export const readField = (doc: Y.Doc, entity: string, field: string): Field =>
  indexOf(doc).get(entity)?.get(field)?.field ?? EMPTY.field

/** The names under which something stands there, readable or not. */
export const readNames = (doc: Y.Doc, entity: string, field: string): ReadonlySet<string> =>
  indexOf(doc).get(entity)?.get(field)?.names ?? EMPTY.names

/** All fields of one entity, such as `goal:x7Fa…`. */
export const readFields = (doc: Y.Doc, entity: string): Fields => toFields(indexOf(doc).get(entity) ?? NO_SLOTS)

/** Every entity that has a value, in the same order for everybody. */
export const readEntities = (doc: Y.Doc): readonly (readonly [string, Fields])[] =>
  [...indexOf(doc)].map(([entity, slots]) => [entity, toFields(slots)] as const).sort(([a], [b]) => (a < b ? -1 : 1))
