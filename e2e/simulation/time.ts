/** Time in the simulation moves from timer to timer; only WebCrypto's own threads run in real time. */
import FakeTimers from '@sinonjs/fake-timers'

/** ms since 1970: any moment will do. */
const START_MS = 1_700_000_000_000

/** Must be called before anything sets a timer. `setImmediate` stays real: it is how we wait for WebCrypto. */
export const stopTime = () =>
  FakeTimers.install({ now: START_MS, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })

export type StoppedTime = ReturnType<typeof stopTime>

/** Lets everything that is ready to run, run. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** WebCrypto works on threads of its own. Counts what it has not finished, so that one step ends before the next begins. */
export const watchCrypto = (): { busy(): boolean } => {
  let busy = 0
  const { subtle } = crypto
  for (const name of [
    'sign',
    'verify',
    'encrypt',
    'decrypt',
    'importKey',
    'deriveBits',
    'deriveKey',
    'digest',
    'exportKey',
  ] as const) {
    const original = subtle[name].bind(subtle) as (...parameters: unknown[]) => Promise<unknown>
    const counted = async (...parameters: unknown[]): Promise<unknown> => {
      busy += 1
      try {
        return await original(...parameters)
      } finally {
        busy -= 1
      }
    }
    Object.defineProperty(subtle, name, { value: counted })
  }
  return { busy: () => busy > 0 }
}
