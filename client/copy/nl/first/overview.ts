/** Dutch words of a plan's overview and navigation. */
import type { SectionName } from '#domain/plan/sections.ts'

export const nlOverview = {
  overview: {
    /** Labels in the bottom bar: one short word each. */
    short: {
      story: 'Verhaal',
      wheel: 'Wiel',
      goals: 'Doelen',
      conversations: 'Gesprek',
      contact: 'Contact',
      people: 'Mensen',
    } satisfies Record<SectionName, string>,
    wasBy: (when: string) => `Afgesproken voor ${when}`,
  },
}
