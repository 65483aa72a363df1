/**
 * Nothing is ever deleted: it is set aside, and an edit that was made meanwhile shows it again (product.md, rule 5). What is
 * set aside remembers how it looked; as soon as it looks different, somebody has edited it, and it stands in view again.
 */
import type * as Y from 'yjs'
import { toBase64url } from '#shared/protocol/bytes.ts'
import { sha256 } from '#shared/protocol/hash.ts'
import { type EntityId, keyOf, readFixed, readIds, textOf } from './entities.ts'
import { type EntityKind, entitiesOf } from './plan-doc.ts'
import { readField, readFields } from './value-index.ts'
import { type Randomness, setValue } from './values.ts'

/** `client` set it aside: whose that is, the log says. `at` is by the clock of their device, in ms. */
export type Aside = { readonly client: number; readonly at: number }

/** Moving something about is no edit of it. */
const NO_EDIT: ReadonlySet<string> = new Set(['aside', 'order'])
/** What hangs under it counts as part of it: a new step shows its goal again. */
const PARTS: Partial<Record<EntityKind, EntityKind>> = { goal: 'step', conversation: 'talkPoint' }

const look = (doc: Y.Doc, kind: EntityKind, id: EntityId): readonly unknown[] => {
  const fields = [...readFields(doc, `${kind}:${id}`)]
    .filter(([field]) => !NO_EDIT.has(field))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, signed]) => [field, signed.map(({ value }) => value)])
  const map = entitiesOf(doc, kind).get(id) as Y.Map<unknown> | undefined
  const texts = [...(map?.keys() ?? [])].sort().map((name) => [name, textOf(doc, kind, id, name)?.toString() ?? null])
  const part = PARTS[kind]
  const parts =
    part === undefined
      ? []
      : readIds(doc, part)
          .filter((other) => readFixed(doc, part, other, kind) === id)
          .map((other) => [other, look(doc, part, other)])
  return [fields, texts, parts]
}

const digest = (doc: Y.Doc, kind: EntityKind, id: EntityId): string =>
  toBase64url(sha256(new TextEncoder().encode(JSON.stringify(look(doc, kind, id))))).slice(0, DIGEST_LENGTH)

/** Characters of base64url: 96 bits, so that no edit looks like none. */
const DIGEST_LENGTH = 16

export const setAside = (doc: Y.Doc, kind: EntityKind, id: EntityId, now: number, randomness: Randomness): void =>
  doc.transact(
    () => setValue(doc, keyOf(kind, id, 'aside'), { at: now, look: digest(doc, kind, id) }, randomness),
    setAside,
  )

export const showAgain = (doc: Y.Doc, kind: EntityKind, id: EntityId, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf(kind, id, 'aside'), null, randomness), showAgain)

/** `null`: in view. Set aside by two at once is set aside; shown again by one of two is in view. */
export const readAside = (doc: Y.Doc, kind: EntityKind, id: EntityId): Aside | null => {
  const field = readField(doc, `${kind}:${id}`, 'aside')
  if (field.length === 0 || field.some(({ value }) => value === null)) return null
  const now = digest(doc, kind, id)
  for (const { value, client } of field) {
    if (typeof value !== 'object' || value === null || !('look' in value) || value.look !== now) continue
    const at = Object.getOwnPropertyDescriptor(value, 'at')?.value
    return { client, at: typeof at === 'number' ? at : 0 }
  }
  return null
}
