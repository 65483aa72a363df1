/** The open plan for whatever is shown inside it. */
import { createContext, useContext, type Accessor } from 'solid-js'
import { readTitle } from '#domain/plan/plan.ts'
import { followDoc, sameList } from './follow-doc.ts'
import type { OpenPlan } from '#ports/open-plan.ts'

export const OpenPlanContext = createContext<OpenPlan>()

export const useOpenPlan = (): OpenPlan => {
  const plan = useContext(OpenPlanContext)
  if (plan === undefined) throw new Error('A screen of a plan stands outside OpenPlanContext.')
  return plan
}

/** Two or more were set at the same time: choose (product.md, rule 5). */
export const useTitles = (): Accessor<readonly string[]> => followDoc(useOpenPlan().doc, readTitle, sameList)
