/** English words of the overview of a plan, and of the way through it. */
import type { nlOverview } from '../nl/overview.ts'

export const enOverview: typeof nlOverview = {
  overview: {
    more: 'More',
    short: {
      story: 'Story',
      wheel: 'Wheel',
      goals: 'Goals',
      conversations: 'Talks',
      contact: 'Reach me',
      people: 'People',
    },
  },
}
