/** What plans are called in lists: a title that nobody chose says whose it is. Lists are shown without Yjs. */
import { type Accessor, createMemo } from 'solid-js'
import type { PlanSummary } from '#ports/device.ts'
import { toTitle } from '#wording/names.ts'
import { useFirstCopy } from './use-language.ts'
import { useDevice } from './use-device.ts'

/** The plans of this device by the titles that are seen, which are also what is searched and sorted. */
export const usePlans = (): Accessor<readonly PlanSummary[]> => {
  const copy = useFirstCopy()
  const device = useDevice()
  return createMemo(() =>
    device
      .plans()
      .map((plan) => (plan.title === '' ? plan : { ...plan, title: toTitle(copy(), plan.title, plan.whose) })),
  )
}
