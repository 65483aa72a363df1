/**
 * When people meet or do something: a day, and a time of that day where they chose one. The day is the value that every release
 * knows. The time is another beside it that names its day too, so that it is no time of another day when somebody has changed
 * the day alone, as releases before this do. Knows no document: the list of plans uses it before any is loaded.
 */
import { type Day, dayOf, type DayTime, dayTimeToMs, dayToMs, parseDay, parseDayTime } from './days.ts'
import type { Several } from './fields.ts'

export type When = { readonly day: Day; readonly time: DayTime | null }

/** From the fields of a screen: `2026-11-28` and `14:30`, each possibly empty. `null`: no day, and so no time. */
export const parseWhen = (day: string, clock: string): When | null => {
  const known = parseDay(day)
  return known === null ? null : { day: known, time: parseDayTime(`${known}T${clock}`) }
}

/** The days with their times: more than one, and people choose. A time of a day that does not stand here is nobody's choice. */
export const toWhens = (days: Several<Day | null>, times: Several<DayTime | null>): Several<When | null> =>
  days.flatMap((day): readonly (When | null)[] => {
    if (day === null) return [null]
    const onDay = times.filter((time) => time !== null && dayOf(time) === day)
    const untimed = onDay.length === 0 || times.includes(null) ? [{ day, time: null }] : []
    return [...untimed, ...onDay.map((time) => ({ day, time }))]
  })

/** ms since epoch in the reader's time zone; of a day alone its noon. */
export const whenToMs = ({ day, time }: When): number => (time === null ? dayToMs(day) : dayTimeToMs(time))

/** By day, then what has a time, by its time: the words of both sort like that. */
export const byWhen = (a: When, b: When): number => {
  const [one, other] = [a.time ?? `${a.day}~`, b.time ?? `${b.day}~`]
  return one < other ? -1 : one > other ? 1 : 0
}
