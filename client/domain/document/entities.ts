/**
 * What a plan is made of: wishes, goals, steps … Each is a map under a random id in the root map of its kind; its single
 * values are in values.ts. Reads one as it stands in a state; add-entity.ts adds one. Knows no meaning of any of them.
 */
import { type EntityId, parseEntityId } from './entity-id.ts'
import { cut, type Plain } from './plain.ts'
import type { EntityKind } from './plan-doc.ts'
import type { Entity } from './plan-state.ts'
import type { ValueKey } from './value-name.ts'

/** Characters that are read of one text. The relay refuses long before that; this bounds what a hostile member can make us draw. */
const MAX_TEXT = 100_000

export const keyOf = (kind: EntityKind, id: EntityId, field: string): ValueKey => `${kind}:${id}/${field}`

/** `undefined`: not there, or nothing that a version of ours could have written. */
export const fixedIn = (entity: Entity, name: string): Plain | undefined => entity.fixed.get(name)

/** Another entity that this one was added to, or comes from. */
export const linkIn = (entity: Entity, name: string): EntityId | null => parseEntityId(entity.fixed.get(name))

export const textIn = (entity: Entity, name: string): string => cut(entity.texts.get(name) ?? '', MAX_TEXT)
