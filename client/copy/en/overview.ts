/** English words of a plan's overview and navigation. */
import { toDate, toList } from '../format/days-and-times.ts'
import type { nlOverview } from '../nl/overview.ts'

const locale = 'en-GB'

export const enOverview: typeof nlOverview = {
  overview: {
    more: 'More',
    short: {
      story: 'Story',
      wheel: 'Wheel',
      goals: 'Goals',
      conversations: 'Talks',
      contact: 'Get in touch',
      people: 'People',
    },
    lead: 'Everything in one place.',
    begin: {
      title: 'Getting started',
      text: 'Four small steps. You can skip any of them.',
      done: 'done',
      parts: { story: 'Your story', wheel: 'Your wheel', goal: 'One thing to change', step: 'A first small step' },
      on: {
        story: 'Next: your story',
        wheel: 'Next: your wheel',
        goal: 'Next: one thing to change',
        step: 'Next: a first step',
      },
      go: {
        story: 'Start here: write your story',
        wheel: 'Next: fill in your wheel',
        goal: 'Next: choose one thing',
        step: 'Next: think of a small step',
      },
    },
    news: 'New since you were here',
    changed: (who, parts) => `${who}: ${toList(locale, parts)}`,
    says: (who, words) => `${who}: “${words}”`,
    go: (name) => `Go to “${name}”`,
    empty: {
      story: 'There is nothing yet.',
      wheel: 'Not filled in yet.',
      goals: 'There is no goal yet.',
      conversations: 'No conversation is planned yet.',
      contact: 'Nobody has filled this in yet.',
      people: '',
    },
    wheelOf: (who, at, now) => `${who}, ${toDate(locale, at, now)}`,
    by: (day, now) => `On or before ${toDate(locale, day, now)}`,
    wasBy: (day, now) => `Agreed for ${toDate(locale, day, now)}`,
    moreGoals: (count) => (count === 1 ? 'And 1 more goal.' : `And ${count} more goals.`),
    doneSteps: (count) => (count === 1 ? '1 step is done.' : `${count} steps are done.`),
    noSteps: 'No step yet. Think of a first small step together.',
    next: 'This first',
    hidden: 'Not in the overview',
    arrange: {
      go: 'Change this overview',
      title: 'Change this overview',
      lead: 'What you choose here holds for everybody who takes part.',
      name: (word) => `Name of “${word}”`,
      rename: 'Give another name',
      show: 'Show this part',
      done: 'Done',
    },
  },
}
