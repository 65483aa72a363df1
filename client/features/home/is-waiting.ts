/** Whether something of a plan waits to be shared, as its card and the filter say. */
import type { PlanSummary } from '#ports/device.ts'

/** In a plan without others, invited ones included, there is nobody to share with. The plan itself says so by the same rule. */
export const isWaiting = (plan: PlanSummary): boolean =>
  plan.unshared && (plan.people.length > 0 || plan.invited === true)
