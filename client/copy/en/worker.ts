/** English words of the home screen with many plans, of what is new, and of the practice plan. */
import { toAgo } from '../format/days-and-times.ts'
import type { nlWorker } from '../nl/worker.ts'

const locale = 'en-GB'

export const enWorker: typeof nlWorker = {
  worker: {
    find: {
      search: 'Search for a plan or a name',
      show: 'Show',
      shows: { all: 'All plans', new: 'With something new', unshared: 'Not shared yet', archived: 'Put away' },
      order: 'Order',
      orders: { opened: 'Last opened', news: 'What is new first', name: 'By name' },
      found: (count) => (count === 1 ? 'One plan' : `${count} plans`),
      none: 'No plan found.',
      clear: 'Show all plans',
    },
    news: {
      part: {
        story: 'story',
        wheel: 'wheel scores',
        goals: 'goals',
        conversations: 'conversations',
        contact: 'ways of contact',
        people: 'who takes part',
        plan: 'the plan',
      },
      changed: 'something changed',
      took: 'text taken away',
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
      beWorker: 'Practise as the worker',
      beResident: 'Practise as the resident',
      manage: 'Give the plan a name, or take it with you.',
      anew: 'Begin again',
      confirm: {
        title: 'Begin again?',
        text: 'What you did in the practice plan goes away. Your other plans stay.',
        keep: 'No, go on',
        go: 'Yes, begin again',
      },
      invite: 'In the practice plan you cannot invite anyone. In a real plan you can.',
      toStart: 'Make a real plan',
    },
  },
}
