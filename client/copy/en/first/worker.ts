/** English words of the home screen with many plans, of what is new, and of the practice plan. */
import { toAgo } from '../../format/days-and-times.ts'
import type { nlWorker } from '../../nl/first/worker.ts'

const locale = 'en-GB'

export const enWorker: typeof nlWorker = {
  worker: {
    find: {
      search: 'Search for a plan, name or word',
      show: 'Show',
      shows: { all: 'All plans', new: 'With something new', unshared: 'Not shared yet', archived: 'Archived' },
      order: 'Order',
      orders: { opened: 'Last opened', next: 'Coming up first', news: 'New first', name: 'By name' },
      found: (count) => (count === 1 ? 'One plan' : `${count} plans`),
      none: 'No plans found.',
      noneCalled: 'No plan or person is called that.',
      clear: 'Show all plans',
      within: {
        found: (count) => (count === 1 ? 'It appears in one plan:' : `It appears in ${count} plans:`),
        none: 'It doesn’t appear inside any plan.',
      },
    },
    news: {
      part: {
        story: 'story',
        wheel: 'wheel',
        goals: 'goals',
        conversations: 'conversations',
        contact: 'how to get in touch',
        people: 'people',
        plan: 'the plan',
      },
      changed: 'something changed',
      took: 'text removed',
      ago: (at, now) => toAgo(locale, at, now),
      fewWords: 'a few words',
      manyWords: 'a piece of text',
      amount: (part, amount) => `${part} (${amount})`,
      by: (who) => `${who}: `,
      others: (count) => (count === 1 ? 'And 1 more person.' : `And ${count} more people.`),
      heading: 'New',
    },
    practice: {
      title: 'Practice plan',
      card: 'Practise with a made-up plan. Nobody sees it.',
    },
  },
}
