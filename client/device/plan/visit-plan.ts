/**
 * A plan that is not on screen, visited (PROTOCOL.md §5): what others wrote comes into storage, what waits here leaves, and
 * the home screen hears what is new. Gives way at once to whoever opens it, in this tab or another.
 */
import { needsEpoch, roleOf } from '#shared/chain/chain.ts'
import { mayWrite } from '#shared/chain/roles.ts'
import type { PlanRow } from '#storage/rows.ts'
import { type OpenPlanContext, type PlanCore, startCore } from './plan-core.ts'
import { createStops } from '../lifetime/stops.ts'
import { createTabLock, toPlanLock, toVisitName } from '../lifetime/tab-lock.ts'

/** `busy`: it is open somewhere, or was opened meanwhile. `unreachable`: there is no point in visiting others now. */
export type VisitOutcome = 'done' | 'busy' | 'unreachable'
export type Visit = {
  readonly outcome: Promise<VisitOutcome>
  /** Resolves when the plan is free. */
  giveWay(): Promise<void>
}

/** Nothing moved for this long, in ms: whoever waits for a key waits less, and no page of items takes longer to open. */
const QUIET_MS = 10_000
/** A connection that was lost so often will not hold for the next plan either. */
const MAX_LOSSES = 2

/** Everything of the log is here and everything of mine is there, an epoch that is mine to write (R4) included. */
const isSettled = ({ session, person }: PlanCore): boolean => {
  const { connection, dirty, chain } = session.state()
  if (typeof connection === 'object') return true
  if (connection !== 'online' || dirty || chain === null) return false
  return !(mayWrite(roleOf(chain, person.id)) && needsEpoch(chain, session.relayNow()))
}

export const visitPlan = (context: OpenPlanContext, row: PlanRow): Visit => {
  const { environment } = context
  const { id } = row
  const stops = createStops(environment.after, environment.report)
  let stopTimer = (): void => {}
  let end: (outcome: VisitOutcome) => void = () => {}
  const ended = new Promise<VisitOutcome>((resolve) => (end = resolve))
  let gone = false
  const gaveWay = (): void => {
    gone = true
    end('busy')
  }

  const run = async (): Promise<VisitOutcome> => {
    const visiting = createTabLock(toVisitName(toPlanLock(id)))
    const lock = createTabLock(toPlanLock(id))
    if (!(await visiting.take(gaveWay))) return 'busy'
    stops.add(() => visiting.release())
    if (!(await lock.take(gaveWay))) return 'busy'
    stops.add(() => lock.release())
    if (gone) return 'busy'
    let changed = (): void => {}
    const started = await startCore(context, row, stops, {
      visit: true,
      changed: () => changed(),
      outdone: () => end('done'), // whoever opens it sees what becomes of it
    })
    if (!started.ok) return 'done' // whoever opens it is told why
    const { core } = started
    let losses = 0
    let before = core.session.state().connection
    const listen = (): void => {
      stopTimer()
      stopTimer = environment.after(QUIET_MS, () => {
        // What waits for somebody else's words or key waits longer than any visit, and says nothing of other plans.
        end(core.session.state().connection === 'online' ? 'done' : 'unreachable')
      })
    }
    changed = () => {
      const { connection } = core.session.state()
      if (connection === 'offline' && before !== 'offline') losses += 1
      if (connection !== 'offline') listen()
      before = connection
      if (losses >= MAX_LOSSES) end('unreachable')
      else if (isSettled(core)) end('done')
    }
    listen()
    const outcome = await ended
    changed = () => {}
    stopTimer()
    core.view.update()
    const [summary, news] = [core.summary(), core.news().map(({ name, parts, at }) => ({ name, parts, at }))]
    // Whoever has it now knows better.
    if (outcome !== 'busy' && !core.isOutgrown())
      await context.changePlan(id, (known) => ({ ...known, ...summary, news }))
    return outcome
  }
  const outcome = run()
    .catch((error: unknown): VisitOutcome => {
      environment.report(error)
      return 'done'
    })
    .then(async (result) => {
      await stops.stopAll()
      return result
    })
  return {
    outcome,
    async giveWay() {
      gaveWay()
      await outcome
    },
  }
}
