/** Whether an open plan can continue in a new one: the owner may take a full plan there, and after a fork everybody may. */
import type { OpenPlan } from '#ports/open-plan.ts'

export const mayGoOn = (plan: OpenPlan): boolean => {
  const { connection, nearlyFull } = plan.sharing()
  const refused = typeof connection === 'object' ? connection.refused : null
  return refused === 'forked' || (plan.role() === 'owner' && (refused === 'full' || nearlyFull === true))
}
