/** The one clock of the app: this browser's, corrected by the relay's time as far as it was heard, now or by an earlier page. */
import { createSignal } from 'solid-js'
import { formatHeardTime, hearTime, parseHeardTime, toRelayTime } from '#sync/clock.ts'
import type { Stop } from '#sync/environment.ts'
import type { Settings } from './settings.ts'

const SETTING = 'clock'
const STEP_MS = 15_000 // the step of the shown clock ("today", "until 14:20"): a quarter of a minute.

/** ms since 1970 by this browser's own clock, which runs while the device sleeps: for how long something took, and no more. */
export const deviceNow = (): number => Date.now()

export type Clock = {
  /** ms since 1970, always exact. What follows it, as shown times do, asks again in steps and when the relay is heard. */
  now(): number
  /** The relay said its time, at most `waited` ms ago. */
  heard(relay: number, waited: number): void
  stop: Stop
}

type Store = Pick<Settings, 'getItem' | 'setItem'>

export const createClock = (store: Store, device: () => number = deviceNow): Clock => {
  let heard = parseHeardTime(read(store))
  const [follow, step] = createSignal(undefined, { equals: false })
  const timer = setInterval(() => step(), STEP_MS)
  return {
    now() {
      follow()
      return toRelayTime(heard, device())
    },
    heard(relay, waited) {
      heard = hearTime(heard, relay, device(), waited)
      step()
      if (heard !== null) write(store, formatHeardTime(heard))
    },
    stop: () => clearInterval(timer),
  }
}

/** A store that refuses only loses what the next connection says again. */
const read = (store: Store): string | null => {
  try {
    return store.getItem(SETTING)
  } catch {
    return null
  }
}

const write = (store: Store, text: string): void => {
  try {
    store.setItem(SETTING, text)
  } catch {
    // Private browsing, or a full disk.
  }
}
