/** A stop that ends: as it should when all goes well, in any case when asked twice or after a while. Knows no process. */

/** Longer than commits under way and a goodbye to every phone take, in ms; what asks us to stop kills later (TimeoutStopSec). */
const STOP_LIMIT_MS = 20_000

export type StopperOptions = {
  /** Finishes what was begun. */
  readonly stop: () => Promise<void>
  /** Ends the process: 0 when all was finished. */
  readonly exit: (code: number) => void
  readonly after: (ms: number, run: () => void) => void
  readonly onTrouble: (what: 'failed' | 'late' | 'asked twice') => void
}
export type Stopper = {
  /** To be called on every signal. */
  ask(): void
  isStopping(): boolean
}

export const createStopper = ({ stop, exit, after, onTrouble }: StopperOptions): Stopper => {
  let stopping = false
  const giveUp = (why: 'failed' | 'late' | 'asked twice'): void => {
    onTrouble(why)
    exit(1)
  }
  return {
    ask: () => {
      if (stopping) {
        giveUp('asked twice')
        return
      }
      stopping = true
      after(STOP_LIMIT_MS, () => giveUp('late'))
      stop().then(
        () => exit(0),
        () => giveUp('failed'),
      )
    },
    isStopping: () => stopping,
  }
}
