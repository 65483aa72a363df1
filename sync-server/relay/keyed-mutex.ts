/** Work with the same key one after another, with different keys side by side. */

export type InTurn = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>

export const createInTurn = (): InTurn => {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key)
    const mine = Promise.allSettled([before]).then(work) // whoever failed before has said so to their own caller
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
