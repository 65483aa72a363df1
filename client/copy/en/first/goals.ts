/** English words of wishes, goals and steps, and of undoing. */
import { toDate, toTime } from '../../format/days-and-times.ts'
import type { nlGoals } from '../../nl/first/goals.ts'

const locale = 'en-GB'

export const enGoals: typeof nlGoals = {
  goals: {
    noWords: 'No words yet',
    day: (at, now) => toDate(locale, at, now),
    dayAndTime: (at, now) => `${toDate(locale, at, now)} at ${toTime(locale, at)}`,
  },
}
