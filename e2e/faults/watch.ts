/** Waits for conditions instead of for time. */

export type Watch = {
  /** To be called whenever something may have changed. */
  moved(): void
  /** Resolves when `check` holds. `what`: the error message when it does not within this many ms. */
  until(check: () => boolean, what: string | (() => string), ms?: number): Promise<void>
}

/** Longer than any wait of an app in these tests, in ms, even on a busy machine. */
const PATIENCE_MS = 30_000

export const createWatch = (): Watch => {
  const waiting = new Set<() => void>()
  return {
    moved: () => waiting.forEach((look) => look()),
    until: (check, what, ms = PATIENCE_MS) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (check()) end(resolve)
        }
        const end = (done: () => void): void => {
          clearTimeout(late)
          waiting.delete(look)
          done()
        }
        const late = setTimeout(
          () => end(() => reject(new Error(`It never happened: ${typeof what === 'string' ? what : what()}`))),
          ms,
        )
        waiting.add(look)
        look()
      }),
  }
}
