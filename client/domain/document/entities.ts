/**
 * Entities, the building blocks of a plan: wishes, goals, steps … Each is a map under a random id in the root map of its kind;
 * values.ts has its single values. This file reads one from a state; add-entity.ts adds one. It knows no meaning of any of them.
 */
import { type EntityId, parseEntityId } from './entity-id.ts'
import { cut, isSeen, type Plain } from './plain.ts'
import type { EntityKind } from './plan-doc.ts'
import type { Entity } from './plan-state.ts'
import type { ValueKey } from './value-name.ts'

/** The most characters read of one text. The relay refuses far shorter ones; this bounds what a hostile member can make a device draw. */
const MAX_TEXT = 100_000

export const keyOf = (kind: EntityKind, id: EntityId, field: string): ValueKey => `${kind}:${id}/${field}`

/** A fixed value; `undefined` when it is absent, or no version of ours could have written it. */
export const fixedIn = (entity: Entity, name: string): Plain | undefined => entity.fixed.get(name)

/** The id of the entity that this one was added to, or comes from. */
export const linkIn = (entity: Entity, name: string): EntityId | null => parseEntityId(entity.fixed.get(name))

export const textIn = (entity: Entity, name: string): string => {
  const text = writtenIn(entity, name)
  return isSeen(text) ? text : ''
}

/** With its spaces, also where there is nothing else. */
export const writtenIn = (entity: Entity, name: string): string => cut(entity.texts.get(name) ?? '', MAX_TEXT)
