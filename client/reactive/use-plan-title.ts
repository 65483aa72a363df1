/** What the open plan is called, to whoever reads it: a title that nobody chose says whose it is. */
import type { Accessor } from 'solid-js'
import { memberOf } from '#domain/plan/names.ts'
import { toTitle } from '#wording/names.ts'
import { usePlanCopy } from './use-plan-copy.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { useTitles } from './use-plan-state.ts'

export const usePlanTitle = (): Accessor<string> => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const titles = useTitles()
  return () => {
    const person = plan.planPerson()
    if (person === null) return toTitle(copy(), titles()[0])
    return toTitle(copy(), titles()[0], person === plan.me ? null : (memberOf(plan.members(), person)?.name ?? ''))
  }
}
