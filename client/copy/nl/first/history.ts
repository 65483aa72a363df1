/** Dutch words of "What has changed". */
import type { EntityKind } from '#domain/document/plan-doc.ts'
import type { NewsPart } from '#domain/news/news.ts'

type ThingKind = EntityKind | 'story' | 'plan' | 'section' | 'person'

export const nlHistory = {
  history: {
    many: {
      wish: (count: number) => (count === 1 ? '1 wens' : `${count} wensen`),
      goal: (count: number) => (count === 1 ? '1 doel' : `${count} doelen`),
      step: (count: number) => (count === 1 ? '1 stap' : `${count} stappen`),
      checkIn: (count: number) => (count === 1 ? '1 wiel' : `${count} wielen`),
      contactCard: (count: number) => (count === 1 ? 'de keuzes van 1 persoon' : `de keuzes van ${count} mensen`),
      conversation: (count: number) => (count === 1 ? '1 gesprek' : `${count} gesprekken`),
      talkPoint: (count: number) => (count === 1 ? '1 punt voor een gesprek' : `${count} punten voor een gesprek`),
      story: (count: number) => (count === 1 ? 'het verhaal' : `${count} keer het verhaal`),
      plan: (count: number) => (count === 1 ? 'het plan' : `${count} keer het plan`),
      section: (count: number) => (count === 1 ? '1 deel van het plan' : `${count} delen van het plan`),
      person: (count: number) => (count === 1 ? '1 naam of kleur' : `${count} namen of kleuren`),
    } satisfies Record<ThingKind, (count: number) => string>,
    news: {
      part: {
        story: 'het verhaal',
        wheel: 'een wiel',
        goals: 'de wensen, doelen of stappen',
        conversations: 'een gesprek',
        contact: 'de keuzes voor contact',
        people: 'wie er meedoet',
        plan: 'het plan',
      } satisfies Record<NewsPart, string>,
      took: (who: string, part: string) => `${who} haalde tekst weg uit ${part}.`,
      look: 'Bekijk',
      back: 'Zet terug',
      hide: 'Sluit dit bericht',
      all: 'Bekijk alles wat er veranderde',
    },
  },
}
