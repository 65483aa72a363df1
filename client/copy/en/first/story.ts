/** English words of the story, and of managing a plan. */
import type { nlStory } from '../../nl/first/story.ts'

export const enStory: typeof nlStory = {
  plan: {
    overview: 'Plan',
  },

  whose: {
    of: {
      plan: (name) => `${name}’s plan`,
      story: (name) => `${name}’s story`,
      wheel: (name) => `${name}’s wheel`,
      contact: (name) => `How to contact ${name}`,
    },
  },
}
