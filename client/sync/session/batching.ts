/** When a batch leaves (PROTOCOL.md §7): at once in company, after some seconds alone. Knows time, not content. */
import { type Environment, remaining, type Stop } from '../environment.ts'

/** In company the first edit leaves at once, then one batch per this time, in ms: below what people notice as lag. */
const TOGETHER_MS = 150
/** Alone, after the first edit, in ms: what is written in one go leaves in one go. */
const ALONE_MS = 2_000
/** ... and while the writing goes on, one batch per this time, in ms: 10 bytes a character instead of 210 (quality.md, figure 9). */
const ALONE_AGAIN_MS = 6_000
/** Somebody else's item or presence this long ago still counts as company, in ms. */
const COMPANY_MS = 60_000
/** The relay would not take something: tried again after this time, in ms. */
export const REFUSED_MS = 5_000

export type Batching = {
  /** There is something to send. */
  ring(): void
  /** Not before this time has passed. */
  later(ms: number): void
  /** Now: the page is about to hide. */
  flush(): void
  /** Somebody else is there. */
  company(): void
  stop: Stop
}

export const createBatching = (environment: Environment, send: () => void): Batching => {
  let stopTimer: Stop | null = null
  let sentAt = -Infinity
  let companyAt = -Infinity
  let held = { at: -Infinity, ms: 0 }

  const inCompany = (now: number): boolean => remaining(COMPANY_MS, companyAt, now) > 0
  const fire = (): void => {
    stopTimer = null
    sentAt = environment.now()
    send()
  }
  const arm = (ms: number): void => {
    stopTimer?.()
    stopTimer = environment.after(ms, fire)
  }
  const waitMs = (): number => {
    const now = environment.now()
    const wait = inCompany(now)
      ? remaining(TOGETHER_MS, sentAt, now)
      : Math.max(ALONE_MS, remaining(ALONE_AGAIN_MS, sentAt, now))
    return Math.max(remaining(held.ms, held.at, now), wait)
  }
  return {
    ring() {
      if (stopTimer === null) arm(waitMs())
    },
    later(ms) {
      held = { at: environment.now(), ms }
      arm(ms)
    },
    flush() {
      stopTimer?.()
      fire()
    },
    company() {
      const first = !inCompany(environment.now())
      companyAt = environment.now()
      if (first && stopTimer !== null) arm(waitMs())
    },
    stop() {
      stopTimer?.()
      stopTimer = null
    },
  }
}
