/** What is asked where wishes and goals are written, as of whose plan it is. */
import { toGoalQuestions } from '#wording/whose-plan.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useWhosePlan } from '#reactive/use-whose-plan.ts'

export const useGoalQuestions = () => {
  const copy = usePlanCopy()
  const whose = useWhosePlan()
  return () => toGoalQuestions(copy(), whose())
}
