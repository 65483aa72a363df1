/** Work with the same key one after another, with different keys side by side. */

export type InTurn = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>

export const createInTurn = (): InTurn => {
  const last = new Map<string, Promise<void>>()
  return (key, work) => {
    const result = (last.get(key) ?? Promise.resolve()).then(work)
    const settled: Promise<void> = result
      .then(
        () => {},
        () => {}, // the caller hears of it; the next one has its turn all the same
      )
      .then(() => {
        if (last.get(key) === settled) last.delete(key)
      })
    last.set(key, settled)
    return result
  }
}
