/** Calendar days, without a time or a zone: `2026-11-28` is that day wherever it is read. */
import type { Plain } from './plain.ts'
import type { Brand } from '#shared/protocol/bytes.ts'

export type Day = Brand<string, 'Day'>

/** Parses an ISO 8601 day; `null` for a day that is in no calendar. */
export const parseDay = (value: Plain | undefined): Day | null => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  const time = Date.parse(`${value}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value ? null : (value as Day)
}

/** A time of one day, on the clocks of those who chose it: `2026-11-28T14:30`. It says nothing about any other day. */
export type DayTime = Brand<string, 'DayTime'>

export const parseDayTime = (value: Plain | undefined): DayTime | null =>
  typeof value === 'string' && /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) && parseDay(value.slice(0, 10)) !== null
    ? (value as DayTime)
    : null

export const dayOf = (time: DayTime): Day => time.slice(0, 10) as Day
/** `14:30`, as a field of the browser has it. */
export const clockOf = (time: DayTime): string => time.slice(11)

/** The day at that moment in the reader's time zone. */
export const toDay = (ms: number): Day => {
  const date = new Date(ms)
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as Day
}

/** Noon of that day in the reader's time zone, for words that name only the day. */
export const dayToMs = (day: Day): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const noon = new Date(2000, 0, 1, 12)
  noon.setFullYear(year, month - 1, date) // the constructor takes the year 99 for 1999
  return noon.getTime()
}

/** That time of that day in the reader's time zone. */
export const dayTimeToMs = (time: DayTime): number => {
  const [hours = 0, minutes = 0] = clockOf(time).split(':').map(Number)
  return new Date(dayToMs(dayOf(time))).setHours(hours, minutes)
}

/** The last moment that a date can name, in ms (ECMA-262 §21.4.1.1): formatting a later one throws. */
const LAST_MS = 8.64e15

/** A moment that a date can hold, from a number that others chose: of an entry, a record or a row. */
export const boundMoment = (ms: number): number => (Number.isNaN(ms) ? 0 : Math.max(-LAST_MS, Math.min(ms, LAST_MS)))

/** Parses a moment in ms since epoch, by the clock of the device that wrote it. */
export const parseMoment = (value: Plain | undefined): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= LAST_MS ? value : null
