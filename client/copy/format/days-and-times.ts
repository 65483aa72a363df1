/** Days and times as people say them, by the browser's own Intl. Knows no words of ours. */

const DAY_MS = 24 * 60 * 60 * 1000

/** Caches formatters: creating one costs as much as a hundred uses. */
const remembered = <Format>(make: (locale: string) => Format): ((locale: string) => Format) => {
  const made = new Map<string, Format>()
  return (locale) => {
    const format = made.get(locale) ?? make(locale)
    made.set(locale, format)
    return format
  }
}
const DAY = { day: 'numeric', month: 'long' } as const
const timeFormat = remembered((locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }))
const dayFormat = remembered((locale) => new Intl.DateTimeFormat(locale, DAY))
const dateFormat = remembered((locale) => new Intl.DateTimeFormat(locale, { ...DAY, year: 'numeric' }))
const weekdayFormat = remembered((locale) => new Intl.DateTimeFormat(locale, { ...DAY, weekday: 'long' }))
const agoFormat = remembered((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
const listFormat = remembered((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }))

/**
 * Makes what a plan's overview says first. A browser's first formatter costs 10 ms, on an old phone 40, because it loads the data
 * of all; later ones cost a tenth.
 */
export const makeFormats = (locale: string): void => void [listFormat(locale), dayFormat(locale)]

/** The last moment that a date can name, in ms (ECMA-262 §21.4.1.1): Intl throws at a later one, and others choose some of these numbers. */
const LAST_MS = 8.64e15
const bound = (at: number): number => (Number.isNaN(at) ? 0 : Math.max(-LAST_MS, Math.min(at, LAST_MS)))

export const toTime = (locale: string, at: number): string => timeFormat(locale).format(bound(at))

/** "29 november", with the year when it is not this year. */
export const toDate = (locale: string, at: number, now: number): string => {
  const thisYear = new Date(bound(at)).getFullYear() === new Date(now).getFullYear()
  return (thisYear ? dayFormat : dateFormat)(locale).format(bound(at))
}

/** "today", "yesterday", then the date. */
export const toDay = (locale: string, at: number, now: number): string => {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY_MS)
  return days === 0 || days === -1 ? agoFormat(locale).format(days, 'day') : toDate(locale, at, now)
}

export const isSameDay = (one: number, other: number): boolean => startOfDay(one) === startOfDay(other)

/** In the device's time zone, so that midnight is the reader's. */
const startOfDay = (at: number): number => {
  const start = new Date(bound(at)).setHours(0, 0, 0, 0)
  return Number.isNaN(start) ? bound(at) : start // before the first day that a date can name
}

export const toList = (locale: string, items: readonly string[]): string => listFormat(locale).format(items)

/** Titles within a sentence: one may end with a full stop of its own. */
export const toQuotedList = (locale: string, titles: readonly string[]): string =>
  toList(
    locale,
    titles.map((title) => `“${title}”`),
  )

/** A list in pieces, the items among them, so that each can be a link. */
export const toListPieces = (
  locale: string,
  items: readonly string[],
): readonly { readonly type: 'element' | 'literal'; readonly value: string }[] =>
  listFormat(locale).formatToParts(items)

/** "2 days ago" within a week, otherwise the date. A time in the future, from a fast clock, counts as today. */
export const toAgo = (locale: string, at: number, now: number): string => {
  const days = Math.max(0, Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS))
  return days < 7 ? agoFormat(locale).format(-days, 'day') : toDate(locale, at, now)
}

/** "monday 30 november": the weekday helps more than the year in a week ahead. */
export const toSpokenWeekday = (locale: string, at: number): string => weekdayFormat(locale).format(bound(at))

/** A day such as 2026-11-22, as it is spoken: "Sunday 22 November 2026". */
export const toSpokenDay = (locale: string, day: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(bound(Date.parse(day)))
