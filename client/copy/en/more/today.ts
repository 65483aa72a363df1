/** English words of today and the week over all plans, and of what comes next in each. */
import { toList, toSpokenWeekday, toTime } from '../../format/days-and-times.ts'
import type { nlToday } from '../../nl/more/today.ts'

const locale = 'en-GB'

export const enToday: typeof nlToday = {
  today: {
    title: 'Today and this week',
    lead: 'From all your plans. You don’t need internet for this. What others have just changed shows up once you’re online.',
    late: (count) => `Still from earlier (${count})`,
    todayIs: (day) => `Today, ${toSpokenWeekday(locale, day)}`,
    day: (day) => toSpokenWeekday(locale, day),
    nothing: 'Nothing for today.',
    later: (count) => `Later (${count})`,
    at: (ms) => toTime(locale, ms),
    newBy: (names) => `Something new from ${toList(locale, names)}`,
    toPlans: 'All your plans',
  },
}
