/**
 * How an entity looks, as one short mark: the same on every device that has heard the same, another after any edit. What was
 * set aside, or was just made, remembers its mark; as soon as it looks different, somebody has worked on it.
 */
import type * as Y from 'yjs'
import { toBase64url } from '#shared/protocol/bytes.ts'
import { sha256 } from '#shared/protocol/hash.ts'
import { allIds, type EntityId, namesOf, rawText, readFixed, textOf } from './entities.ts'
import { groupBy } from './group-by.ts'
import { remember, rememberList } from './read-cache.ts'
import type { EntityKind } from './plan-doc.ts'
import { readField, readFields } from './value-index.ts'

/** Moving something about is no edit of it. */
const NO_EDIT: ReadonlySet<string> = new Set(['aside', 'made', 'order'])
/** What hangs under it counts as part of it: a new step shows its goal again. */
const PARTS: Partial<Record<EntityKind, EntityKind>> = { goal: 'step', conversation: 'talkPoint' }

/** Characters of base64url: 96 bits, so that no edit looks like none. */
const LENGTH = 16

export const lookOf = (doc: Y.Doc, kind: EntityKind, id: EntityId): string =>
  remember(doc, kind, id, 'look', () =>
    toBase64url(sha256(new TextEncoder().encode(JSON.stringify(describe(doc, kind, id))))).slice(0, LENGTH),
  )

/** It was made, and its maker has undone that; nobody else has worked on it. */
export const isUndone = (doc: Y.Doc, kind: EntityKind, id: EntityId): boolean => {
  const made = readField(doc, `${kind}:${id}`, 'made')
  if (made.length === 0 || made.some(({ value }) => value === true)) return false
  const look = lookOf(doc, kind, id)
  return made.some(({ value }) => value === look)
}

/** A value that two set alike is one value: agreeing on it is no edit. */
const describe = (doc: Y.Doc, kind: EntityKind, id: EntityId): readonly unknown[] => {
  const fields = [...readFields(doc, `${kind}:${id}`)]
    .filter(([field]) => !NO_EDIT.has(field))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, signed]) => [field, ...new Set(signed.map(({ value }) => JSON.stringify(value)).sort())])
  const texts = namesOf(doc, kind, id).map((name) => {
    const text = textOf(doc, kind, id, name)
    return [name, text === null ? null : rawText(text)]
  })
  const part = PARTS[kind]
  const parts = part === undefined ? [] : (partsOf(doc, kind, part).get(id) ?? [])
  return [fields, texts, part === undefined ? [] : parts.map((other) => [other, lookOf(doc, part, other)])]
}

const partsOf = (doc: Y.Doc, kind: EntityKind, part: EntityKind): ReadonlyMap<unknown, readonly EntityId[]> =>
  rememberList(doc, part, 'parts', () =>
    groupBy(
      allIds(doc, part).filter((id) => !isUndone(doc, part, id)),
      (id) => readFixed(doc, part, id, kind),
    ),
  )
