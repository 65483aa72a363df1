/** Time in the simulation jumps from timer to timer; only WebCrypto's own threads run in real time. */
import type { Environment } from '#sync/environment.ts'
import FakeTimers from '@sinonjs/fake-timers'

/** ms since 1970: an arbitrary time. */
const START_MS = 1_700_000_000_000

/** Must be called before anything sets a timer. `setImmediate` stays real: it is how tests wait for WebCrypto. */
export const stopTime = () =>
  FakeTimers.install({ now: START_MS, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })

export type StoppedTime = ReturnType<typeof stopTime>

/** Lets everything run that is ready. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export type CryptoWatch = {
  /** Something is still being computed. */
  busy(): boolean
  /** Whether results from now on are held back. */
  hold(holds: boolean): void
  /** Releases the held results, in the order of their requests; `false`: there were none. */
  release(): boolean
}

/**
 * WebCrypto works on threads of its own: which finishes first must not decide a schedule, and other steps may come in
 * between.
 */
export const watchCrypto = (): CryptoWatch => {
  let busy = 0
  let asked = 0
  let held = false
  let waiting: { readonly turn: number; readonly give: () => void }[] = []
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
    'generateKey',
  ] as const) {
    const original = subtle[name].bind(subtle) as (...parameters: unknown[]) => Promise<unknown>
    const counted = async (...parameters: unknown[]): Promise<unknown> => {
      const turn = asked++
      busy += 1
      try {
        return await original(...parameters)
      } finally {
        busy -= 1
        if (held) await new Promise<void>((give) => waiting.push({ turn, give }))
      }
    }
    Object.defineProperty(subtle, name, { value: counted, configurable: true })
  }
  return {
    busy: () => busy > 0,
    hold(holds) {
      held = holds
    },
    release() {
      const given = waiting.toSorted((a, b) => a.turn - b.turn)
      waiting = []
      for (const { give } of given) give()
      return given.length > 0
    },
  }
}

/** A device's timers, which end with it. */
export const createTimers = (alive: () => boolean): Pick<Environment, 'after' | 'elapsed'> => ({
  elapsed: () => Date.now(), // in the simulation nobody changes this one
  after(ms, run) {
    const timer = setTimeout(() => {
      if (alive()) run()
    }, ms)
    return () => clearTimeout(timer)
  },
})
