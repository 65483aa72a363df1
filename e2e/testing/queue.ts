/** Runs asynchronous tasks one after another: WebCrypto answers out of order, the log does not. */

export type Queue = {
  /** A task that throws is reported and does not hold up the next. */
  add(task: () => Promise<void> | void): void
  /** When everything added so far, and what it added, is done. */
  idle(): Promise<void>
}

export const createQueue = (failed: (error: unknown) => void): Queue => {
  let tail: Promise<void> = Promise.resolve()
  const idle = async (): Promise<void> => {
    const seen = tail
    await seen
    if (seen !== tail) await idle()
  }
  return {
    add(task) {
      tail = tail.then(task).catch(failed)
    },
    idle,
  }
}
