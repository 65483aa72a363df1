/**
 * The successor of a plan (PROTOCOL.md, S8), begun when the log is nearly full, or to leave deleted content behind. It holds the
 * current content, written anew by the person who begins it.
 */
import * as Y from 'yjs'
import { parseWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { ENTITY_KINDS, entitiesOf, storyOf, valuesOf } from '../document/plan-doc.ts'
import { fieldsOf, type PlanState, signedIn } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { type Randomness, setValue } from '../document/values.ts'
import { type Circle, countingIn } from './powers.ts'

const KEY = 'plan/successor'

/**
 * The values that are not copied: the successor, and proposals and agreements to end a goal. Whoever begins it signs every copy, and
 * would seem to have proposed or agreed. Names and answers are copied, and read as written down by that person (G1).
 */
const NOT_COPIED = /^plan\/(?:successor|origin)#|\/(?:ending|agreed)#/

/** Copies the content of `from`, without its successor, into a plan that has just been begun. Deleted content is not copied. */
export const fillSuccessor = (from: Y.Doc, doc: Y.Doc): void =>
  doc.transact(() => {
    const copyOf = (value: unknown): unknown => (value instanceof Y.AbstractType ? value.clone() : value)
    const values = valuesOf(doc)
    values.clear() // without its own title, because `from` has one
    storyOf(doc).insert(
      0,
      storyOf(from)
        .toArray()
        .flatMap((node) => (node instanceof Y.XmlElement || node instanceof Y.XmlText ? [node.clone()] : [])),
    )
    for (const [name, value] of valuesOf(from)) if (!NOT_COPIED.test(name)) values.set(name, copyOf(value))
    for (const kind of ENTITY_KINDS)
      for (const [id, entity] of entitiesOf(from, kind)) entitiesOf(doc, kind).set(id, copyOf(entity))
  }, fillSuccessor)

export const setSuccessor = (doc: Y.Doc, plan: WorkspaceId, randomness: Randomness): void =>
  setValue(doc, KEY, plan, randomness)

/** The successor, the first of several that owners began at the same time; `null`: the plan goes on here (powers.ts). */
export const successorOf = (plan: PlanState, circle: Circle): WorkspaceId | null =>
  countingIn(signedIn(fieldsOf(plan, 'plan'), 'successor'), 'successor', circle)
    .map(({ value }) => (typeof value === 'string' ? parseWorkspaceId(value) : null))
    .find((next) => next !== null) ?? null
export const readSuccessor = (doc: Y.Doc, circle: Circle): WorkspaceId | null => successorOf(readPlan(doc), circle)
