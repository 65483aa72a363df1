/**
 * Setting aside instead of deleting: an edit that was made meanwhile shows an entity again (product.md, rule 5). The mark holds
 * the entity's fingerprint; another fingerprint means that a person has edited it, and it is in view again.
 */
import type * as Y from 'yjs'
import { parseMoment } from './days.ts'
import { keyOf } from './entities.ts'
import type { EntityId } from './entity-id.ts'
import { fingerprintIn, fingerprintOf, type Parts } from './fingerprint.ts'
import type { Plain } from './plain.ts'
import type { EntityKind } from './plan-doc.ts'
import { type Entity, signedIn } from './plan-state.ts'
import { readPlan } from './read-plan.ts'
import { type Randomness, setValue } from './values.ts'

/** `client` set it aside; the log knows the person. `at`: by their device's clock, in ms since epoch. */
export type Aside = { readonly client: number; readonly at: number }

export const setAside = (doc: Y.Doc, kind: EntityKind, id: EntityId, now: number, randomness: Randomness): void =>
  doc.transact(
    () =>
      setValue(doc, keyOf(kind, id, 'aside'), toAsideValue(now, fingerprintIn(readPlan(doc), kind, id)), randomness),
    setAside,
  )

/** The mark as it is stored in the document since the first release. */
export const toAsideValue = (at: number, fingerprint: string): Plain => ({ at, look: fingerprint })

export const showAgain = (doc: Y.Doc, kind: EntityKind, id: EntityId, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf(kind, id, 'aside'), null, randomness), showAgain)

/** The current mark; `null`: in view. Two concurrent marks set it aside; one of two people can bring it back. */
export const asideOf = (entity: Entity, parts: Parts = []): Aside | null => {
  const signed = signedIn(entity.fields, 'aside')
  if (signed.length === 0 || signed.some(({ value }) => value === null)) return null
  for (const { value, client } of signed) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
    const { at, look } = value as { readonly [name: string]: Plain }
    if (look === fingerprintOf(entity, parts)) return { client, at: parseMoment(at) ?? 0 }
  }
  return null
}
