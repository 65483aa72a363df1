/** English words of a plan's overview and navigation. */
import type { nlOverview } from '../../nl/first/overview.ts'

export const enOverview: typeof nlOverview = {
  overview: {
    short: {
      story: 'Story',
      wheel: 'Wheel',
      goals: 'Goals',
      conversations: 'Talks',
      contact: 'Get in touch',
      people: 'People',
    },
    wasBy: (when) => `Agreed for ${when}`,
  },
}
