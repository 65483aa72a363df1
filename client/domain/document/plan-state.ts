/**
 * What a plan says at one moment, as plain values that never change: of each state the next shares all that stayed the same, so
 * that `===` says whether something changed. Selectors (`goalsOf`, `titlesOf` …) read it. Knows no meaning of any field.
 */
import type { EntityId } from './entity-id.ts'
import type { Plain } from './plain.ts'
import { ENTITY_KINDS, type EntityKind } from './plan-doc.ts'

/** One value as somebody set it. `client` wrote it: whose that is, the log says (PROTOCOL.md, E4). */
export type Signed = { readonly name: string; readonly client: number; readonly value: Plain }
/** `undefined`: no version of ours could have written it. */
export type Unread = Omit<Signed, 'value'> & { readonly value: undefined }

/**
 * None: never set. Two or more: set at the same time. Sorted by code unit of their names and not by locale: two peers may speak
 * different languages and must see the same order.
 */
export type Field = readonly (Signed | Unread)[]
export type Fields = ReadonlyMap<string, Field>

/** A wish, a goal, a step …, as it was added, and what was set and written since. */
export type Entity = {
  readonly kind: EntityKind
  readonly id: EntityId
  /** clientID that added it. */
  readonly maker: number | null
  /** `undefined`: nothing that a version of ours could have written. */
  readonly fixed: ReadonlyMap<string, Plain | undefined>
  /** Every unit at its place in the shared text, however long. */
  readonly texts: ReadonlyMap<string, string>
  readonly fields: Fields
}
export type Entities = ReadonlyMap<EntityId, Entity>

/** `plan`: the plan itself, its sections and its people. `other`: what a newer version may add; kept apart, so that a flood of it is copied by no write of ours. */
export type OwnerKind = EntityKind | 'plan' | 'other'

export type PlanState = {
  readonly entities: Readonly<Record<EntityKind, Entities>>
  /** By owner, such as `goal:x7Fa…` or `plan`; also of entities that are not there, or not yet. */
  readonly fields: Readonly<Record<OwnerKind, ReadonlyMap<string, Fields>>>
  /** How often the story has changed. It is long and its editor follows it letter by letter, so it is read when asked for (story.ts). */
  readonly story: number
}

const KINDS: ReadonlyMap<string, OwnerKind> = new Map([
  ...ENTITY_KINDS.map((kind) => [kind, kind] as const),
  ...['plan', 'section', 'person'].map((name) => [name, 'plan'] as const),
])

/** Which map of `fields` an owner is in. */
export const ownerKind = (owner: string): OwnerKind => {
  const colon = owner.indexOf(':')
  return KINDS.get(colon < 0 ? owner : owner.slice(0, colon)) ?? 'other'
}

export const NO_FIELDS: Fields = new Map()
const NONE: readonly never[] = []

/** The readable values of one field, in the same order for everybody who heard the same updates. */
export const signedIn = (fields: Fields, field: string): readonly Signed[] => readable(fields.get(field) ?? NONE)

export const readable = (field: Field): readonly Signed[] =>
  field.every((one): one is Signed => one.value !== undefined) ? field : field.filter((one) => one.value !== undefined)

/** The names under which something stands there, readable or not. */
export const namesIn = (fields: Fields, field: string): readonly string[] =>
  (fields.get(field) ?? NONE).map(({ name }) => name)

export const fieldsOf = (plan: PlanState, owner: string): Fields =>
  plan.fields[ownerKind(owner)].get(owner) ?? NO_FIELDS

/** Of an entity that is not there only the values are known. */
export const entityOf = (plan: PlanState, kind: EntityKind, id: EntityId): Entity =>
  plan.entities[kind].get(id) ?? {
    kind,
    id,
    maker: null,
    fixed: new Map(),
    texts: new Map(),
    fields: fieldsOf(plan, `${kind}:${id}`),
  }
