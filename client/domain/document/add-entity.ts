/**
 * Adds wishes, goals, steps …, each whole at once with the texts it will ever have. Undoing that deletes nothing, for
 * somebody may be writing in it: the new entity is there before it is said to be added, and only the saying can be undone.
 */
import * as Y from 'yjs'
import { toBase64url } from '#shared/protocol/bytes.ts'
import { keyOf } from './entities.ts'
import type { EntityId } from './entity-id.ts'
import { fingerprintIn } from './fingerprint.ts'
import type { Plain } from './plain.ts'
import { type EntityKind, entitiesOf } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { addValue, type Randomness, setValue } from './values.ts'

/** 8 bytes: two of a million entities of one plan collide once in 30 million plans. */
const ID_BYTES = 8

/** No function, as every intent is: undo does not hear of it. */
const UNTRACKED_ORIGIN = { name: 'addEntity' }

export type NewEntity = {
  /** Never changes. */
  readonly fixed: { readonly [name: string]: Plain }
  /** Each becomes a `Y.Text`, empty or not: a text made later by two people at once would lose one of them. */
  readonly texts: { readonly [name: string]: string }
  /** Single values that it has from the start. */
  readonly values?: { readonly [name: string]: Plain | undefined }
}

/** Two transactions, the second named by `intent`. */
export const addEntity = (
  doc: Y.Doc,
  kind: EntityKind,
  entity: NewEntity,
  randomness: Randomness,
  intent: unknown,
): EntityId => {
  const id = toBase64url(randomness.randomBytes(ID_BYTES)) as EntityId
  doc.transact(() => {
    const map = new Y.Map<unknown>()
    for (const [name, value] of Object.entries(entity.fixed)) map.set(name, value)
    for (const [name, text] of Object.entries(entity.texts)) map.set(name, new Y.Text(text.toWellFormed()))
    entitiesOf(doc, kind).set(id, map)
    for (const [name, value] of Object.entries(entity.values ?? {})) {
      if (value !== undefined) addValue(doc, keyOf(kind, id, name), value, randomness)
    }
    addValue(doc, keyOf(kind, id, 'made'), fingerprintIn(readPlan(doc), kind, id), randomness)
  }, UNTRACKED_ORIGIN)
  doc.transact(() => setValue(doc, keyOf(kind, id, 'made'), true, randomness), intent)
  return id
}
