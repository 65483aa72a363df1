/** A month as a calendar shows it: words and numbers by the browser's own language. Pure: a moment in, words out. */

const DAYS_IN_WEEK = 7
/** A Monday: the first of the week's names. */
const A_MONDAY = new Date(2026, 10, 30)

export type Month = {
  /** "maandag 30 november 2026". */
  readonly today: string
  /** "november 2026". */
  readonly title: string
  /** Monday first, short. */
  readonly weekdays: readonly string[]
  /** Rows from Monday to Sunday; `null` where a day is of another month. */
  readonly weeks: readonly (readonly (number | null)[])[]
  readonly day: number
}

export const toMonth = (now: Date, locale: string): Month => {
  const [year, month] = [now.getFullYear(), now.getMonth()]
  const before = (new Date(year, month, 1).getDay() + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK
  const days = new Date(year, month + 1, 0).getDate()
  const cells = Array.from({ length: Math.ceil((before + days) / DAYS_IN_WEEK) * DAYS_IN_WEEK }, (_, index) => {
    const day = index - before + 1
    return day >= 1 && day <= days ? day : null
  })
  const format = (options: Intl.DateTimeFormatOptions, date = now): string =>
    new Intl.DateTimeFormat(locale, options).format(date)
  return {
    today: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    title: format({ month: 'long', year: 'numeric' }),
    weekdays: Array.from({ length: DAYS_IN_WEEK }, (_, index) =>
      format({ weekday: 'short' }, new Date(A_MONDAY.getTime() + index * 24 * 60 * 60_000)),
    ),
    weeks: Array.from({ length: cells.length / DAYS_IN_WEEK }, (_, week) =>
      cells.slice(week * DAYS_IN_WEEK, (week + 1) * DAYS_IN_WEEK),
    ),
    day: now.getDate(),
  }
}
