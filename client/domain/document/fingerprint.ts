/**
 * A fingerprint of an entity's content: the same on every device with the same updates, and another after any edit. The marks of
 * setting aside and of adding hold it; another fingerprint means that a person has worked on the entity since.
 */
import { toBase64url } from '#shared/protocol/bytes.ts'
import { sha256 } from '#shared/protocol/hash.ts'
import type { EntityId } from './entity-id.ts'
import { groupBy } from './group-by.ts'
import { memoize, sameList } from './memoize.ts'
import type { EntityKind } from './plan-doc.ts'
import { type Entities, type Entity, entityOf, type PlanState, readable, signedIn } from './plan-state.ts'

/** The fields left out: moving an entity is no edit of it. */
const NO_EDIT: ReadonlySet<string> = new Set(['aside', 'made', 'order'])
/** The kinds of parts, which count as content: a new step shows its goal again. */
const PARTS: Partial<Record<EntityKind, EntityKind>> = { goal: 'step', conversation: 'talkPoint' }

/** The length in characters of base64url: 96 bits, so that no edit keeps the fingerprint. */
const LENGTH = 16

/** Entities in the order of their ids. */
export type Parts = readonly Entity[]
const NO_PARTS: Parts = []

export const fingerprintOf = memoize<Entity, Parts, string>(
  (entity, parts) =>
    toBase64url(sha256(new TextEncoder().encode(JSON.stringify(describe(entity, parts))))).slice(0, LENGTH),
  sameList,
)

/** Whether the adding was undone, and nobody else has worked on it. */
export const isUndone = (entity: Entity, parts: Parts): boolean => {
  const made = signedIn(entity.fields, 'made')
  if (made.length === 0 || made.some(({ value }) => value === true)) return false
  const fingerprint = fingerprintOf(entity, parts)
  return made.some(({ value }) => value === fingerprint)
}

/** All entities of a kind, in no order, without undone ones. */
export const shownIn = (entities: Entities, parts: (id: EntityId) => Parts = () => NO_PARTS): readonly Entity[] =>
  [...entities.values()].filter((entity) => !isUndone(entity, parts(entity.id)))

/** The parts of one entity, without undone ones. */
export const partsOf = (plan: PlanState, kind: EntityKind, id: EntityId): Parts => {
  const part = PARTS[kind]
  return part === undefined ? NO_PARTS : partIn(groupParts(plan.entities[part], kind), id)
}

/** The parts of all entities of this kind, by their entity. */
export const groupParts = memoize<Entities, EntityKind, ReadonlyMap<unknown, Parts>>((entities, kind) =>
  groupBy(
    shownIn(entities).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    (entity) => entity.fixed.get(kind),
  ),
)

export const partIn = (groups: ReadonlyMap<unknown, Parts>, id: EntityId): Parts => groups.get(id) ?? NO_PARTS

export const fingerprintIn = (plan: PlanState, kind: EntityKind, id: EntityId): string =>
  fingerprintOf(entityOf(plan, kind, id), partsOf(plan, kind, id))

export const isUndoneIn = (plan: PlanState, kind: EntityKind, id: EntityId): boolean =>
  isUndone(entityOf(plan, kind, id), partsOf(plan, kind, id))

/** The content behind a fingerprint. Equal values of two people count once, so agreeing on one is no edit. */
const describe = ({ fixed, texts, fields }: Entity, parts: Parts): readonly unknown[] => [
  [...fields]
    .map(([field, values]) => [field, readable(values)] as const)
    .filter(([field, signed]) => signed.length > 0 && !NO_EDIT.has(field))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, signed]) => [field, ...new Set(signed.map(({ value }) => JSON.stringify(value)).sort())]),
  [...fixed.keys(), ...texts.keys()].sort().map((name) => [name, texts.get(name) ?? null]),
  parts.map((part) => [part.id, fingerprintOf(part, NO_PARTS)]),
]
