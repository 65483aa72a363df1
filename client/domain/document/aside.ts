/**
 * Nothing is ever deleted: it is set aside, and an edit that was made meanwhile shows it again (product.md, rule 5). What is
 * set aside remembers how it looked; as soon as it looks different, somebody has edited it, and it stands in view again.
 */
import type * as Y from 'yjs'
import { parseMoment } from './days.ts'
import { type EntityId, keyOf } from './entities.ts'
import { lookOf } from './fingerprint.ts'
import type { Plain } from './plain.ts'
import type { EntityKind } from './plan-doc.ts'
import { readField } from './value-index.ts'
import { type Randomness, setValue } from './values.ts'

/** `client` set it aside: whose that is, the log says. `at` is by the clock of their device, in ms. */
export type Aside = { readonly client: number; readonly at: number }

export const setAside = (doc: Y.Doc, kind: EntityKind, id: EntityId, now: number, randomness: Randomness): void =>
  doc.transact(
    () => setValue(doc, keyOf(kind, id, 'aside'), { at: now, look: lookOf(doc, kind, id) }, randomness),
    setAside,
  )

export const showAgain = (doc: Y.Doc, kind: EntityKind, id: EntityId, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf(kind, id, 'aside'), null, randomness), showAgain)

/** `null`: in view. Set aside by two at once is set aside; shown again by one of two is in view. */
export const readAside = (doc: Y.Doc, kind: EntityKind, id: EntityId): Aside | null => {
  const field = readField(doc, `${kind}:${id}`, 'aside')
  if (field.length === 0 || field.some(({ value }) => value === null)) return null
  for (const { value, client } of field) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
    const { at, look } = value as { readonly [name: string]: Plain }
    if (look === lookOf(doc, kind, id)) return { client, at: parseMoment(at) ?? 0 }
  }
  return null
}
