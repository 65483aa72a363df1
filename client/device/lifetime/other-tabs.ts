/** Tells the other tabs of this browser that the device is another person's now, or nobody's: what they hold is of before. */
import { tellPages } from './tell-pages.ts'

/** A message of this app's own tabs, so that its content does not matter. */
const CHANGED = 'changed'

export type OtherTabs = {
  tell(): void
  /** Neither tells nor hears from here on. */
  leave(): void
}

export const createOtherTabs = (changed: () => void): OtherTabs => {
  if (typeof BroadcastChannel === 'undefined') return { tell() {}, leave() {} }
  const channel = new BroadcastChannel('weef-device')
  channel.addEventListener('message', changed)
  if ('unref' in channel && typeof channel.unref === 'function') channel.unref() // in Node it would keep the process
  let left = false
  return {
    tell() {
      if (!left) tellPages(channel, CHANGED)
    },
    leave() {
      left = true
      channel.close()
    },
  }
}
