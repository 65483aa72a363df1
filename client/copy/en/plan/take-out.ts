/** English words about exporting and importing: paper, text, files. */
import { toDate } from '../../format/days-and-times.ts'

const locale = 'en-GB'

export const enTakeOut = {
  takeOut: {
    either: (values: readonly string[]) => `${values.join(' or ')} (choose together)`,
    date: (at: number) => toDate(locale, at, 0),
    paper: {
      storyGoesOn: 'The story goes on. The rest is in the app.',
      goesOn: 'There is more in the app.',
      moreGoals: (number: number) =>
        number === 1 ? 'And 1 more goal, in the app.' : `And ${number} more goals, in the app.`,
      moreSteps: (number: number) =>
        number === 1 ? 'And 1 more step, in the app.' : `And ${number} more steps, in the app.`,
      ended: (titles: readonly string[], number: number) =>
        `${number === 1 ? 'This goal has ended' : `${number} goals have ended`}: ${titles.join(' · ')}${number > titles.length ? ' · …' : ''}`,
      fill: 'Fill in anything that’s empty with a pen.',
      dots: 'Put a dot on each line. The middle is 0, the edge is 10.',
      step: 'Step',
      who: 'Who',
      when: 'When',
      how: 'How',
      done: 'Done?',
      about: 'What we’ll talk about',
    },
  },
}
