/** English words of conversations, and of how people like contact. */
import { toList } from '../../format/days-and-times.ts'
import type { nlConversations } from '../../nl/plan/conversations.ts'

const locale = 'en-GB'

export const enConversations: typeof nlConversations = {
  conversations: {
    titleOn: (when) => `Conversation on ${when}`,
    points: (count) => (count === 1 ? '1 point to talk about' : `${count} points to talk about`),
    day: 'On which day?',
    at: (place) => `Where: ${place}`,
    form: 'How will you meet?',
    point: 'Point',
    wheelItem: (who, topic, note) => `${who}: ${topic}${note === '' ? '' : `. “${note}”`}`,
    stepItem: (what, goal) => `${what} (${goal})`,
    talked: 'Talked about',
    open: 'Not talked about yet',
    notes: 'Notes',
    agreements: 'Agreements',
    nextContact: 'Next contact',
    nextOn: (parts) => `Next contact: ${parts.join(' · ')}`,
  },

  contact: {
    forms: { together: 'In person', phone: 'Phone call', video: 'Video call', chat: 'Messages' },
    likings: { yes: 'yes, please', 'rather-not': 'I’d rather not', no: 'no, thanks' },
    times: 'When does it suit you?',
    days: {
      mon: 'Monday',
      tue: 'Tuesday',
      wed: 'Wednesday',
      thu: 'Thursday',
      fri: 'Friday',
      sat: 'Saturday',
      sun: 'Sunday',
    },
    parts: { morning: 'morning', afternoon: 'afternoon', evening: 'evening' },
    words: 'In your own words',
    says: (form, liking) => `${form}: ${liking}`,
    on: (day, parts) => `${day}: ${toList(locale, parts)}`,
  },
}
