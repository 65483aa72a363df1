/**
 * Locks this device when nobody has used it for a while, in any of its pages. A timer of a sleeping device stands still, so
 * the time is compared again when the page is shown; a clock that was set back counts as long unused.
 */
import { createEffect, createRoot, on } from 'solid-js'
import { tellPages } from '#device/lifetime/tell-pages.ts'
import type { DeviceLock } from '#ports/lock.ts'

const MINUTE_MS = 60_000
/** Pages tell each other of use at most this often, in ms. */
const TELL_MS = 5_000
const CHANNEL = 'weef-used'
/** What a person does to a page. */
const USES = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'] as const

export type Idle = {
  readonly window: Pick<Window, 'addEventListener' | 'setTimeout' | 'clearTimeout'>
  readonly document: Pick<Document, 'addEventListener' | 'visibilityState'>
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | null
  /** ms since epoch, by a clock that runs while the device sleeps. */
  readonly now: () => number
}

export const createUsedChannel = (): Idle['channel'] =>
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)

export const lockWhenIdle = (lock: Pick<DeviceLock, 'state' | 'lockNow'>, page: Idle): void => {
  let usedAt = page.now()
  let toldAt = 0
  let timer: number | undefined
  const unusedFor = (): number => {
    const time = page.now() - usedAt
    return time < 0 ? Infinity : time
  }
  const check = (): void => {
    page.window.clearTimeout(timer)
    const limit = (lock.state()?.minutes ?? Infinity) * MINUTE_MS
    if (limit === Infinity) return
    if (unusedFor() >= limit) {
      usedAt = page.now() // a page that stays behind the lock waits as long again
      lock.lockNow()
    }
    timer = page.window.setTimeout(check, limit - unusedFor())
  }
  const used = (): void => {
    const limit = (lock.state()?.minutes ?? Infinity) * MINUTE_MS
    if (unusedFor() >= limit) return check() // the first touch after a long sleep opens nothing
    usedAt = page.now()
    if (usedAt - toldAt < TELL_MS) return
    toldAt = usedAt
    tellPages(page.channel, 'used')
  }
  for (const use of USES) page.window.addEventListener(use, used, { capture: true, passive: true })
  page.document.addEventListener('visibilitychange', () => {
    if (page.document.visibilityState === 'visible') check()
  })
  page.channel?.addEventListener('message', () => {
    usedAt = page.now()
  })
  createRoot(() => createEffect(on(() => lock.state()?.minutes, check)))
}
