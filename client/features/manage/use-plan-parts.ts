/** This plan in words, as it is when somebody takes it with them. */
import { toPlanWords } from '#copy/plan-words.ts'
import { type PlanExtent, type PlanPart, readPlanParts } from '#domain/plan-text.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'

export const usePlanParts = (): ((extent: PlanExtent) => readonly PlanPart[]) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  return (extent) => readPlanParts(plan.doc, toPlanWords(copy(), plan.members(), plan.personAt), extent)
}
