/** Token buckets, quotas and places. The clock comes in as an argument, in ms. Memory is bounded, whatever strangers do. */

export type Rate = { readonly burst: number; readonly perSecond: number }
type Bucket = { tokens: number; last: number }

/** A clock that was set back makes nobody wait. */
const refill = (bucket: Bucket, { burst, perSecond }: Rate, now: number): void => {
  bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.last) * perSecond) / 1_000)
  bucket.last = now
}
const take = (bucket: Bucket, cost: number): boolean => {
  if (bucket.tokens < cost) return false
  bucket.tokens -= cost
  return true
}

/** A token bucket: `true` when one more is allowed at `now`. */
export const createRate = (rate: Rate): ((now: number) => boolean) => {
  const bucket = { tokens: rate.burst, last: -Infinity }
  return (now) => {
    refill(bucket, rate, now)
    return take(bucket, 1)
  }
}

/** Below this many buckets, full ones are not searched for. */
const FEW = 1_000

export type Rates = { take(key: string, now: number, cost?: number): boolean; size(): number }

/** A token bucket for every key. A full bucket equals none, so only recently active keys are kept. */
export const createRates = (rate: Rate): Rates => {
  const buckets = new Map<string, Bucket>()
  let sweepAt = FEW
  const sweep = (now: number): void => {
    for (const [key, bucket] of buckets) {
      refill(bucket, rate, now)
      if (bucket.tokens >= rate.burst) buckets.delete(key)
    }
    sweepAt = Math.max(FEW, 2 * buckets.size)
  }
  return {
    take(key, now, cost = 1) {
      let bucket = buckets.get(key)
      if (bucket === undefined) {
        if (buckets.size >= sweepAt) sweep(now)
        bucket = { tokens: rate.burst, last: now }
        buckets.set(key, bucket)
      }
      refill(bucket, rate, now)
      return take(bucket, cost)
    },
    size: () => buckets.size,
  }
}

/**
 * This many keys of a quota have counts of their own; all others share one, so that many addresses do not buy many quotas.
 */
export const MAX_QUOTA_KEYS = 10_000
const EVERYBODY_ELSE = '*'

/** At most `limit` in each window of `windowMs`, for every key; a new window resets all keys. */
export const createQuota = (limit: number, windowMs: number): ((key: string, now: number) => boolean) => {
  let window = -1
  let counts = new Map<string, number>()
  return (key, now) => {
    const current = Math.floor(now / windowMs)
    if (current !== window) {
      window = current
      counts = new Map()
    }
    const counted = counts.has(key) || counts.size < MAX_QUOTA_KEYS ? key : EVERYBODY_ELSE
    const count = (counts.get(counted) ?? 0) + 1
    counts.set(counted, count)
    return count <= limit
  }
}

export type Slots = {
  hasRoom(key: string): boolean
  /** `false`: all are taken. Whoever has a place gives it back once. */
  take(key: string): boolean
  leave(key: string): void
  size(): number
}

/** At most `limit` places at once, for every key. */
export const createSlots = (limit: number): Slots => {
  const taken = new Map<string, number>()
  const hasRoom = (key: string): boolean => (taken.get(key) ?? 0) < limit
  return {
    hasRoom,
    take(key) {
      if (!hasRoom(key)) return false
      taken.set(key, (taken.get(key) ?? 0) + 1)
      return true
    },
    leave(key) {
      const left = (taken.get(key) ?? 0) - 1
      if (left > 0) taken.set(key, left)
      else taken.delete(key)
    },
    size: () => taken.size,
  }
}
