/**
 * The plan state: a plan at one moment, as plain immutable values. Each state shares its unchanged parts with the one before,
 * so `===` shows whether something changed. Selectors (`goalsOf`, `titlesOf` …) read it. It knows no meaning of any field.
 */
import type { EntityId } from './entity-id.ts'
import type { Plain } from './plain.ts'
import { ENTITY_KINDS, type EntityKind } from './plan-doc.ts'

/** A signed value: `client` wrote it, and the log knows the person (PROTOCOL.md, E4). */
export type Signed = { readonly name: string; readonly client: number; readonly value: Plain }
/** A value that no version of ours could have written. */
export type Unread = Omit<Signed, 'value'> & { readonly value: undefined }

/**
 * The values of a field. None: never set. Two or more: set at the same time. They are sorted by the code units of their names
 * and not by locale, because peers with different languages must see the same order.
 */
export type Field = readonly (Signed | Unread)[]
export type Fields = ReadonlyMap<string, Field>

/** An entity (a wish, a goal, a step …) as it was added, with the values and texts set since. */
export type Entity = {
  readonly kind: EntityKind
  readonly id: EntityId
  /** The clientID that added it. */
  readonly maker: number | null
  /** The fixed values; `undefined` where no version of ours could have written one. */
  readonly fixed: ReadonlyMap<string, Plain | undefined>
  /** The texts, with every unit at its place in the shared text, however long. */
  readonly texts: ReadonlyMap<string, string>
  /** The clientIDs whose characters stand in each text. */
  readonly writers: ReadonlyMap<string, readonly number[]>
  readonly fields: Fields
}
export type Entities = ReadonlyMap<EntityId, Entity>

/** `plan`: the plan itself, its sections and its people. `other`: owners that a newer version may add, kept apart so that our own writes never copy a flood of them. */
export type OwnerKind = EntityKind | 'plan' | 'other'

export type PlanState = {
  readonly entities: Readonly<Record<EntityKind, Entities>>
  /** The fields by owner, such as `goal:x7Fa…` or `plan`, also of entities that are not there, or not yet. */
  readonly fields: Readonly<Record<OwnerKind, ReadonlyMap<string, Fields>>>
  /** The number of changes to the story. The story is long and its editor follows it letter by letter, so it is read only on demand (story.ts). */
  readonly story: number
}

const KINDS: ReadonlyMap<string, OwnerKind> = new Map([
  ...ENTITY_KINDS.map((kind) => [kind, kind] as const),
  ...['plan', 'section', 'person'].map((name) => [name, 'plan'] as const),
])

/** The map of `fields` that holds an owner. */
export const ownerKind = (owner: string): OwnerKind => {
  const colon = owner.indexOf(':')
  return KINDS.get(colon < 0 ? owner : owner.slice(0, colon)) ?? 'other'
}

export const NO_FIELDS: Fields = new Map()
const NONE: readonly never[] = []

/** The readable values of one field, in the same order on every device with the same updates. */
export const signedIn = (fields: Fields, field: string): readonly Signed[] => readable(fields.get(field) ?? NONE)

export const readable = (field: Field): readonly Signed[] =>
  field.every((one): one is Signed => one.value !== undefined) ? field : field.filter((one) => one.value !== undefined)

/** The names of all values of a field, readable or not. */
export const namesIn = (fields: Fields, field: string): readonly string[] =>
  (fields.get(field) ?? NONE).map(({ name }) => name)

export const fieldsOf = (plan: PlanState, owner: string): Fields =>
  plan.fields[ownerKind(owner)].get(owner) ?? NO_FIELDS

/** The entity; if it is not there, only its values are known. */
export const entityOf = (plan: PlanState, kind: EntityKind, id: EntityId): Entity =>
  plan.entities[kind].get(id) ?? {
    kind,
    id,
    maker: null,
    fixed: new Map(),
    texts: new Map(),
    writers: new Map(),
    fields: fieldsOf(plan, `${kind}:${id}`),
  }
