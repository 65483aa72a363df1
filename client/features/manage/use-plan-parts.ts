/** This plan in words, at the moment of an export. */
import { toPlanWords } from '#wording/plan-words.ts'
import { readPlanParts } from '#domain/exchange/plan-text.ts'
import type { PlanExtent, PlanPart } from '#domain/exchange/plan-text-blocks.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useTimes } from '#reactive/use-times.ts'
import { useWhosePlan } from '#reactive/use-whose-plan.ts'

export const usePlanParts = (): ((extent: PlanExtent) => readonly PlanPart[]) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const whose = useWhosePlan()
  const times = useTimes()
  return (extent) => readPlanParts(plan.doc, toPlanWords(copy(), plan.members(), plan, whose()), { extent, ...times() })
}
