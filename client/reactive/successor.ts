/** Whether an open plan can go on in a new one: where nothing more fits in, its owner takes it there; of two plans, whoever wants. */
import type { OpenPlan } from '#ports/open-plan.ts'

export const mayGoOn = (plan: OpenPlan): boolean => {
  const { connection, nearlyFull } = plan.sharing()
  const refused = typeof connection === 'object' ? connection.refused : null
  return refused === 'forked' || (plan.role() === 'owner' && (refused === 'full' || nearlyFull === true))
}
