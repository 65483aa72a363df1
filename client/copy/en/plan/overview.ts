/** English words of a plan's overview and navigation. */
import { toDate, toList } from '../../format/days-and-times.ts'
import type { nlOverview } from '../../nl/plan/overview.ts'

const locale = 'en-GB'

export const enOverview: typeof nlOverview = {
  overview: {
    more: 'More',
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
    takeOut: 'Print this plan, or take a copy',
    news: 'New since you were here',
    changed: (who, parts) => `${who}: ${toList(locale, parts)}`,
    says: (who, words) => `${who}: “${words}”`,
    go: (name) => `Go to “${name}”`,
    empty: {
      story: 'Nothing here yet.',
      wheel: 'Not filled in yet.',
      goals: 'No goals yet.',
      conversations: 'No conversations planned yet.',
      contact: 'Nobody has filled this in yet.',
      people: '',
    },
    wheelOf: (who, at, now) => `${who}, ${toDate(locale, at, now)}`,
    moreGoals: (count) => (count === 1 ? 'And 1 more goal.' : `And ${count} more goals.`),
    doneSteps: (count) => (count === 1 ? '1 step is done.' : `${count} steps are done.`),
    noSteps: 'No steps yet. Think of a first small step together.',
    next: 'Do this first',
    hidden: 'Not shown',
    arrange: {
      go: 'Change this overview',
      title: 'Change this overview',
      lead: 'What you choose here goes for everyone in this plan.',
      name: (word) => `Name of “${word}”`,
      rename: 'Rename',
      show: 'Show this part',
      done: 'Done',
    },
  },
}
