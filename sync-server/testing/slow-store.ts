/** A store with a slow disk, for tests of what happens during a commit. */
import { createMemoryStore } from '../storage/memory.ts'
import type { Store } from '../storage/store.ts'

/** Appends wait until the test lets them through. */
export const createSlowStore = () => {
  const store = createMemoryStore()
  const waiting: (() => void)[] = []
  const stuck = Promise.withResolvers<void>()
  let slow = false
  const append: Store['append'] = async (requests) => {
    if (slow) {
      stuck.resolve()
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    return store.append(requests)
  }
  const letThrough = (): void => waiting.splice(0).forEach((resolve) => resolve())
  return { store: { ...store, append }, slowDown: () => (slow = true), stuck: stuck.promise, letThrough, waiting }
}
