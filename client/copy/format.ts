/** Days and times as people say them, by the browser's own Intl. Knows no words of ours. */

const DAY_MS = 24 * 60 * 60 * 1000

export const toTime = (locale: string, at: number): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at)

/** "29 november", and the year when it is another one. */
export const toDate = (locale: string, at: number, now: number): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' as const }),
  }).format(at)

/** "today", "yesterday", then the date. */
export const toDay = (locale: string, at: number, now: number): string => {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY_MS)
  return days === 0 || days === -1
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
    : toDate(locale, at, now)
}

export const isSameDay = (one: number, other: number): boolean => startOfDay(one) === startOfDay(other)

/** By the calendar of the device, so that midnight is where the reader's is. */
const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

export const toList = (locale: string, items: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)

/** "2 days ago" within a week, then the date. A clock that runs ahead makes it today. */
export const toAgo = (locale: string, at: number, now: number): string => {
  const days = Math.max(0, Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS))
  return days < 7
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day')
    : toDate(locale, at, now)
}
