/** How often something may happen. The clock comes in as an argument. */

export type Rate = { readonly burst: number; readonly perSecond: number }

/** A token bucket: `true` when one more is allowed at `now` (ms). */
export const createRate = ({ burst, perSecond }: Rate): ((now: number) => boolean) => {
  let tokens = burst
  let last: number | null = null
  return (now) => {
    const elapsed = Math.max(0, now - (last ?? now))
    tokens = Math.min(burst, tokens + (elapsed * perSecond) / 1_000)
    last = now
    if (tokens < 1) return false
    tokens -= 1
    return true
  }
}

/** At most `limit` in each window of `windowMs`, for every key; a new window forgets all keys. */
export const createQuota = (limit: number, windowMs: number): ((key: string, now: number) => boolean) => {
  let window = -1
  let counts = new Map<string, number>()
  return (key, now) => {
    const current = Math.floor(now / windowMs)
    if (current !== window) {
      window = current
      counts = new Map()
    }
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= limit
  }
}
