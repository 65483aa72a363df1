/** Scenes of open invitations: one member made very many. */
import type { PlanSummary } from '#ports/device.ts'
import { BROTHER, createFakePlan, locator, ME, MINUTE_MS, NOW, WORKER } from './fake-plan.ts'

const DAY_MS = 24 * 60 * MINUTE_MS

/** I made one, and Wanda `count`. */
export const createFloodedPlan = (count: number, members = [ME, WORKER, BROTHER]) =>
  createFakePlan({
    members,
    invitations: Array.from({ length: 1 + count }, (_, at) => ({
      locator: locator(at + 1),
      role: 'reader' as const,
      expiresAt: NOW + 6 * DAY_MS,
      inviter: at === 0 ? ME.person : WORKER.person,
      byMe: at === 0,
      link: null,
      failure: null,
    })),
  })

export const invitationScenes = (plans: readonly PlanSummary[]) => ({
  flooded: { device: { plans, plan: createFloodedPlan(140).plan } },
})
