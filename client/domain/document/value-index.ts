/**
 * The values of a document by what they belong to, kept up to date as the document changes: a plan of five years holds
 * some 20,000 of them, and walking the map for each would be felt at every keystroke. Knows no meaning of any field.
 */
import type * as Y from 'yjs'
import { valuesOf } from './plan-doc.ts'
import { type Plain, toPlain } from './plain.ts'

/** One value as somebody set it. `client` wrote it: whose that is, the log says (PROTOCOL.md, E4). */
export type Signed = { readonly name: string; readonly client: number; readonly value: Plain }
/** In the same order for everybody who heard the same updates. */
export type Field = readonly Signed[]
export type Fields = ReadonlyMap<string, Field>

/** `names` has also those whose value no version of ours could have written; `field` is read when somebody asks. */
type Slot = { readonly names: Set<string>; field: Field | null }
type Slots = Map<string, Slot>
type Index = Map<string, Slots>

const indexes = new WeakMap<Y.Doc, Index>()
const NO_NAMES: ReadonlySet<string> = new Set()
const NO_FIELD: Field = []
const NO_SLOTS: Slots = new Map()

/** `<entity>/<field>#<random>` */
export const parseName = (name: string): { readonly entity: string; readonly field: string } | null => {
  const hash = name.indexOf('#')
  const slash = name.indexOf('/')
  return slash < 0 || hash < slash ? null : { entity: name.slice(0, slash), field: name.slice(slash + 1, hash) }
}

const readSigned = (values: Y.Map<unknown>, name: string): Signed | null => {
  const item = values._map.get(name)
  if (item === undefined || item.deleted) return null
  const value = toPlain(values.get(name))
  return value === undefined ? null : { name, client: item.id.client, value }
}

/** By code unit and not by locale: two peers may speak different languages and must see the same order. */
const readSlot = (values: Y.Map<unknown>, slot: Slot): Field =>
  (slot.field ??= [...slot.names]
    .sort()
    .map((name) => readSigned(values, name))
    .filter((signed) => signed !== null))

const follow = (index: Index, values: Y.Map<unknown>, name: string): void => {
  const place = parseName(name)
  if (place === null) return
  const slots: Slots = index.get(place.entity) ?? new Map()
  const slot = slots.get(place.field) ?? { names: new Set(), field: null }
  slot.field = null
  if (values.has(name)) slot.names.add(name)
  else slot.names.delete(name)
  if (slot.names.size > 0) slots.set(place.field, slot)
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
  values.observe((event) =>
    event.keysChanged.forEach((name: string | null) => name !== null && follow(index, values, name)),
  )
  indexes.set(doc, index)
  return index
}

const toFields = (doc: Y.Doc, slots: Slots): Fields =>
  new Map(
    [...slots]
      .map(([name, slot]): [string, Field] => [name, readSlot(valuesOf(doc), slot)])
      .filter(([, field]) => field.length > 0),
  )

/** Brings what was just written under `name` into the index at once: observers hear of it only when the transaction ends. */
export const noteWritten = (doc: Y.Doc, name: string): void => follow(indexOf(doc), valuesOf(doc), name)

export const readField = (doc: Y.Doc, entity: string, field: string): Field => {
  const slot = indexOf(doc).get(entity)?.get(field)
  return slot === undefined ? NO_FIELD : readSlot(valuesOf(doc), slot)
}

/** The names under which something stands there, readable or not. */
export const readNames = (doc: Y.Doc, entity: string, field: string): ReadonlySet<string> =>
  indexOf(doc).get(entity)?.get(field)?.names ?? NO_NAMES

/** All fields of one entity, such as `goal:x7Fa…`. */
export const readFields = (doc: Y.Doc, entity: string): Fields => toFields(doc, indexOf(doc).get(entity) ?? NO_SLOTS)

/** Every entity that has a value, in the same order for everybody. */
export const readEntities = (doc: Y.Doc): readonly (readonly [string, Fields])[] =>
  [...indexOf(doc)]
    .map(([entity, slots]) => [entity, toFields(doc, slots)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
