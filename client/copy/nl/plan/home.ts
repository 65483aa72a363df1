/** Dutch words of what one person keeps for themself: private notes, and how they are called and read. */
import { toDay } from '../../format/days-and-times.ts'

const locale = 'nl-NL'
const counted = (title: string, count: number): string => (count === 0 ? title : `${title} (${count})`)

export const nlHome = {
  notes: {
    plan: (count: number) => counted('Alleen voor jou: je notities bij dit plan', count),
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
}
