/** Tracks pending work, so that a test or a stop can wait until there is none. */

export type Activity = {
  /** A failure is reported, never rethrown: no input ends the process (S8). */
  run(work: () => Promise<void>, onError: (error: unknown) => void): void
  idle(): Promise<void>
}

export const createActivity = (): Activity => {
  let running = 0
  let waiting: (() => void)[] = []
  const end = (): void => {
    running -= 1
    if (running > 0) return
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  }
  const isRunning = (): boolean => running > 0
  const idle = async (): Promise<void> => {
    await Promise.resolve() // frames queued now leave in a microtask, after which a paused reader may go on
    while (isRunning()) {
      await new Promise<void>((resolve) => waiting.push(resolve))
      await Promise.resolve()
    }
  }
  return {
    run: (work, onError) => {
      running += 1
      void work().catch(onError).finally(end)
    },
    idle,
  }
}
