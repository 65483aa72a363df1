/** Dutch words of wishes, goals and steps, and of undoing. */
import { toDate, toTime } from '../../format/days-and-times.ts'

const locale = 'nl-NL'

export const nlGoals = {
  goals: {
    noWords: 'Nog zonder woorden',
    day: (at: number, now: number) => toDate(locale, at, now),
    dayAndTime: (at: number, now: number) => `${toDate(locale, at, now)} om ${toTime(locale, at)}`,
  },
}
