/**
 * Visits all plans of this device, one after another: at the start, when the network or the person comes back, and every
 * few minutes (PROTOCOL.md §5). Yields to whatever people do. Knows no document and no socket.
 */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { Environment } from '#sync/environment.ts'
import { createTabLock } from './lifetime/tab-lock.ts'
import type { Visit, VisitOutcome } from './plan/visit-plan.ts'

export type BackgroundVisits = {
  /** Runs until the page closes. */
  start(): void
  /** Begins a round at once: there are plans to fetch. */
  now(): void
  /** The device or a plan is needed: resolves when no visit is running. The round continues a while later. */
  giveWay(): Promise<void>
}
export type BackgroundVisitsOptions = {
  readonly environment: Environment
  /** Plans to visit, most urgent first. */
  plans(): readonly WorkspaceId[]
  /** `null`: it is on screen here, or gone. */
  visit(id: WorkspaceId): Promise<Visit | null>
  /** Runs before each round, which takes place whatever comes of it. */
  prepare?(): Promise<void>
  /** What people wait for, in a few characters; empty: nothing. As long as it changes, rounds follow each other at once. */
  waiting?(): string
  /** Whether the round that ended has reached the relay. */
  ended?(reached: boolean): void
}

/** All in ms, with a jitter of half, so that many devices do not connect at the same moment. */
const FIRST_MS = 3_000 // the first screen and its plan come first
const BETWEEN_MS = 200 // taps and keystrokes come first
const AFTER_YIELD_MS = 4_000 // an opening plan reads and connects
const RETURN_MS = 1_500
const ROUND_MS = 15 * 60_000
const RETRY_MS = 60_000
/** Returning within this time, in ms, starts no new round: somebody looked at another tab for a moment. */
const FRESH_MS = 60_000

export const createBackgroundVisits = (options: BackgroundVisitsOptions): BackgroundVisits => {
  const { environment, plans, visit } = options
  const stillComing = (): string => options.waiting?.() ?? ''
  /** As the last round left it. */
  let lastComing = ''
  let waiting: WorkspaceId[] = []
  let current: Visit | null = null
  let busy = false
  let stopTimer: (() => void) | null = null
  let finishedAt = 0
  /** The visit that is ending was interrupted: visit again later. */
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
    options.ended?.(outcome !== 'unreachable')
    const coming = stillComing()
    const progressed = coming !== '' && coming !== lastComing
    lastComing = coming
    if (outcome === 'unreachable') later(RETRY_MS)
    else later(progressed ? BETWEEN_MS : coming === '' ? ROUND_MS : RETRY_MS)
  }
  const step = async (): Promise<void> => {
    if (busy) return
    busy = true
    await next().catch((error: unknown) => {
      environment.report(error)
      finish('unreachable') // the code of visits could not be fetched: later there may be a network
    })
    busy = false
  }
  const next = async (): Promise<void> => {
    if (waiting.length === 0) {
      if (navigator.onLine === false) {
        options.ended?.(false)
        return later(RETRY_MS)
      }
      if (!(await oneTab.take(() => {}))) return later(stillComing() === '' ? RETRY_MS : RETURN_MS)
      await options.prepare?.()
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
    now() {
      lastComing = ''
      if (!busy && waiting.length === 0) later(BETWEEN_MS)
    },
    async giveWay() {
      if (waiting.length > 0) later(AFTER_YIELD_MS)
      interrupted = current !== null
      await current?.giveWay()
    },
  }
}
