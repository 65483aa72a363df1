/**
 * The one reducer: a state, and what has changed in the document since, give the next state. What did not change is the very
 * same object in both. A state is read from scratch by the same steps, from an empty one of which everything has changed.
 * What a newer version may have put there is left out, and stays in the document.
 */
import * as Y from 'yjs'
import { allOf, type Changes, type EntityChange } from './changes.ts'
import { type EntityId, parseEntityId } from './entities.ts'
import { type Plain, toPlain } from './plain.ts'
import { ENTITY_KINDS, entitiesOf, type EntityKind, valuesOf } from './plan-doc.ts'
import {
  type Entity,
  type Field,
  type Fields,
  NO_FIELDS,
  type OwnerKind,
  ownerKind,
  type PlanState,
  type Signed,
} from './plan-state.ts'
import { keyIn, splitKey, type ValueKey } from './value-name.ts'
import { clientOf } from './written-by.ts'

const forEachKind = <Value>(make: () => Value): Record<EntityKind, Value> =>
  Object.fromEntries(ENTITY_KINDS.map((kind) => [kind, make()])) as Record<EntityKind, Value>

const EMPTY: PlanState = {
  entities: forEachKind(() => new Map()),
  fields: { ...forEachKind(() => new Map()), plan: new Map(), other: new Map() },
  story: 0,
}

export const readFromScratch = (doc: Y.Doc): PlanState => reducePlan(EMPTY, doc, allOf(doc))

export const reducePlan = (before: PlanState, doc: Y.Doc, changes: Changes): PlanState => {
  const { fields, owners } = reduceFields(before.fields, valuesOf(doc), changes.values)
  const entities = { ...before.entities }
  let hasChanged = owners.size > 0 || changes.story
  for (const kind of ENTITY_KINDS) {
    const next = reduceEntities(kind, before.entities[kind], fields[kind], doc, changes.entities[kind], owners)
    if (next === before.entities[kind]) continue
    entities[kind] = next
    hasChanged = true
  }
  return hasChanged ? { entities, fields, story: before.story + (changes.story ? 1 : 0) } : before
}

/** `owners`: whose fields are other than they were. */
const reduceFields = (before: PlanState['fields'], values: Y.Map<unknown>, changed: ReadonlySet<string>) => {
  const fields = { ...before }
  const owners = new Map<string, Map<string, Field>>()
  for (const [key, names] of groupNames(changed)) {
    const [owner, name] = splitKey(key)
    const known = before[ownerKind(owner)].get(owner)
    const field = readField(values, known?.get(name), names)
    let next = owners.get(owner)
    if (next === undefined && field === null && known === undefined) continue
    if (next === undefined) owners.set(owner, (next = new Map(known)))
    if (field === null) next.delete(name)
    else next.set(name, field)
  }
  const copies = new Map<OwnerKind, Map<string, Fields>>()
  for (const [owner, next] of owners) {
    const kind = ownerKind(owner)
    const copy = copies.get(kind) ?? new Map(before[kind])
    copies.set(kind, copy)
    fields[kind] = copy
    if (next.size === 0) copy.delete(owner)
    else copy.set(owner, next)
  }
  return { fields, owners }
}

const groupNames = (changed: ReadonlySet<string>): ReadonlyMap<ValueKey, readonly string[]> => {
  const groups = new Map<ValueKey, string[]>()
  for (const name of changed) {
    const key = keyIn(name)
    const group = key === null ? undefined : groups.get(key)
    if (group !== undefined) group.push(name)
    else if (key !== null) groups.set(key, [name])
  }
  return groups
}

/** `null`: nothing stands there any more. */
const readField = (values: Y.Map<unknown>, before: Field | undefined, changed: readonly string[]): Field | null => {
  const candidates = before === undefined ? changed : [...new Set([...before.names, ...changed])]
  const names = candidates.filter((name) => values.has(name)).sort()
  if (names.length === 0) return null
  return { names, signed: names.map((name) => readSigned(values, name)).filter((signed) => signed !== null) }
}

const readSigned = (values: Y.Map<unknown>, name: string): Signed | null => {
  const client = clientOf(values, name)
  const value = toPlain(values.get(name))
  return client === null || value === undefined ? null : { name, client, value }
}

const reduceEntities = (
  kind: EntityKind,
  before: ReadonlyMap<EntityId, Entity>,
  fields: ReadonlyMap<string, Fields>,
  doc: Y.Doc,
  changes: ReadonlyMap<string, EntityChange>,
  owners: ReadonlyMap<string, Fields>,
): ReadonlyMap<EntityId, Entity> => {
  const root = entitiesOf(doc, kind)
  let copy: Map<EntityId, Entity> | null = null
  const put = (id: EntityId, entity: Entity | null): void => {
    copy ??= new Map(before)
    if (entity === null) copy.delete(id)
    else copy.set(id, entity)
  }
  for (const [text, change] of changes) {
    const id = parseEntityId(text)
    if (id === null) continue
    const known = before.get(id)
    const next = change === 'whole' || known === undefined ? readEntity(root, kind, id) : retyped(root, known, change)
    if (next === null && known === undefined) continue
    if (next !== known) put(id, next && { ...next, fields: fields.get(`${kind}:${id}`) ?? NO_FIELDS })
  }
  for (const [owner, own] of owners) {
    if (ownerKind(owner) !== kind) continue
    const id = owner.slice(kind.length + 1) as EntityId
    const known = (copy ?? before).get(id)
    if (known !== undefined && known.fields !== own) put(id, { ...known, fields: own })
  }
  return copy ?? before
}

const readEntity = (root: Y.Map<unknown>, kind: EntityKind, id: EntityId): Entity | null => {
  const map = root.get(id)
  if (!(map instanceof Y.Map)) return null
  const fixed = new Map<string, Plain | undefined>()
  const texts = new Map<string, string>()
  map.forEach((value: unknown, name) => {
    if (value instanceof Y.Text) texts.set(name, textIn(value))
    else fixed.set(name, toPlain(value))
  })
  return { kind, id, maker: clientOf(root, id), fixed, texts, fields: NO_FIELDS }
}

/** Only these texts are read again; the very same entity when they say what they said. */
const retyped = (root: Y.Map<unknown>, entity: Entity, changed: ReadonlySet<string>): Entity => {
  const map = root.get(entity.id)
  const texts = new Map(entity.texts)
  for (const name of changed) {
    const text = map instanceof Y.Map ? map.get(name) : null
    if (text instanceof Y.Text) texts.set(name, textIn(text))
  }
  return [...changed].every((name) => texts.get(name) === entity.texts.get(name)) ? entity : { ...entity, texts }
}

/** Every unit of it at its place in the shared text; what a text of ours never holds counts as one sign. */
const textIn = (text: Y.Text): string => {
  const plain = text.toString()
  if (plain.length === text.length) return plain
  const parts = text.toDelta() as readonly { readonly insert: unknown }[]
  return parts.map(({ insert }) => (typeof insert === 'string' ? insert : UNREADABLE)).join('')
}

const UNREADABLE = '\ufffc'
