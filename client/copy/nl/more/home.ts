/** Dutch words of what one person keeps for themself: private notes, and how they are called and read. */
import type { TextSize } from '#ports/home.ts'

const counted = (title: string, count: number): string => (count === 0 ? title : `${title} (${count})`)

export const nlHome = {
  notes: {
    person: (name: string, count: number) => counted(`Alleen voor jou: je notities over ${name}`, count),
    conversation: (count: number) => counted('Alleen voor jou: je notities bij dit gesprek', count),
    drafts: (count: number) => counted('Alleen voor jou: punten die je nog niet deelt', count),
  },

  details: {
    title: 'Je naam, je kleur en je letters',
    lead: 'Dit geldt op al je toestellen. In een nieuw plan staat het al klaar.',
    name: 'Je naam',
    colour: 'Je kleur',
    saved: 'Bewaard.',
    textSize: 'Hoe groot zijn de letters?',
    textSizes: { normal: 'Gewoon', large: 'Groter', larger: 'Nog groter' } satisfies Record<TextSize, string>,
  },
}
