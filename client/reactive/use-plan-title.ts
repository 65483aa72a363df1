/** What plans are called, to whoever reads it: a title that nobody chose says whose it is. */
import { type Accessor, createMemo } from 'solid-js'
import { memberOf } from '#domain/plan/names.ts'
import type { PlanSummary } from '#ports/device.ts'
import { toTitle } from '#wording/names.ts'
import { useCopy } from './use-copy.ts'
import { useDevice } from './use-device.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { useTitles } from './use-plan-state.ts'

/** The title of the open plan. */
export const usePlanTitle = (): Accessor<string> => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const titles = useTitles()
  return () => {
    const person = plan.planPerson()
    if (person === null) return toTitle(copy(), titles()[0])
    return toTitle(copy(), titles()[0], person === plan.me ? null : (memberOf(plan.members(), person)?.name ?? ''))
  }
}

/** The plans of this device by the titles that are seen, which are also what is searched and sorted. */
export const usePlans = (): Accessor<readonly PlanSummary[]> => {
  const copy = useCopy()
  const device = useDevice()
  return createMemo(() =>
    device
      .plans()
      .map((plan) => (plan.title === '' ? plan : { ...plan, title: toTitle(copy(), plan.title, plan.whose) })),
  )
}
