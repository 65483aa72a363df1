/**
 * The one reducer: a state and the changes in the document since give the next state. Unchanged parts are the same objects in
 * both. A state is read from scratch by the same steps, from an empty one in which everything has changed. Contents that only
 * a newer version knows are left out, and stay in the document.
 */
import * as Y from 'yjs'
import { allOf, type Changes, type EntityChange } from './changes.ts'
import { type EntityId, parseEntityId } from './entity-id.ts'
import { type Plain, toPlain } from './plain.ts'
import { ENTITY_KINDS, entitiesOf, type EntityKind, valuesOf } from './plan-doc.ts'
import {
  type Entities,
  type Entity,
  type Field,
  type Fields,
  NO_FIELDS,
  type OwnerKind,
  ownerKind,
  type PlanState,
  type Signed,
  type Unread,
} from './plan-state.ts'
import { parseName } from './value-name.ts'
import { sameList } from './memoize.ts'
import { clientOf, writersOf } from './written-by.ts'

const forEachKind = <Value>(make: () => Value): Record<EntityKind, Value> =>
  Object.fromEntries(ENTITY_KINDS.map((kind) => [kind, make()])) as Record<EntityKind, Value>

const EMPTY: PlanState = {
  entities: forEachKind(() => new Map()),
  fields: { ...forEachKind(() => new Map()), plan: new Map(), other: new Map() },
  story: 0,
}

export const readFromScratch = (doc: Y.Doc): PlanState => reducePlan(EMPTY, doc, allOf(doc))

export const reducePlan = (before: PlanState, doc: Y.Doc, changes: Changes): PlanState => {
  const touched = reduceFields(before.fields, valuesOf(doc), changes.values)
  let state = before
  if (touched.size > 0) {
    const fields = { ...before.fields }
    for (const [kind, owners] of touched) fields[kind] = replaced(before.fields[kind], owners)
    state = { ...state, fields }
  }
  for (const kind of ENTITY_KINDS) {
    const [changed, owners] = [changes.entities[kind], touched.get(kind) ?? NO_OWNERS]
    if (changed.size === 0 && owners.size === 0) continue
    const all = reduceEntities(kind, state, doc, changed, owners)
    if (all !== before.entities[kind]) state = { ...state, entities: { ...state.entities, [kind]: all } }
  }
  return changes.story ? { ...state, story: before.story + 1 } : state
}

type Owners = ReadonlyMap<string, Fields>
const NO_OWNERS: Owners = new Map()

/** The fields of each owner whose fields changed; empty when none is left. */
const reduceFields = (
  before: PlanState['fields'],
  values: Y.Map<unknown>,
  changed: ReadonlySet<string>,
): ReadonlyMap<OwnerKind, Owners> => {
  const touched = new Map<OwnerKind, Map<string, Fields>>()
  for (const [owner, names] of groupNames(changed)) {
    const kind = ownerKind(owner)
    const known = before[kind].get(owner)
    const next = new Map(known)
    for (const [field, ofField] of names) {
      const value = readField(values, known?.get(field), ofField)
      if (value === null) next.delete(field)
      else next.set(field, value)
    }
    if (next.size === 0 && known === undefined) continue
    const owners = touched.get(kind)
    if (owners === undefined) touched.set(kind, new Map([[owner, next]]))
    else owners.set(owner, next)
  }
  return touched
}

/** The names of values, by owner and by field. */
const groupNames = (changed: ReadonlySet<string>): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> => {
  const owners = new Map<string, Map<string, string[]>>()
  for (const name of changed) {
    const place = parseName(name)
    if (place === null) continue
    const fields = owners.get(place.owner)
    const names = fields?.get(place.field)
    if (fields === undefined) owners.set(place.owner, new Map([[place.field, [name]]]))
    else if (names === undefined) fields.set(place.field, [name])
    else names.push(name)
  }
  return owners
}

const replaced = (before: ReadonlyMap<string, Fields>, owners: Owners): ReadonlyMap<string, Fields> => {
  const all = new Map(before)
  for (const [owner, fields] of owners) {
    if (fields.size === 0) all.delete(owner)
    else all.set(owner, fields)
  }
  return all
}

/** Reads a field again; `null` when it has no values any more. */
const readField = (values: Y.Map<unknown>, before: Field | undefined, changed: readonly string[]): Field | null => {
  const isOne = before === undefined && changed.length === 1 // nearly all of them
  const names = isOne ? changed : [...new Set([...(before ?? []).map(({ name }) => name), ...changed])].sort()
  const field: (Signed | Unread)[] = []
  for (const name of names) {
    const client = clientOf(values, name)
    if (client !== null) field.push({ name, client, value: toPlain(values.get(name)) } as Signed | Unread)
  }
  return field.length === 0 ? null : field
}

const reduceEntities = (
  kind: EntityKind,
  state: PlanState,
  doc: Y.Doc,
  changes: ReadonlyMap<string, EntityChange>,
  owners: Owners,
): Entities => {
  const before = state.entities[kind]
  const root = entitiesOf(doc, kind)
  let copy: Map<EntityId, Entity> | null = null
  const put = (id: EntityId, entity: Entity): void => void (copy ??= new Map(before)).set(id, entity)
  for (const [text, change] of changes) {
    const id = parseEntityId(text)
    if (id === null) continue
    const known = before.get(id)
    const isWhole = change === 'whole' || known === undefined
    const next = isWhole ? readEntity(root, kind, id, state.fields[kind]) : retyped(root, known, change)
    if (next !== null && next !== known) put(id, next)
    else if (next === null && known !== undefined) (copy ??= new Map(before)).delete(id)
  }
  for (const [owner, fields] of owners) {
    const id = owner.slice(kind.length + 1) as EntityId
    const known = (copy ?? before).get(id)
    if (known !== undefined && known.fields !== fields) put(id, { ...known, fields })
  }
  return copy ?? before
}

const readEntity = (
  root: Y.Map<unknown>,
  kind: EntityKind,
  id: EntityId,
  fields: ReadonlyMap<string, Fields>,
): Entity | null => {
  const map = root.get(id)
  if (!(map instanceof Y.Map)) return null
  const fixed = new Map<string, Plain | undefined>()
  const texts = new Map<string, string>()
  const writers = new Map<string, readonly number[]>()
  map.forEach((value: unknown, name) => {
    if (value instanceof Y.Text) {
      texts.set(name, textIn(value))
      writers.set(name, writersOf(value))
    } else fixed.set(name, toPlain(value))
  })
  return {
    kind,
    id,
    maker: clientOf(root, id),
    fixed,
    texts,
    writers,
    fields: fields.get(`${kind}:${id}`) ?? NO_FIELDS,
  }
}

/** Reads only these texts again; returns the same entity when they are unchanged. */
const retyped = (root: Y.Map<unknown>, entity: Entity, changed: ReadonlySet<string>): Entity => {
  const map = root.get(entity.id)
  const texts = new Map(entity.texts)
  const writers = new Map(entity.writers)
  for (const name of changed) {
    const text = map instanceof Y.Map ? map.get(name) : null
    if (!(text instanceof Y.Text)) continue
    texts.set(name, textIn(text))
    writers.set(name, writersOf(text))
  }
  const isSame = (name: string): boolean =>
    texts.get(name) === entity.texts.get(name) && sameList(writers.get(name) ?? [], entity.writers.get(name) ?? [])
  return [...changed].every(isSame) ? entity : { ...entity, texts, writers }
}

/** The text with every unit at its place in the shared text; a unit that our texts never hold counts as one character. */
const textIn = (text: Y.Text): string => {
  const plain = text.toString()
  if (plain.length === text.length) return plain
  const parts = text.toDelta() as readonly { readonly insert: unknown }[]
  return parts.map(({ insert }) => (typeof insert === 'string' ? insert : UNREADABLE)).join('')
}

const UNREADABLE = '\ufffc'
