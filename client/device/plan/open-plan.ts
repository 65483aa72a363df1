/**
 * One plan while it is on screen: one live tab at a time; opening, taking over, losing and closing run one after another.
 * What runs inside is run-plan.ts.
 */
import { createSignal } from 'solid-js'
import type { OpenPlanHandle, OpenState } from '#ports/open-plan.ts'
import type { Environment } from '#sync/environment.ts'
import type { RunPlan } from './running.ts'
import { createStops, type Stops } from '../lifetime/stops.ts'
import { createTabLock, takeUnlessShown } from '../lifetime/tab-lock.ts'

export type PlanHandle = OpenPlanHandle & {
  /** Stops, runs `between`, and opens again; the screen stays. */
  restart(between: () => Promise<void>): Promise<void>
}
export type PlanPlace = { readonly environment: Environment; readonly lock: string }
/** One period during which this tab holds the plan. */
type Run = { ended: boolean; readonly stops: Stops }

/** `after`: the same plan is still being closed on this page, and its lock is held until then. */
export const openPlan = ({ environment, lock: name }: PlanPlace, after: Promise<void>, run: RunPlan): PlanHandle => {
  const [state, setState] = createSignal<OpenState>({ name: 'opening' })
  const lock = createTabLock(name)
  let current: Run | null = null
  let closed = false
  let turn: Promise<void> = after.catch(environment.report)
  const then = (step: () => Promise<void>): Promise<void> => (turn = turn.then(step).catch(environment.report))

  /** Shows the next state at once; stopping waits its turn. */
  const end = (next: OpenState | null): Promise<void> => {
    const ending = current
    current = null
    if (ending !== null) ending.ended = true
    if (next !== null) setState(next)
    return then(async () => ending?.stops.stopAll())
  }

  const start = async (take: (lost: () => void) => Promise<boolean>): Promise<void> => {
    if (closed || current !== null) return
    const mine: Run = { ended: false, stops: createStops(environment.after, environment.report) }
    current = mine
    const endMine = (next: OpenState) => (): void => {
      if (current === mine) void end(next)
    }
    if (!(await take(endMine({ name: 'elsewhere' })))) return void end({ name: 'elsewhere' })
    mine.stops.add(() => lock.release())
    const outgrown = endMine({ name: 'failed', reason: 'outdated-app' })
    const restartMine = (between: () => Promise<void>): void => {
      if (current === mine) void restart(between)
    }
    const running = await run(mine.stops, { outgrown, restart: restartMine }).catch((error: unknown) => {
      environment.report(error)
      return { ok: false, reason: 'damaged' } as const
    })
    if (mine.ended) return // lost, closed or outgrown meanwhile: the next step stops what was started
    if (running.ok) setState({ name: 'open', plan: running.plan })
    else void end({ name: 'failed', reason: running.reason })
  }

  const takeOrSteal = (lost: () => void): Promise<boolean> => takeUnlessShown(lock, name, lost)
  const restart = async (between: () => Promise<void>): Promise<void> => {
    void end({ name: 'opening' })
    void then(between)
    await then(() => start(takeOrSteal))
  }
  void then(() => start(takeOrSteal))
  return {
    state,
    useHere() {
      if (state().name !== 'elsewhere') return
      setState({ name: 'opening' })
      void then(() => start(async (lost) => (await lock.steal(lost), true)))
    },
    again() {
      const now = state()
      if (now.name !== 'failed' || now.reason !== 'not-fetched') return
      setState({ name: 'opening' })
      void then(() => start(takeOrSteal))
    },
    restart,
    close() {
      closed = true
      return end(null)
    },
  }
}
