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
} from './plan-state.ts'
import type { Signed } from './plan-state.ts'
import { parseName } from './value-name.ts'
import { clientOf } from './written-by.ts'

const forEachKind = <Value>(make: () => Value): Record<EntityKind, Value> =>
  Object.fromEntries(ENTITY_KINDS.map((kind) => [kind, make()])) as Record<EntityKind, Value>

const EMPTY: PlanState = {
  entities: forEachKind(() => new Map()),
  fields: { ...forEachKind(() => new Map()), other: new Map() },
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
const reduceFields = (before: PlanState['fields'], values: Y.Map<unknown>, names: ReadonlySet<string>) => {
  const fields = { ...before }
  const owners = new Set<string>()
  const copied = new Set<OwnerKind>()
  for (const [owner, byField] of groupNames(names)) {
    const kind = ownerKind(owner)
    const known = fields[kind].get(owner) ?? NO_FIELDS
    const next = new Map(known)
    for (const [field, changed] of byField) {
      const value = readField(values, known.get(field), changed)
      if (value === null) next.delete(field)
      else next.set(field, value)
    }
    if (next.size === 0 && known.size === 0) continue
    if (!copied.has(kind)) fields[kind] = new Map(fields[kind])
    copied.add(kind)
    const all = fields[kind] as Map<string, Fields>
    if (next.size === 0) all.delete(owner)
    else all.set(owner, next)
    owners.add(owner)
  }
  return { fields, owners }
}

const groupNames = (names: ReadonlySet<string>): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> => {
  const owners = new Map<string, Map<string, string[]>>()
  for (const name of names) {
    const place = parseName(name)
    if (place === null) continue
    const fields = owners.get(place.owner)
    const known = fields?.get(place.field)
    if (known !== undefined) known.push(name)
    else if (fields !== undefined) fields.set(place.field, [name])
    else owners.set(place.owner, new Map([[place.field, [name]]]))
  }
  return owners
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
  owners: ReadonlySet<string>,
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
  for (const owner of owners) {
    if (ownerKind(owner) !== kind) continue
    const id = owner.slice(kind.length + 1) as EntityId
    const known = (copy ?? before).get(id)
    const own = fields.get(owner) ?? NO_FIELDS
    if (known !== undefined && known.fields !== own) put(id, { ...known, fields: own })
  }
  return copy ?? before
}

const readEntity = (root: Y.Map<unknown>, kind: EntityKind, id: EntityId): Entity | null => {
  const map = root.get(id)
  if (!(map instanceof Y.Map)) return null
  const fixed = new Map<string, Plain>()
  const texts = new Map<string, string>()
  const entries: readonly [string, unknown][] = [...map]
  for (const [name, value] of entries) {
    if (value instanceof Y.Text) texts.set(name, textIn(value))
    else {
      const plain = toPlain(value)
      if (plain !== undefined) fixed.set(name, plain)
    }
  }
  const names = entries.map(([name]) => name).sort()
  return { kind, id, maker: clientOf(root, id), names, fixed, texts, fields: NO_FIELDS }
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
