/**
 * A visit to a plan that is not on screen (PROTOCOL.md §5): stores what others wrote, sends what waits, and tells the home
 * screen what is new. Yields at once when the plan is opened, in this tab or another.
 */
import { needsEpoch, roleOf } from '#shared/chain/chain.ts'
import { mayWrite } from '#shared/chain/roles.ts'
import type { Moving } from '#storage/moving.ts'
import type { Coming, PlanRow } from '#storage/rows.ts'
import { afterMove, moveVisited, nameAgain } from './move-visit.ts'
import {
  type OpenPlanContext,
  type PlanCore,
  type StartOptions,
  startCore,
  toNewsRow,
  withSummary,
} from './plan-core.ts'
import { createStops } from '../lifetime/stops.ts'
import { createTabLock, toPlanLock, toVisitName } from '../lifetime/tab-lock.ts'

/** `busy`: the plan is open somewhere, or was opened meanwhile. `unreachable`: visiting other plans now is pointless. */
export type VisitOutcome = 'done' | 'busy' | 'unreachable'
export type Visit = {
  readonly outcome: Promise<VisitOutcome>
  /** Resolves when the plan is free. */
  giveWay(): Promise<void>
}

/** Without progress for this long, in ms, a visit ends: a page of items takes less time to open. */
const QUIET_MS = 10_000
/** A network that has lost this many connections will not hold for the next plan either. */
const MAX_LOSSES = 2

/** Everything of the log is here and everything of mine is there, invitations included, including an epoch that this device has to write (R4). */
const isSettled = ({ session, person, waits }: PlanCore): boolean => {
  const { connection, dirty, chain } = session.state()
  if (typeof connection === 'object') return true
  if (connection !== 'online' || chain === null) return false
  if (chain.closed) return true // nothing leaves any more
  if (dirty || waits()) return false
  return !(mayWrite(roleOf(chain, person.id)) && needsEpoch(chain, session.relayNow()))
}

/** What still comes of a plan after a key card, once a visit has done what it could. */
const comingAfter = (row: PlanRow, { session, summary }: PlanCore): Coming | null => {
  const before = row.coming ?? null
  if (before === null || before === 'refused') return before
  const { connection, chain } = session.state()
  // Never a member as far as this device has seen: the relay named a plan of others, or one that has ended.
  if (typeof connection === 'object') {
    const isNobody = connection.refused === 'unknown' || connection.refused === 'removed'
    return isNobody && chain === null ? 'refused' : null
  }
  if (connection === 'online') return null
  return summary().title === '' ? before : 'content'
}

/** A visit to something else than a plan; `inspect` sees it as the visit leaves it. */
export type VisitOptions = Pick<StartOptions, 'kind'> & { inspect?(core: PlanCore): Promise<void> }

export const visitPlan = (context: OpenPlanContext, row: PlanRow, { kind, inspect }: VisitOptions = {}): Visit => {
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

  /** The part that needs the connection is done here; what it returns is done once the document is closed. */
  const goOnMoving = async (core: PlanCore, move: Moving): Promise<() => Promise<void>> => {
    const [{ id: device }, to] = [await context.person(null), await context.person(move.to)]
    const moved = await moveVisited({ ...context, id, device }, core, move, to)
    if (moved !== null) return async () => context.changePlan(id, moved)
    const after = row.person === move.from ? null : afterMove(core, move)
    if (after === null) return async () => {}
    const named = after.carries ? nameAgain(core, move, environment) : null
    return async () => {
      if (after.carries && !(await context.documents.carryOver(id, move.from, move.to, named))) return
      await context.changePlan(id, after.change)
    }
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
    const { move } = row
    let done = (): void | Promise<void> => {}
    stops.add(() => done()) // once the document is closed, and nobody else has it yet
    const started = await startCore(context, row, stops, {
      visit: true,
      ...(kind === undefined ? {} : { kind }),
      changed: () => changed(),
      checkpointRejected: () => end('done'), // the screen that opens it handles the conflict
    })
    if (!started.ok) return 'done' // the screen that opens it shows the reason
    const { core } = started
    // What comes may take out words that were last seen: from now on they are not painted any more.
    core.doc.once('update', () => void context.database.keepSeenLast(id, null))
    let losses = 0
    let before = core.session.state().connection
    const listen = (): void => {
      stopTimer()
      stopTimer = environment.after(QUIET_MS, () => {
        // Edits that wait for another member's words or key would outlast any visit, and say nothing about other plans.
        end(core.session.state().connection === 'online' ? 'done' : 'unreachable')
      })
    }
    changed = () => {
      const { connection } = core.session.state()
      if (connection === 'offline' && before !== 'offline') losses += 1
      if (connection !== 'offline') listen()
      before = connection
      if (losses >= MAX_LOSSES) end('unreachable')
      else if (row.coming === 'title' && core.summary().title !== '') end('done') // the rest comes once every plan has its title
      else if (isSettled(core)) end('done')
    }
    listen()
    const outcome = await ended
    changed = () => {}
    stopTimer()
    await inspect?.(core)
    if (move && outcome === 'done' && !gone) done = await goOnMoving(core, move)
    core.view.update()
    await core.taken.look().catch(environment.report)
    const [summary, news] = [core.summary(), core.news().map(toNewsRow)]
    const coming = comingAfter(row, core)
    // The new holder of the lock knows better.
    if (outcome !== 'busy' && !core.isOutgrown())
      await context.changePlan(id, (known) => ({
        ...withSummary(known, summary),
        news,
        taken: core.taken.all(),
        coming,
        circle: core.circle(known.circle),
      }))
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
