/** Stops of everything that was started, run in reverse order (CONTRIBUTING.md, habit 10). */

export type Stop = () => void | Promise<void>
export type Stops = {
  add(stop: Stop): void
  /** Resolves when all have stopped or timed out. A failure is reported, and the others still run. */
  stopAll(): Promise<void>
}

/** In ms: a browser that is about to end a page may never answer a write. */
const STOP_TIMEOUT_MS = 5_000

export const createStops = (
  after: (ms: number, run: () => void) => () => void,
  report: (error: unknown) => void,
): Stops => {
  let started: Stop[] = []
  const bounded = (work: Promise<void>): Promise<void> =>
    new Promise((resolve) => {
      const stopTimer = after(STOP_TIMEOUT_MS, resolve)
      void work.catch(report).finally(() => {
        stopTimer()
        resolve()
      })
    })
  return {
    add: (stop) => void started.push(stop),
    async stopAll() {
      const running = started.toReversed()
      started = []
      for (const stop of running) await bounded((async () => stop())())
    },
  }
}
