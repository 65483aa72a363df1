/** Whether this person alone is in charge of an open plan: nobody could then invite anybody if their device were lost. */
import type { OpenPlan } from '#ports/open-plan.ts'

export const isSoleOwner = (plan: OpenPlan): boolean =>
  plan.role() === 'owner' && !plan.members().some(({ me, role }) => !me && role === 'owner')
