/** What scenes about coming back show: plans that arrive after a card, and a file with everything. */
import type { BackupOpened } from '#ports/backup.ts'
import type { PlanSummary } from '#ports/device.ts'
import { NOW, workspaceId } from './fake-plan.ts'

/** In each state that a plan can be in while it comes. */
export const comingLike = (plan: PlanSummary): readonly PlanSummary[] => [
  { ...plan, title: '', people: [], id: workspaceId(20), coming: 'title' },
  { ...plan, title: 'Rustig wonen', id: workspaceId(21), coming: 'content' },
  { ...plan, title: 'Weer aan het werk', id: workspaceId(22) },
]

/** A file of somebody else, for which this device has room for one plan. */
export const insideAFile = (plans: readonly PlanSummary[]) => (): BackupOpened => ({
  ok: true,
  backup: {
    savedAt: NOW,
    device: 'other',
    plans: plans.map(({ title }, at) => ({ title, here: at === 0 })),
    putBack: async () => ({ ok: false, reason: 'full', done: 1 }),
  },
})
