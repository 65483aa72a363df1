/** The plans on screen, each opened once the same plan has closed before: real ones, and the practice plans. */
import { practiceAs, type PracticeAs } from '#domain/plan/practice-id.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { OpenPlanHandle } from '#ports/open-plan.ts'
import type { AtRest } from '#storage/at-rest/at-rest.ts'
import type { PlanRow } from '#storage/rows.ts'
import type { Environment } from '#sync/environment.ts'
import type { Engine } from './engine.ts'
import { toPlanLock } from './lifetime/tab-lock.ts'
import type { DeviceDrafts } from './store/drafts.ts'
import { PRACTICE_DOCUMENTS } from './store/document-names.ts'
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
  /** Of a practice plan; of another, nothing. */
  beginPracticeAnew(id: WorkspaceId): Promise<void>
}

const NOT_FETCHED = { ok: false, reason: 'not-fetched' } as const

export const createPlansOnScreen = (options: Options): PlansOnScreen => {
  const { environment } = options
  /** `null`: a part of the app cannot be had now. It says nothing about any plan. */
  const fetched = <Code>(loading: Promise<Code>): Promise<Code | null> =>
    loading.catch((error: unknown) => (environment.report(error), null))
  const opened = new Map<WorkspaceId, PlanHandle>()
  const onScreen = new Set<WorkspaceId>()
  const openReal = (id: WorkspaceId, free: Promise<void>): PlanHandle =>
    openPlan({ environment, lock: toPlanLock(id) }, free, async (stops, endings) => {
      const [engine] = await Promise.all([fetched(options.engine()), options.drafts.refresh()])
      if (engine === null) return NOT_FETCHED
      const row = options.row(id)
      return row === null ? { ok: false, reason: 'not-on-device' } : engine.run(row, stops, endings)
    })
  const openPractice = (as: PracticeAs, free: Promise<void>): PlanHandle =>
    openPlan({ environment, lock: PRACTICE_DOCUMENTS[as] }, free, async (stops) => {
      const [code] = await Promise.all([fetched(import('./practice/run-practice.ts')), options.drafts.refresh()])
      if (code === null) return NOT_FETCHED
      return code.runPractice({ as, environment, keeps: options.keeps(), atRest: options.atRest() }, stops)
    })
  return {
    has: (id) => onScreen.has(id),
    open(id) {
      const before = opened.get(id)?.close()
      const free = options.giveWay().then(() => before)
      const as = practiceAs(id)
      const plan = as === null ? openReal(id, free) : openPractice(as, free)
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
    async beginPracticeAnew(id) {
      const as = practiceAs(id)
      if (as === null) return
      const remove = async (): Promise<void> => {
        const { forgetPractice } = await import('./practice/run-practice.ts')
        await Promise.all([forgetPractice(as), options.drafts.remove(id)])
      }
      const handle = opened.get(id)
      await (handle === undefined ? remove() : handle.restart(remove))
    },
  }
}
