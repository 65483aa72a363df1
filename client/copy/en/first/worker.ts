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
        none: 'It doesn’t appear inside your plans either.',
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
      banner: 'This is a practice plan',
      text: (name) => `For now you are ${name}, who is not a real person. None of this is shared.`,
      textAsWorker: (name, resident) =>
        `For now you are ${name}, who supports ${resident}. ${name} and ${resident} are not real people. None of this is shared.`,
      beWorker: 'Practise as the support worker',
      beResident: 'Practise as the resident',
      manage: 'Rename the plan, or take it with you.',
      anew: 'Start over',
      confirm: {
        title: 'Start over?',
        text: 'Everything you did in the practice plan will be lost. Your other plans stay as they are.',
        keep: 'No, carry on',
        go: 'Yes, start over',
      },
      invite: 'You can’t invite anyone to the practice plan. In a real plan you can.',
      toStart: 'Make a real plan',
    },
  },
}
