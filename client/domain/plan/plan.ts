/** What a plan says about itself: its title and the version of its shape. Pure functions over `Y.Doc` and over its state. */
import type * as Y from 'yjs'
import { memoizeOne } from '../document/memoize.ts'
import { TITLE_LIMIT, toLine } from '../document/plain.ts'
import { SCHEMA_VERSION } from '../document/plan-doc.ts'
import { type Fields, fieldsOf, type PlanState } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { type Randomness, readValues, setValue, valuesIn } from '../document/values.ts'

/** The first words of a new plan. Only its creator calls this, once. */
export const beginPlan = (doc: Y.Doc, title: string, randomness: Randomness): void =>
  doc.transact(() => {
    setValue(doc, 'plan/schema', SCHEMA_VERSION, randomness)
    setTitle(doc, title, randomness)
  }, beginPlan)

/** An empty title is no title; the screen then shows a word of its own. */
export const setTitle = (doc: Y.Doc, title: string, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, 'plan/title', toLine(title, TITLE_LIMIT) ?? '', randomness), setTitle)

/** None: it was never named. Two or more: people named it at the same time. */
export const titlesOf = (plan: PlanState): readonly string[] => titlesIn(fieldsOf(plan, 'plan'))
export const readTitles = (doc: Y.Doc): readonly string[] => titlesOf(readPlan(doc))

const titlesIn = memoizeOne((fields: Fields): readonly string[] => [
  ...new Set(
    valuesIn(fields, 'title')
      .map((title) => toLine(title, TITLE_LIMIT))
      .filter((title) => title !== null),
  ),
])

/** The highest that anybody wrote: a plan that a newer app has raised is not lowered by an older one. A plan still empty has ours. */
export const readSchemaVersion = (doc: Y.Doc): number =>
  readValues(doc, 'plan/schema').reduce<number>(
    (highest, version) =>
      typeof version === 'number' && Number.isSafeInteger(version) ? Math.max(highest, version) : highest,
    SCHEMA_VERSION,
  )
