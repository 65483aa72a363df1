/** Dutch words of what one person keeps for themself: private notes, and how they are called and read. */
import type { TextSize } from '#ports/home.ts'
import { toDay } from '../format/days-and-times.ts'

const locale = 'nl-NL'
const counted = (title: string, count: number): string => (count === 0 ? title : `${title} (${count})`)

export const nlHome = {
  notes: {
    plan: (count: number) => counted('Alleen voor jou: je notities bij dit plan', count),
    person: (name: string, count: number) => counted(`Alleen voor jou: je notities over ${name}`, count),
    conversation: (count: number) => counted('Alleen voor jou: je notities bij dit gesprek', count),
    drafts: (count: number) => counted('Alleen voor jou: punten die je nog niet deelt', count),
    lead: 'Alleen jij ziet dit. Het staat niet in het plan en komt niet op papier.',
    why: 'Wat hier staat, verdwijnt vanzelf na zes weken, tenzij je het langer bewaart. Zo blijft er niets over iemand bewaard zonder dat die het weet.',
    field: 'Voor jezelf',
    add: 'Bewaar voor mezelf',
    ends: (at: number, now: number) =>
      `Verdwijnt ${toDay(locale, at, now) === 'vandaag' ? 'vandaag' : `op ${toDay(locale, at, now)}`}`,
    renew: 'Bewaar langer',
    renewOf: (text: string) => `Bewaar langer: ${text}`,
    change: 'Verander',
    changeOf: (text: string) => `Verander: ${text}`,
    save: 'Bewaar',
    keep: 'Annuleer',
    remove: 'Gooi weg',
    removeOf: (text: string) => `Gooi weg: ${text}`,
    share: 'Deel dit punt',
    shareOf: (text: string) => `Deel dit punt: ${text}`,
    thrown: 'Weggegooid.',
    putBack: 'Zet terug',
    unkept: 'Dit toestel is vol. Dit staat alleen nog in dit venster. Maak ruimte vrij en bewaar het dan opnieuw.',
  },
  homeAlarms: {
    title: 'Er klopte iets niet',
    lead: 'Het gaat over wat Weef alleen voor jou bewaart: je naam, je lijst met plannen en je notities. Je plannen zelf staan er gewoon nog.',
    mine: 'Een toestel met jouw sleutelkaart stuurde iets dat niet klopt.',
    nobodys: 'Er kwam iets binnen dat niet van een toestel van jou is. Het is niet gebruikt.',
    adviceMine: 'Ken je dat toestel niet? Maak dan een nieuwe sleutelkaart.',
    adviceNobodys: 'Gebeurt dit vaker? Vraag hulp aan wie Weef voor jullie beheert.',
    lost: 'Deze woorden van jou hebben geen plek meer. Kopieer ze als je ze wilt houden.',
  },
  details: {
    title: 'Je naam, je kleur en je letters',
    lead: 'Dit geldt op al je toestellen. In een nieuw plan staat het al klaar.',
    name: 'Je naam',
    colour: 'Je kleur',
    save: 'Bewaar',
    saved: 'Bewaard.',
    textSize: 'Hoe groot zijn de letters?',
    textSizes: { normal: 'Gewoon', large: 'Groter', larger: 'Nog groter' } satisfies Record<TextSize, string>,
  },
}
