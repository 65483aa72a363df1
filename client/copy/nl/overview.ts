/** Dutch words of the overview of a plan, and of the way through it. */
import type { SectionName } from '#domain/sections.ts'

export const nlOverview = {
  overview: {
    more: 'Meer',
    /** Under the thumb: one short word each. */
    short: {
      story: 'Verhaal',
      wheel: 'Wiel',
      goals: 'Doelen',
      conversations: 'Gesprek',
      contact: 'Contact',
      people: 'Mensen',
    } satisfies Record<SectionName, string>,
  },
}
