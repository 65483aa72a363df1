/** Whether a load balancer should send people to this relay, in one word. Its sources are passed in. */

/** `ok`, or the reason against: stopping, the store does not answer, overload, or the disk is nearly full. */
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

/** A store that does not return a head within this time, in ms, counts as not answering: people would see it hang. */
const STORE_PATIENCE_MS = 2_000
/** The store is asked at most this often, in ms, so that frequent probes cost nothing. */
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
