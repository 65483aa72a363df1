/**
 * Adds entities (wishes, goals, steps …), each at once with all its texts. Undoing deletes nothing, because another person may
 * be writing in it: the entity is written first, then marked as added, and only the mark can be undone.
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

/** The random bytes of an id: two of a million entities of one plan collide once in 30 million plans. */
const ID_BYTES = 8

/** The origin of the first transaction. It is no function, as every intent is, so undo does not track it. */
const UNTRACKED_ORIGIN = { name: 'addEntity' }

export const drawId = (randomness: Randomness): EntityId => toBase64url(randomness.randomBytes(ID_BYTES)) as EntityId

export type NewEntity = {
  /** Drawn before, and in no plan yet; otherwise a new one. */
  readonly id?: EntityId
  /** The values that never change. */
  readonly fixed: { readonly [name: string]: Plain }
  /** The texts: each becomes a `Y.Text`, empty or not, because of a text made later by two people at once one would be lost. */
  readonly texts: { readonly [name: string]: string }
  /** The single values from the start. */
  readonly values?: { readonly [name: string]: Plain | undefined }
}

/** Adds an entity in two transactions, the second named by `intent`. */
export const addEntity = (
  doc: Y.Doc,
  kind: EntityKind,
  entity: NewEntity,
  randomness: Randomness,
  intent: unknown,
): EntityId => {
  const id = entity.id ?? drawId(randomness)
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
