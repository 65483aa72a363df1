/**
 * What a plan is made of: wishes, goals, steps … Each is a map under a random id in the root map of its kind, made whole in
 * one transaction with the texts it will ever have; its single values are in values.ts. Knows no meaning of any of them.
 */
import * as Y from 'yjs'
import { type Brand, toBase64url } from '#shared/protocol/bytes.ts'
import { type Plain, toPlain } from './plain.ts'
import { type EntityKind, entitiesOf } from './plan-doc.ts'
import type { Randomness, ValueKey } from './values.ts'

export type EntityId = Brand<string, 'EntityId'>

const ID_BYTES = 8
const ENTITY_ID = /^[\w-]{11}$/
/** Characters that are read of one text. The relay refuses long before that; this bounds what a hostile member can make us draw. */
const MAX_TEXT = 100_000

export const parseEntityId = (text: unknown): EntityId | null =>
  typeof text === 'string' && ENTITY_ID.test(text) ? (text as EntityId) : null

export const keyOf = (kind: EntityKind, id: EntityId, field: string): ValueKey => `${kind}:${id}/${field}`

export type NewEntity = {
  /** Never changes. */
  readonly fixed: { readonly [name: string]: Plain }
  /** Each becomes a `Y.Text`, empty or not: a text made later by two people at once would lose one of them. */
  readonly texts: { readonly [name: string]: string }
}

export const addEntity = (doc: Y.Doc, kind: EntityKind, entity: NewEntity, randomness: Randomness): EntityId => {
  const id = toBase64url(randomness.randomBytes(ID_BYTES)) as EntityId
  doc.transact(() => {
    const map = new Y.Map<unknown>()
    for (const [name, value] of Object.entries(entity.fixed)) map.set(name, value)
    for (const [name, text] of Object.entries(entity.texts)) map.set(name, new Y.Text(text))
    entitiesOf(doc, kind).set(id, map)
  }, addEntity)
  return id
}

/** In the same order for everybody. What is no entity of ours is left out. */
export const readIds = (doc: Y.Doc, kind: EntityKind): readonly EntityId[] =>
  [...entitiesOf(doc, kind)]
    .filter(([id, map]) => parseEntityId(id) !== null && map instanceof Y.Map)
    .map(([id]) => id as EntityId)
    .sort()

export const hasEntity = (doc: Y.Doc, kind: EntityKind, id: EntityId): boolean => mapOf(doc, kind, id) !== null

/** `undefined`: not there, or nothing that a version of ours could have written. */
export const readFixed = (doc: Y.Doc, kind: EntityKind, id: EntityId, name: string): Plain | undefined =>
  toPlain(mapOf(doc, kind, id)?.get(name))

export const textOf = (doc: Y.Doc, kind: EntityKind, id: EntityId, name: string): Y.Text | null => {
  const text = mapOf(doc, kind, id)?.get(name)
  return text instanceof Y.Text ? text : null
}

export const readText = (doc: Y.Doc, kind: EntityKind, id: EntityId, name: string): string =>
  textOf(doc, kind, id, name)?.toString().slice(0, MAX_TEXT).toWellFormed() ?? ''

/** Whose clientID made the entity; the log says whose that is (protocol.md §4). */
export const makerOf = (doc: Y.Doc, kind: EntityKind, id: EntityId): number | null =>
  entitiesOf(doc, kind)._map.get(id)?.id.client ?? null

const mapOf = (doc: Y.Doc, kind: EntityKind, id: EntityId): Y.Map<unknown> | null => {
  const map = entitiesOf(doc, kind).get(id)
  return map instanceof Y.Map ? map : null
}
