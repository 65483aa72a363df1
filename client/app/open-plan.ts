/**
 * One plan while it is on screen: one live tab at a time, opened, taken over, lost and closed, one step after the other.
 * What runs inside is run-plan.ts.
 */
import { createSignal } from 'solid-js'
import type { OpenPlanHandle, OpenState } from '#reactive/workspace.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { OpenPlanContext } from './plan-core.ts'
import { runPlan } from './run-plan.ts'
import { createStops, type Stops } from './stops.ts'
import { createTabLock, isOnlyVisited, toPlanLock } from './tab-lock.ts'

/** One time that this tab has the plan. */
type Run = { ended: boolean; readonly stops: Stops }

/** `after`: the same plan is still being closed on this page, and its lock is not free before that. */
export const openPlan = (context: OpenPlanContext, id: WorkspaceId, after: Promise<void>): OpenPlanHandle => {
  const { environment } = context
  const [state, setState] = createSignal<OpenState>({ name: 'opening' })
  const lock = createTabLock(toPlanLock(id))
  let run: Run | null = null
  let closed = false
  let turn: Promise<void> = after.catch(environment.report)
  const then = (step: () => Promise<void>): Promise<void> => (turn = turn.then(step).catch(environment.report))

  /** At once for whoever looks; what runs stops in its turn. */
  const end = (next: OpenState | null): Promise<void> => {
    const ending = run
    run = null
    if (ending !== null) ending.ended = true
    if (next !== null) setState(next)
    return then(async () => ending?.stops.stopAll())
  }

  const start = async (take: (lost: () => void) => Promise<boolean>): Promise<void> => {
    const row = context.readPlan(id)
    if (row === null) return void setState({ name: 'failed', reason: 'not-on-device' })
    if (closed || run !== null) return
    const mine: Run = { ended: false, stops: createStops(environment.after, environment.report) }
    run = mine
    const endMine = (next: OpenState) => (): void => {
      if (run === mine) void end(next)
    }
    if (!(await take(endMine({ name: 'elsewhere' })))) return void end({ name: 'elsewhere' })
    mine.stops.add(() => lock.release())
    const outgrown = endMine({ name: 'failed', reason: 'outdated-app' })
    const running = await runPlan(context, row, mine.stops, outgrown).catch((error: unknown) => {
      environment.report(error)
      return { ok: false, reason: 'damaged' } as const
    })
    if (mine.ended) return // lost, closed or outgrown meanwhile: what was started stops in the next step
    if (running.ok) setState({ name: 'open', plan: running.plan })
    else void end({ name: 'failed', reason: running.reason })
  }

  const takeOrSteal = async (lost: () => void): Promise<boolean> => {
    if (await lock.take(lost)) return true
    if (!(await isOnlyVisited(toPlanLock(id)))) return false
    await lock.steal(lost)
    return true
  }
  void then(() => start(takeOrSteal))
  return {
    state,
    useHere() {
      if (state().name !== 'elsewhere') return
      setState({ name: 'opening' })
      void then(() => start(async (lost) => (await lock.steal(lost), true)))
    },
    close() {
      closed = true
      return end(null)
    },
  }
}
