/**
 * Visits all plans of this device, one after another: at start, when the network or somebody comes back, and every some
 * minutes (PROTOCOL.md §5). Steps aside for whatever people do. Knows no document and no socket.
 */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { Environment } from '#sync/environment.ts'
import { createTabLock } from './lifetime/tab-lock.ts'
import type { Visit, VisitOutcome } from './plan/visit-plan.ts'

export type Background = {
  /** Until the page goes. */
  start(): void
  /** Somebody needs the device or this plan: resolves when no visit is going on; the round goes on a while later. */
  giveWay(): Promise<void>
}
export type BackgroundOptions = {
  readonly environment: Environment
  /** Those to be visited, the most pressing first. */
  plans(): readonly WorkspaceId[]
  /** `null`: it is on screen here, or gone. */
  visit(id: WorkspaceId): Promise<Visit | null>
}

/** All of these are in ms, and spread by half, so that many devices do not come at once. */
const FIRST_MS = 3_000 // the first screen and its plan go first
const BETWEEN_MS = 200 // taps and strokes go first
const AFTER_YIELD_MS = 4_000 // a plan that opens reads and connects
const RETURN_MS = 1_500
const ROUND_MS = 15 * 60_000
const RETRY_MS = 60_000
/** Whoever looks at another tab for a moment starts no new round, in ms. */
const FRESH_MS = 60_000

export const createBackground = ({ environment, plans, visit }: BackgroundOptions): Background => {
  let waiting: WorkspaceId[] = []
  let current: Visit | null = null
  let busy = false
  let stopTimer: (() => void) | null = null
  let finishedAt = 0
  /** The visit that is ending had to step aside: once more, later. */
  let interrupted = false
  const oneTab = createTabLock('weef-visits')

  const later = (ms: number): void => {
    stopTimer?.()
    stopTimer = environment.after(ms * (0.75 + environment.random() / 2), () => {
      stopTimer = null
      void step()
    })
  }
  const finish = (outcome: VisitOutcome): void => {
    waiting = []
    oneTab.release()
    finishedAt = environment.elapsed()
    later(outcome === 'unreachable' ? RETRY_MS : ROUND_MS)
  }
  const step = async (): Promise<void> => {
    if (busy) return
    busy = true
    await next().catch((error: unknown) => {
      environment.report(error)
      finish('unreachable') // what visits could not be fetched: later there may be a network
    })
    busy = false
  }
  const next = async (): Promise<void> => {
    if (waiting.length === 0) {
      if (navigator.onLine === false || !(await oneTab.take(() => {}))) return later(RETRY_MS)
      waiting = [...plans()]
    }
    const [id] = waiting
    if (id === undefined) return finish('done')
    current = await visit(id)
    const outcome = (await current?.outcome) ?? 'busy'
    current = null
    if (outcome === 'unreachable') return finish(outcome)
    waiting = [...waiting.filter((other) => other !== id), ...(interrupted ? [id] : [])]
    interrupted = false
    if (waiting.length === 0) return finish('done')
    if (stopTimer === null) later(BETWEEN_MS)
  }
  const onReturn = (): void => {
    if (!busy && waiting.length === 0) later(RETURN_MS)
  }
  return {
    start() {
      window.addEventListener('online', onReturn)
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible' && environment.elapsed() - finishedAt > FRESH_MS) onReturn()
      })
      later(FIRST_MS)
    },
    async giveWay() {
      if (waiting.length > 0) later(AFTER_YIELD_MS)
      interrupted = current !== null
      await current?.giveWay()
    },
  }
}
