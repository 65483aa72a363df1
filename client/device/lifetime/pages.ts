/** The pages of this device: whether this is the only one, and a message that all others hear. Over Web Locks. */
import type { Environment } from '#sync/environment.ts'
import { tellPages } from './tell-pages.ts'

/** Held by each page that has stored values open. */
const NAME = 'weef-pages'
/** Held while a page enters, and by one that waits to be alone: what starts meanwhile comes after it. */
const DOOR = 'weef-pages-door'
const CHANNEL = 'weef-lock'
/** The others close what they have open within this time, in ms; a page that the browser keeps frozen does not. */
const OTHERS_CLOSE_MS = 5_000
/** Between two looks whether they are gone, in ms. */
const LOOK_MS = 100

export type Pages = {
  /** This page has stored values open from now on. Waits for one that is alone. */
  enter(): Promise<void>
  /** Neither counts nor hears from here on: it keeps nothing, so that starting anew would lose everything. */
  leave(): void
  /** Runs while no other page has stored values open; `false`: one does not go. */
  alone(run: () => Promise<void>): Promise<boolean>
  tell(): void
}

/** `told`: another page has told. */
export const createPages = (environment: Pick<Environment, 'after'>, told: () => void): Pages => {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)
  channel?.addEventListener('message', told)
  if (channel !== null && 'unref' in channel && typeof channel.unref === 'function') channel.unref() // in Node it would keep the process
  let release = (): void => {}

  /** Resolves with its release; `null`: not available now. */
  const hold = (name: string, options: LockOptions): Promise<(() => void) | null> =>
    new Promise((resolve, reject) => {
      if (!('locks' in navigator)) return resolve(() => {})
      const held = (lock: Lock | null) =>
        lock === null ? resolve(null) : new Promise<void>((end) => resolve(() => end()))
      navigator.locks.request(name, options, held).catch(reject)
    })
  const enter = async (): Promise<void> => {
    const enteredDoor = await hold(DOOR, { mode: 'shared' })
    const before = release
    release = (await hold(NAME, { mode: 'shared' })) ?? release
    before()
    enteredDoor?.()
  }
  const holdAlone = async (): Promise<(() => void) | null> => {
    for (let waited = 0; waited < OTHERS_CLOSE_MS; waited += LOOK_MS) {
      const end = await hold(NAME, { mode: 'exclusive', ifAvailable: true })
      if (end !== null) return end
      await new Promise<void>((resolve) => void environment.after(LOOK_MS, resolve))
    }
    return null
  }
  return {
    enter,
    leave() {
      channel?.removeEventListener('message', told)
      release()
    },
    async alone(run) {
      release()
      const openDoor = await hold(DOOR, { mode: 'exclusive' })
      const end = await holdAlone()
      try {
        if (end !== null) await run()
      } finally {
        end?.()
        openDoor?.()
        await enter()
      }
      return end !== null
    },
    tell() {
      tellPages(channel, 'lock')
    },
  }
}
