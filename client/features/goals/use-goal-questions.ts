/** What is asked where wishes and goals are written, as of whose plan it is. */
import { toGoalQuestions } from '#wording/whose-plan.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useWhosePlan } from '#reactive/use-whose-plan.ts'

export const useGoalQuestions = () => {
  const copy = useCopy()
  const whose = useWhosePlan()
  return () => toGoalQuestions(copy(), whose())
}
