/** The open plan, for the components inside it. */
import { createContext, useContext } from 'solid-js'
import type { OpenPlan } from '#ports/open-plan.ts'

export const OpenPlanContext = createContext<OpenPlan>()

export const useOpenPlan = (): OpenPlan => {
  const plan = useContext(OpenPlanContext)
  if (plan === undefined) throw new Error('A screen of a plan stands outside OpenPlanContext.')
  return plan
}
