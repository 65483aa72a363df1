/** Dutch words of the story, and of managing a plan. */

export const nlStory = {
  plan: {
    overview: 'Plan',
  },

  /** The same plan as its person does not read it: their name, or none while it is nobody's. */
  whose: {
    of: {
      /** While nobody gave the plan a title. */
      plan: (name: string) => `Plan van ${name}`,
      story: (name: string) => `Verhaal van ${name}`,
      wheel: (name: string) => `Wiel van ${name}`,
      contact: (name: string) => `Zo wil ${name} contact`,
    },
  },
}
