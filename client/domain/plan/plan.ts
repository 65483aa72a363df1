/** The plan itself: its title and its schema version. Pure functions over `Y.Doc` and over its state. */
import type * as Y from 'yjs'
import { memoizeOne } from '../document/memoize.ts'
import { TITLE_LIMIT, toLine } from '../document/plain.ts'
import { SCHEMA_VERSION } from '../document/plan-doc.ts'
import { type Fields, fieldsOf, type PlanState } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { type Randomness, readValues, setValue, valuesIn } from '../document/values.ts'

/** Begins a new plan. Only its creator calls this, once. */
export const beginPlan = (doc: Y.Doc, title: string, randomness: Randomness): void =>
  doc.transact(() => {
    setValue(doc, 'plan/schema', SCHEMA_VERSION, randomness)
    setTitle(doc, title, randomness)
  }, beginPlan)

/** An empty title is no title; the screen then shows a word of its own. */
export const setTitle = (doc: Y.Doc, title: string, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, 'plan/title', toLine(title, TITLE_LIMIT) ?? '', randomness), setTitle)

/** The titles. None: never named. Two or more: named at the same time. */
export const titlesOf = (plan: PlanState): readonly string[] => titlesIn(fieldsOf(plan, 'plan'))
export const readTitles = (doc: Y.Doc): readonly string[] => titlesOf(readPlan(doc))

const titlesIn = memoizeOne((fields: Fields): readonly string[] => [
  ...new Set(
    valuesIn(fields, 'title')
      .map((title) => toLine(title, TITLE_LIMIT))
      .filter((title) => title !== null),
  ),
])

/** The highest version that anybody wrote, because an older app must not lower a newer one's. An empty plan has ours. */
export const readSchemaVersion = (doc: Y.Doc): number =>
  readValues(doc, 'plan/schema').reduce<number>(
    (highest, version) =>
      typeof version === 'number' && Number.isSafeInteger(version) ? Math.max(highest, version) : highest,
    SCHEMA_VERSION,
  )
