/** Whether the relay has more to do than it can: then whoever is in stays, and nobody new is let in for a while (S8). */

export type Strain = {
  /** How late something happened that was to happen now, in ms. */
  observe(lagMs: number): void
  isBusy(): boolean
}

/** Weight of the newest look. */
const NEWEST = 0.2
/** One look counts as so many bounds at most: one pause, however long, is over. Two in a row are strain. */
const MOST = 4
/** Not before the average is down to this part of the bound, or doors would open and shut with every look. */
const CALM = 0.5

/** `limitMs`: busy from this average on. */
export const createStrain = (limitMs: number): Strain => {
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

/** Looks so often how late timers fire, in ms: four times a second costs nothing that could be measured. */
const LOOK_MS = 250

/** Of this very process. `stop` ends the looking. */
export const watchStrain = (limitMs: number): Pick<Strain, 'isBusy'> & { stop(): void } => {
  const strain = createStrain(limitMs)
  let before = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    strain.observe(Math.max(0, now - before - LOOK_MS))
    before = now
  }, LOOK_MS)
  timer.unref()
  return { isBusy: strain.isBusy, stop: () => clearInterval(timer) }
}
