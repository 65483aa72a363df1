/**
 * Nothing is ever deleted: it is set aside, and an edit that was made meanwhile shows it again (product.md, rule 5). What is set
 * aside remembers its fingerprint; as soon as it has another, somebody has edited it, and it stands in view again.
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

/** `client` set it aside: whose that is, the log says. `at` is by the clock of their device, in ms. */
export type Aside = { readonly client: number; readonly at: number }

export const setAside = (doc: Y.Doc, kind: EntityKind, id: EntityId, now: number, randomness: Randomness): void =>
  doc.transact(
    () =>
      setValue(doc, keyOf(kind, id, 'aside'), toAsideValue(now, fingerprintIn(readPlan(doc), kind, id)), randomness),
    setAside,
  )

/** As it stands in the document since the first release. */
export const toAsideValue = (at: number, fingerprint: string): Plain => ({ at, look: fingerprint })

export const showAgain = (doc: Y.Doc, kind: EntityKind, id: EntityId, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf(kind, id, 'aside'), null, randomness), showAgain)

/** `null`: in view. Set aside by two at once is set aside; shown again by one of two is in view. */
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
