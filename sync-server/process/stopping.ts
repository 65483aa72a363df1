/**
 * Graceful stop with a deadline: it exits when the work is finished, on a second signal, or after a time limit. Knows no
 * process.
 */

/**
 * In ms: longer than commits under way and a close handshake with every phone take, and shorter than the supervisor's kill
 * (TimeoutStopSec).
 */
const STOP_LIMIT_MS = 20_000

export type StopperOptions = {
  /** Finishes work under way. */
  readonly stop: () => Promise<void>
  /** Ends the process; 0 when everything was finished. */
  readonly exit: (code: number) => void
  readonly after: (ms: number, run: () => void) => void
  readonly onTrouble: (what: 'failed' | 'late' | 'asked twice') => void
}
export type Stopper = {
  /** Called on every signal. */
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
