/** A mutex by key: work with the same key runs one after another, work with different keys concurrently. */

export type KeyedMutex = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>

export const createKeyedMutex = (): KeyedMutex => {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key)
    const mine = Promise.allSettled([before]).then(work) // a failed predecessor has rejected for its own caller
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
