/**
 * A plan that goes on in another one (PROTOCOL.md, S8): when its log is nearly full, or to leave behind what was taken out.
 * The new one holds what is there now, written anew by whoever begins it.
 */
import * as Y from 'yjs'
import { parseWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { ENTITY_KINDS, entitiesOf, storyOf, valuesOf } from '../document/plan-doc.ts'
import { type Fields, fieldsOf, type PlanState } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { type Randomness, setValue, valuesIn } from '../document/values.ts'

const KEY = 'plan/successor'

/** Into a plan that has just been begun: all of `from`, and not where it goes on. What was deleted there does not come along. */
export const fillSuccessor = (from: Y.Doc, doc: Y.Doc): void =>
  doc.transact(() => {
    const copyOf = (value: unknown): unknown => (value instanceof Y.AbstractType ? value.clone() : value)
    const values = valuesOf(doc)
    values.clear() // its own title: the other has one
    storyOf(doc).insert(
      0,
      storyOf(from)
        .toArray()
        .flatMap((node) => (node instanceof Y.XmlElement || node instanceof Y.XmlText ? [node.clone()] : [])),
    )
    for (const [name, value] of valuesOf(from)) if (!name.startsWith(`${KEY}#`)) values.set(name, copyOf(value))
    for (const kind of ENTITY_KINDS)
      for (const [id, entity] of entitiesOf(from, kind)) entitiesOf(doc, kind).set(id, copyOf(entity))
  }, fillSuccessor)

export const setSuccessor = (doc: Y.Doc, plan: WorkspaceId, randomness: Randomness): void =>
  setValue(doc, KEY, plan, randomness)

/** Of several, the first: two began one at the same time, and each invites others to theirs. `null`: it goes on here. */
export const successorOf = (plan: PlanState): WorkspaceId | null => successorIn(fieldsOf(plan, 'plan'))
export const readSuccessor = (doc: Y.Doc): WorkspaceId | null => successorOf(readPlan(doc))

const successorIn = (fields: Fields): WorkspaceId | null =>
  valuesIn(fields, 'successor')
    .map((value) => (typeof value === 'string' ? parseWorkspaceId(value) : null))
    .find((plan) => plan !== null) ?? null
