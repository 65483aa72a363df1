/**
 * When people meet or do something: a day, and a time of that day where they chose one. The day is the value that every release
 * knows. The time is another beside it that names its day too, so that it is no time of another day when somebody has changed
 * the day alone, as releases before this do.
 */
import type * as Y from 'yjs'
import { type Day, dayOf, type DayTime, dayTimeToMs, dayToMs, parseDay, parseDayTime } from './days.ts'
import { settled, type Several } from './fields.ts'
import type { ValueKey } from './value-name.ts'
import { type Randomness, readValues, renewValue, setValue } from './values.ts'

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

/** The one that counts until people have chosen. */
export const settledWhen = (whens: Several<When | null>): When | null => settled(whens)

/** ms since epoch in the reader's time zone; of a day alone its noon. */
export const whenToMs = ({ day, time }: When): number => (time === null ? dayToMs(day) : dayTimeToMs(time))

/** By day, then what has a time, by its time: the words of both sort like that. */
export const byWhen = (a: When, b: When): number => {
  const [one, other] = [a.time ?? `${a.day}~`, b.time ?? `${b.day}~`]
  return one < other ? -1 : one > other ? 1 : 0
}

/**
 * Sets both. The day is written anew with the time, also when it stays: another person who changes the day meanwhile has then
 * chosen besides this, and not instead of it.
 */
export const setWhen = (
  doc: Y.Doc,
  keys: { readonly day: ValueKey; readonly time: ValueKey },
  when: When | null,
  randomness: Randomness,
): void =>
  doc.transact(() => {
    const time = when?.time ?? null
    const times = readValues(doc, keys.time)
    if (times.length === 0 && time === null) return setValue(doc, keys.day, when?.day ?? null, randomness)
    if (times.length !== 1 || times[0] !== time) renewValue(doc, keys.day, when?.day ?? null, randomness)
    else setValue(doc, keys.day, when?.day ?? null, randomness)
    setValue(doc, keys.time, time, randomness)
  }, setWhen)
