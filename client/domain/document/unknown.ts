/** What a newer app wrote and this one cannot read. It stays in the document, and people are told that it is there. */
import type * as Y from 'yjs'
import { ENTITY_KINDS, entitiesOf, storyOf, valuesOf } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { readable } from './plan-state.ts'
import { clientsIn } from './written-by.ts'

/** The most unknown roots and owners that are looked at: more say nothing more. */
const MAX_LOOKED = 100

/** The clientIDs that wrote content under roots or owners which this version does not have; none: everything is known. */
export const unknownIn = (doc: Y.Doc): readonly number[] => {
  const known = new Set<unknown>([storyOf(doc), valuesOf(doc), ...ENTITY_KINDS.map((kind) => entitiesOf(doc, kind))])
  const roots: Y.AbstractType<unknown>[] = []
  if (doc.share.size > known.size)
    for (const root of doc.share.values()) {
      if (!known.has(root)) roots.push(root as Y.AbstractType<unknown>)
      if (roots.length >= MAX_LOOKED) break
    }
  const owners = [...readPlan(doc).fields.other.values()].slice(0, MAX_LOOKED)
  const signers = owners.flatMap((fields) => [...fields.values()].flatMap((field) => readable(field)))
  return [...new Set([...roots.flatMap(clientsIn), ...signers.map(({ client }) => client)])]
}
