/** A disk that takes its time, for tests of what happens meanwhile. */
import { createMemoryStore } from '../storage/memory.ts'
import type { Store } from '../storage/store.ts'

/** A store whose disk is slow: appends wait until the test lets them through. */
export const createSlowStore = () => {
  const store = createMemoryStore()
  const waiting: (() => void)[] = []
  let slow = false
  const append: Store['append'] = async (requests) => {
    if (slow) await new Promise<void>((resolve) => waiting.push(resolve))
    return store.append(requests)
  }
  const letThrough = (): void => waiting.splice(0).forEach((resolve) => resolve())
  return { store: { ...store, append }, slowDown: () => (slow = true), letThrough, waiting }
}
/** Enough moments for anything but a slow disk to have happened. */
export const aWhile = async (): Promise<void> => {
  for (let moment = 0; moment < 50; moment += 1) await new Promise((resolve) => setImmediate(resolve))
}
