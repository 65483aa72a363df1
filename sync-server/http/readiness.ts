/** Whether this relay should be sent people, in one word. What it stands on is handed in. */

/** `ok`, or why not: it stops, the store does not answer, it has too much to do, or nothing more can be written. */
export type Readiness = 'ok' | 'stopping' | 'store' | 'busy' | 'disk'
export type ReadinessSources = {
  readonly isStopping: () => boolean
  /** Rejects or hangs when the store does. */
  readonly askStore: () => Promise<unknown>
  readonly isBusy: () => boolean
  readonly isDiskLow: () => boolean
  /** ms. */
  readonly now: () => number
}

/** A store that takes longer to say where a log ends, in ms, does not answer: people would see it hang. */
const STORE_PATIENCE_MS = 2_000
/** The store is asked at most this often, in ms: whoever asks us all the time costs nothing. */
const REMEMBERED_MS = 1_000

const answersInTime = async (ask: () => Promise<unknown>): Promise<boolean> => {
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(resolve, STORE_PATIENCE_MS, false)
  const asked = ask().then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

export const createReadiness = (sources: ReadinessSources): (() => Promise<Readiness>) => {
  let store: Promise<boolean> = Promise.resolve(true)
  let askedAt = -Infinity
  return async () => {
    if (sources.isStopping()) return 'stopping'
    if (sources.now() - askedAt >= REMEMBERED_MS) {
      askedAt = sources.now()
      store = answersInTime(sources.askStore)
    }
    if (!(await store)) return 'store'
    if (sources.isBusy()) return 'busy'
    return sources.isDiskLow() ? 'disk' : 'ok'
  }
}
