/** The plan itself: its title, and the schema version that apps of release 1 ask for. Pure functions over `Y.Doc` and over its state. */
import type * as Y from 'yjs'
import type { PersonId } from '#shared/protocol/ids.ts'
import { memoizeOne } from '../document/memoize.ts'
import { type Authors, ownIn } from '../document/own-words.ts'
import { TITLE_LIMIT, toLine } from '../document/plain.ts'
import { SCHEMA_VERSION } from '../document/plan-doc.ts'
import { type Fields, fieldsOf, type PlanState } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { type Randomness, setValue, valuesIn } from '../document/values.ts'

/** Begins a new plan. Only its creator calls this, once. Nothing of ours reads the version: see powers.ts. */
export const beginPlan = (doc: Y.Doc, title: string, randomness: Randomness): void =>
  doc.transact(() => {
    setValue(doc, 'plan/schema', SCHEMA_VERSION, randomness)
    setTitle(doc, title, randomness)
  }, beginPlan)

/** Said by who begins a plan for somebody who is still to come: it is not the beginner's (plan-person.ts). */
export const setForSomeone = (doc: Y.Doc, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, 'plan/begunFor', 'someone', randomness), setForSomeone)

/** Whether this person said so; what others write there does not count. */
export const isForSomeone = (plan: PlanState, founder: PersonId, authors: Authors): boolean =>
  ownIn(fieldsOf(plan, 'plan'), 'begunFor', founder, authors).some(({ value }) => value === 'someone')

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
