/** Dutch words of the home screen with many plans, of what is new, and of the practice plan. */
import type { NewsPart } from '#domain/news/news.ts'
import { toAgo } from '../../format/days-and-times.ts'

const locale = 'nl-NL'

export const nlWorker = {
  worker: {
    find: {
      search: 'Zoek een plan, naam of woord',
      show: 'Laat zien',
      shows: { all: 'Alle plannen', new: 'Met iets nieuws', unshared: 'Nog niet gedeeld', archived: 'Opgeborgen' },
      order: 'Volgorde',
      orders: { opened: 'Laatst geopend', next: 'Wat het eerst komt', news: 'Wat nieuw is eerst', name: 'Op naam' },
      found: (count: number) => (count === 1 ? '1 plan' : `${count} plannen`),
      none: 'Geen plan gevonden.',
      /** Of a search by words. */
      noneCalled: 'Geen plan of persoon heet zo.',
      clear: 'Laat alle plannen zien',
      /** Words that stand in plans, below the plans that are called so. */
      within: {
        found: (count: number) => (count === 1 ? 'Het staat in 1 plan:' : `Het staat in ${count} plannen:`),
        none: 'In de plannen zelf staat het nergens.',
      },
    },
    news: {
      part: {
        story: 'verhaal',
        wheel: 'wiel',
        goals: 'doelen',
        conversations: 'gesprekken',
        contact: 'contact',
        people: 'wie meedoet',
        plan: 'het plan',
      } satisfies Record<NewsPart, string>,
      changed: 'iets veranderd',
      took: 'tekst weggehaald',
      ago: (at: number, now: number) => toAgo(locale, at, now),
      fewWords: 'een paar woorden',
      manyWords: 'een stuk tekst',
      amount: (part: string, amount: string) => `${part} (${amount})`,
      /** Before what they changed. */
      by: (who: string) => `${who}: `,
      others: (count: number) => (count === 1 ? 'En nog 1 persoon.' : `En nog ${count} mensen.`),
      heading: 'Nieuw',
    },
    practice: {
      title: 'Oefenplan',
      card: 'Oefen met een verzonnen plan. Niemand ziet het.',
    },
  },
}
