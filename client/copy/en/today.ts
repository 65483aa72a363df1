/** English words of today and the week over all plans, and of what comes next in each. */
import { toList, toTime } from '../format/days-and-times.ts'
import type { nlToday } from '../nl/today.ts'

const locale = 'en-GB'

export const enToday: typeof nlToday = {
  today: {
    title: 'Today and this week',
    lead: 'From all your plans. It works without internet too. What others have just changed shows up once there is internet.',
    link: (count) => (count === 0 ? 'Today and this week' : `Today and this week (${count})`),
    late: (count) => `Still from earlier (${count})`,
    todayIs: (day) => `Today, ${day}`,
    nothing: 'Nothing today.',
    later: (count) => `Later (${count})`,
    at: (ms) => toTime(locale, ms),
    agreed: 'Conversation, not prepared yet',
    how: (what, how) => `${what} · ${how}`,
    newBy: (names) => `Something new from ${toList(locale, names)}`,
    toPlans: 'Back to your plans',
    talk: 'Next conversation',
    step: 'Next step',
    noTalk: 'No conversation planned',
    noStep: 'No step',
    noDay: 'no day yet',
  },
}
