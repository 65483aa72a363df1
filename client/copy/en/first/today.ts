/** English words of today and the week over all plans, and of what comes next in each. */
import type { nlToday } from '../../nl/first/today.ts'

export const enToday: typeof nlToday = {
  today: {
    link: (count) => (count === 0 ? 'Today and this week' : `Today and this week (${count} to do)`),
    agreed: 'Conversation, not prepared yet',
    talk: 'Next conversation',
    step: 'Next step',
    noDay: 'no day yet',
  },
}
