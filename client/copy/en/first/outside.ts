/** English words of home. */
import { DEFAULT_TITLES } from '../../format/default-titles.ts'
import { toDay, toList } from '../../format/days-and-times.ts'
import type { nlOutside } from '../../nl/first/outside.ts'

const locale = 'en-GB'

export const enOutside: typeof nlOutside = {
  home: {
    title: 'Your plans',
    welcome: 'Welcome',
    explanation: [
      'Write down what matters to you and what you want to change.',
      'Do it on your own, or together with someone you choose.',
      'Your plan is on this device, and only the people you share it with can read it.',
    ],
    explanationForNow: [
      'Write down what matters to you and what you want to change.',
      'Do it on your own, or together with someone you choose.',
      'Only the people you share it with can read your plan. Nothing is left on this device.',
    ],
    start: 'Make a plan',
    invited: 'I have an invitation',
    opened: (at, now) => `Opened: ${toDay(locale, at, now)}`,
    people: (names) => `With ${toList(locale, names)}`,
    onlyMe: 'Only you',
    unshared: 'Not everything is shared yet',
    archived: (count) => `Archived plans (${count})`,
    about: 'Who can see what? About privacy',
    noAccount: 'No account, e‑mail or password needed.',
  },

  start: {
    defaultMine: DEFAULT_TITLES.en.mine,
    defaultTheirs: DEFAULT_TITLES.en.theirs,
  },
}
