/**
 * What a plan is made of: wishes, goals, steps … Each is a map under a random id in the root map of its kind; its single
 * values are in values.ts. Reads them; making.ts makes them. Knows no meaning of any of them.
 */
import * as Y from 'yjs'
import type { Brand } from '#shared/protocol/bytes.ts'
import { rememberList } from './read-cache.ts'
import { cut, type Plain, toPlain } from './plain.ts'
import { type EntityKind, entitiesOf } from './plan-doc.ts'
import type { ValueKey } from './values.ts'

export type EntityId = Brand<string, 'EntityId'>

const ENTITY_ID = /^[\w-]{11}$/
/** Characters that are read of one text. The relay refuses long before that; this bounds what a hostile member can make us draw. */
const MAX_TEXT = 100_000

export const parseEntityId = (text: unknown): EntityId | null =>
  typeof text === 'string' && ENTITY_ID.test(text) ? (text as EntityId) : null

export const keyOf = (kind: EntityKind, id: EntityId, field: string): ValueKey => `${kind}:${id}/${field}`

/** In the same order for everybody, also what making.ts leaves out. What is no entity of ours is left out. */
export const allIds = (doc: Y.Doc, kind: EntityKind): readonly EntityId[] =>
  rememberList(doc, kind, 'ids', () =>
    [...entitiesOf(doc, kind)]
      .filter(([id, map]) => parseEntityId(id) !== null && map instanceof Y.Map)
      .map(([id]) => id as EntityId)
      .sort(),
  )

export const hasEntity = (doc: Y.Doc, kind: EntityKind, id: EntityId): boolean => mapOf(doc, kind, id) !== null

/** Of everything that it was made with, in the same order for everybody. */
export const namesOf = (doc: Y.Doc, kind: EntityKind, id: EntityId): readonly string[] =>
  [...(mapOf(doc, kind, id)?.keys() ?? [])].sort()

/** `undefined`: not there, or nothing that a version of ours could have written. */
export const readFixed = (doc: Y.Doc, kind: EntityKind, id: EntityId, name: string): Plain | undefined =>
  toPlain(mapOf(doc, kind, id)?.get(name))

export const textOf = (doc: Y.Doc, kind: EntityKind, id: EntityId, name: string): Y.Text | null => {
  const text = mapOf(doc, kind, id)?.get(name)
  return text instanceof Y.Text ? text : null
}

export const readText = (doc: Y.Doc, kind: EntityKind, id: EntityId, name: string): string => {
  const text = textOf(doc, kind, id, name)
  return text === null ? '' : cut(rawText(text), MAX_TEXT)
}

/** Every unit of it at its place in the shared text; what a text of ours never holds counts as one sign. */
export const rawText = (text: Y.Text): string => {
  const plain = text.toString()
  if (plain.length === text.length) return plain
  const parts = text.toDelta() as readonly { readonly insert: unknown }[]
  return parts.map(({ insert }) => (typeof insert === 'string' ? insert : UNREADABLE)).join('')
}

const UNREADABLE = '\ufffc'

/** Whose clientID made the entity; the log says whose that is (PROTOCOL.md, E4). */
export const makerOf = (doc: Y.Doc, kind: EntityKind, id: EntityId): number | null =>
  entitiesOf(doc, kind)._map.get(id)?.id.client ?? null

const mapOf = (doc: Y.Doc, kind: EntityKind, id: EntityId): Y.Map<unknown> | null => {
  const map = entitiesOf(doc, kind).get(id)
  return map instanceof Y.Map ? map : null
}
