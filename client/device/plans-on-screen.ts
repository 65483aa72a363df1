/** The plans on screen, each opened once the same plan has closed before: real ones, and the practice plan. */
import { PRACTICE_ID } from '#domain/plan/practice-id.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { OpenPlanHandle } from '#ports/open-plan.ts'
import type { AtRest } from '#storage/at-rest/at-rest.ts'
import type { PlanRow } from '#storage/rows.ts'
import type { Environment } from '#sync/environment.ts'
import type { Engine } from './engine.ts'
import { toPlanLock } from './lifetime/tab-lock.ts'
import type { DeviceDrafts } from './store/drafts.ts'
import { PRACTICE_DOCUMENT } from './store/document-names.ts'
import { openPlan, type PlanHandle } from './plan/open-plan.ts'

type Options = {
  readonly environment: Environment
  engine(): Promise<Engine>
  row(id: WorkspaceId): PlanRow | null
  keeps(): boolean
  atRest(): AtRest
  /** Ends the visit that goes on; resolves when it has ended. */
  giveWay(): Promise<void>
  /** Read anew before a plan is opened, which another tab may have had. */
  readonly drafts: Pick<DeviceDrafts, 'refresh' | 'remove'>
  /** What was seen of a plan is known. */
  closed(): void
}
export type PlansOnScreen = {
  has(id: WorkspaceId): boolean
  open(id: WorkspaceId): OpenPlanHandle
  /** Nothing where it is not open. */
  close(id: WorkspaceId): Promise<void>
  closeAll(): Promise<void>
  beginPracticeAnew(): Promise<void>
}

export const createPlansOnScreen = (options: Options): PlansOnScreen => {
  const { environment } = options
  const opened = new Map<WorkspaceId, PlanHandle>()
  const onScreen = new Set<WorkspaceId>()
  const openReal = (id: WorkspaceId, free: Promise<void>): PlanHandle =>
    openPlan({ environment, lock: toPlanLock(id) }, free, async (stops, endings) => {
      const [{ run }] = await Promise.all([options.engine(), options.drafts.refresh()])
      const row = options.row(id)
      return row === null ? { ok: false, reason: 'not-on-device' } : run(row, stops, endings)
    })
  const openPractice = (free: Promise<void>): PlanHandle =>
    openPlan({ environment, lock: PRACTICE_DOCUMENT }, free, async (stops) => {
      const [{ runPractice }] = await Promise.all([import('./practice/run-practice.ts'), options.drafts.refresh()])
      return runPractice({ environment, keeps: options.keeps(), atRest: options.atRest() }, stops)
    })
  const removePractice = async (): Promise<void> => {
    const { forgetPractice } = await import('./practice/run-practice.ts')
    await Promise.all([forgetPractice(), options.drafts.remove(PRACTICE_ID)])
  }
  return {
    has: (id) => onScreen.has(id),
    open(id) {
      const before = opened.get(id)?.close()
      const free = options.giveWay().then(() => before)
      const plan = id === PRACTICE_ID ? openPractice(free) : openReal(id, free)
      const close = (): Promise<void> =>
        plan.close().finally(() => {
          if (opened.get(id) === handle) onScreen.delete(id)
          options.closed()
        })
      const handle = { ...plan, close }
      opened.set(id, handle)
      onScreen.add(id)
      return handle
    },
    close: async (id) => opened.get(id)?.close(),
    async closeAll() {
      for (const handle of opened.values()) await handle.close()
    },
    async beginPracticeAnew() {
      const handle = opened.get(PRACTICE_ID)
      await (handle === undefined ? removePractice() : handle.restart(removePractice))
    },
  }
}
