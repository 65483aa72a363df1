/** Load shedding (S8): while the event loop is overloaded, connected people stay and new connections are refused. */

export type LoadMonitor = {
  /** How late a timer fired, in ms. */
  observe(lagMs: number): void
  isBusy(): boolean
}

/** Weight of the newest sample in the exponential moving average. */
const NEWEST = 0.2
/** A sample counts as at most this many bounds: a single pause, however long, is not overload; two in a row are. */
const MOST = 4
/** Hysteresis: overload ends when the average has fallen to this part of the bound, so that the state does not flap. */
const CALM = 0.5

/** `limitMs`: the average lateness from which on the relay is busy. */
export const createLoadMonitor = (limitMs: number): LoadMonitor => {
  let average = 0
  let busy = false
  return {
    observe(lagMs) {
      average += (Math.min(lagMs, limitMs * MOST) - average) * NEWEST
      busy = average > limitMs || (busy && average > limitMs * CALM)
    },
    isBusy: () => busy,
  }
}

/** Sampling interval, in ms: four samples a second cost nothing measurable. */
const SAMPLE_MS = 250

/** Watches this process's event loop. `stop` ends the sampling. */
export const watchEventLoop = (limitMs: number): Pick<LoadMonitor, 'isBusy'> & { stop(): void } => {
  const load = createLoadMonitor(limitMs)
  let before = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    load.observe(Math.max(0, now - before - SAMPLE_MS))
    before = now
  }, SAMPLE_MS)
  timer.unref()
  return { isBusy: load.isBusy, stop: () => clearInterval(timer) }
}
