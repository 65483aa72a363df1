/** The one bridge from a document to Solid: its state as a signal, and what a screen selects from it. It reads, and knows no screen. */
import { createMemo, createSignal, type Accessor } from 'solid-js'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import type { PlanState } from '#domain/document/plan-state.ts'
import { readPlan } from '#domain/document/read-plan.ts'
import { titlesOf } from '#domain/plan/plan.ts'
import { useOpenPlan } from './use-open-plan.ts'

/** One per document, for as long as that is there. */
const followed = new WeakMap<PlanDoc, Accessor<PlanState>>()

const followPlan = (doc: PlanDoc): Accessor<PlanState> => {
  const known = followed.get(doc)
  if (known !== undefined) return known
  const [state, setState] = createSignal(readPlan(doc))
  doc.on('update', () => setState(readPlan(doc)))
  followed.set(doc, state)
  return state
}

/** What is selected from the open plan, told when it is another. What did not change in the plan is the very same object. */
export const usePlanState = <Selected>(
  select: (plan: PlanState) => Selected,
  equals: (before: Selected, after: Selected) => boolean = Object.is,
): Accessor<Selected> => {
  const state = followPlan(useOpenPlan().doc)
  return createMemo(() => select(state()), undefined, { equals })
}

/** Two or more were set at the same time: choose (product.md, rule 5). */
export const useTitles = (): Accessor<readonly string[]> => usePlanState(titlesOf)
