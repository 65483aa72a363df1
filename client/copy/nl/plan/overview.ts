/** Dutch words of a plan's overview and navigation. */
import type { SectionName } from '#domain/plan/sections.ts'
import { toDate, toList } from '../../format/days-and-times.ts'

const locale = 'nl-NL'

export const nlOverview = {
  overview: {
    more: 'Meer',
    lead: 'Hier staat alles bij elkaar.',
    begin: {
      title: 'Zo begin je',
      text: 'Vier kleine stukjes. Je mag alles overslaan.',
      done: 'gedaan',
      parts: {
        story: 'Je verhaal',
        wheel: 'Je wiel',
        goal: 'Eén ding om te veranderen',
        step: 'Een eerste kleine stap',
      },
      /** The link at the end of the previous part. */
      on: {
        story: 'Verder: je verhaal',
        wheel: 'Verder: je wiel',
        goal: 'Verder: één ding om te veranderen',
        step: 'Verder: een eerste stap',
      },
      go: {
        story: 'Begin hier: schrijf je verhaal',
        wheel: 'Ga verder: vul je wiel in',
        goal: 'Ga verder: kies één ding',
        step: 'Ga verder: bedenk een kleine stap',
      },
    },
    /** Leads to print, copy and file. */
    takeOut: 'Print dit plan, of neem het mee',
    news: 'Nieuw sinds je hier was',
    changed: (who: string, parts: readonly string[]) => `${who}: ${toList(locale, parts)}`,
    says: (who: string, words: string) => `${who}: “${words}”`,
    go: (name: string) => `Ga naar “${name}”`,
    empty: {
      story: 'Er staat nog niets.',
      wheel: 'Nog niet ingevuld.',
      goals: 'Er is nog geen doel.',
      conversations: 'Er is nog geen gesprek gepland.',
      contact: 'Dit heeft nog niemand ingevuld.',
      people: '',
    } satisfies Record<SectionName, string>,
    wheelOf: (who: string, at: number, now: number) => `${who}, ${toDate(locale, at, now)}`,
    moreGoals: (count: number) => (count === 1 ? 'En nog 1 doel.' : `En nog ${count} doelen.`),
    doneSteps: (count: number) => (count === 1 ? '1 stap is gedaan.' : `${count} stappen zijn gedaan.`),
    noSteps: 'Nog geen stap. Bedenk samen een eerste kleine stap.',
    next: 'Eerst dit',
    hidden: 'Niet in het overzicht',
    arrange: {
      go: 'Pas dit overzicht aan',
      title: 'Pas dit overzicht aan',
      lead: 'Wat je hier kiest, geldt voor iedereen die meedoet.',
      name: (word: string) => `Naam van “${word}”`,
      rename: 'Geef een andere naam',
      show: 'Laat dit deel zien',
      done: 'Klaar',
    },
  },
}
