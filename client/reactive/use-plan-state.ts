/** The one bridge from a document to Solid: its state as a signal, and selections from it. It only reads, and knows no screen. */
import { createMemo, createSignal, type Accessor } from 'solid-js'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import type { PlanState } from '#domain/document/plan-state.ts'
import { readPlan } from '#domain/document/read-plan.ts'
import { titlesOf } from '#domain/plan/plan.ts'
import { useOpenPlan } from './use-open-plan.ts'

/** One signal per document, for as long as the document lives. */
const followed = new WeakMap<PlanDoc, Accessor<PlanState>>()

const followPlan = (doc: PlanDoc): Accessor<PlanState> => {
  const known = followed.get(doc)
  if (known !== undefined) return known
  const [state, setState] = createSignal(readPlan(doc))
  doc.on('update', () => setState(readPlan(doc)))
  followed.set(doc, state)
  return state
}

/** A selection from the open plan, updated when it changes. Unchanged parts of the plan keep their identity. */
export const usePlanState = <Selected>(
  select: (plan: PlanState) => Selected,
  equals: (before: Selected, after: Selected) => boolean = Object.is,
): Accessor<Selected> => {
  const state = followPlan(useOpenPlan().doc)
  return createMemo(() => select(state()), undefined, { equals })
}

/** The plan's titles: two or more were set at the same time, and people choose (product.md, rule 5). */
export const useTitles = (): Accessor<readonly string[]> => usePlanState(titlesOf)
