/** How a goal ends: one proposes, another agrees, and both see it. Nobody ends a goal of two alone. */
import type * as Y from 'yjs'
import { parseMoment } from './days.ts'
import { type EntityId, keyOf } from './entities.ts'
import type { Plain } from './plain.ts'
import { readField } from './value-index.ts'
import { type Randomness, setValue } from './values.ts'

export type Outcome = 'completed' | 'cancelled'

/** `client` proposed it: whose that is, the log says. `at` by their clock, in ms. */
export type Ending = { readonly outcome: Outcome; readonly at: number; readonly client: number }

export const proposeEnding = (
  doc: Y.Doc,
  goal: EntityId,
  outcome: Outcome,
  now: number,
  randomness: Randomness,
): void =>
  doc.transact(() => setValue(doc, keyOf('goal', goal, 'ending'), { outcome, at: now }, randomness), proposeEnding)

/** By whoever proposed it, or by another who would rather go on. */
export const withdrawEnding = (doc: Y.Doc, goal: EntityId, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf('goal', goal, 'ending'), null, randomness), withdrawEnding)

/** Says yes: the goal has ended. Screens offer this to another than the proposer, or to who is alone in the plan. */
export const agreeEnding = (doc: Y.Doc, goal: EntityId, outcome: Outcome, randomness: Randomness): void =>
  doc.transact(() => {
    setValue(doc, keyOf('goal', goal, 'status'), outcome, randomness)
    setValue(doc, keyOf('goal', goal, 'ending'), null, randomness)
  }, agreeEnding)

/** Of two proposals at once the first in the order of their names; agreeing to it settles both. */
export const readEnding = (doc: Y.Doc, goal: EntityId): Ending | null => {
  for (const { value, client } of readField(doc, `goal:${goal}`, 'ending')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
    const { outcome, at } = value as { readonly [name: string]: Plain }
    if (outcome !== 'completed' && outcome !== 'cancelled') continue
    return { outcome, at: parseMoment(at) ?? 0, client }
  }
  return null
}
