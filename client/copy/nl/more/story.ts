/** Dutch words of the story, and of managing a plan. */
import { toDate, toTime } from '../../format/days-and-times.ts'

const locale = 'nl-NL'

export const nlStory = {
  manage: {
    title: 'Over dit plan',
    lead: 'Geef het plan een naam, neem het mee, of stop ermee.',
    name: {
      title: 'Naam',
      label: 'Hoe heet het plan?',
      save: 'Bewaar de naam',
      saved: 'De naam is bewaard.',
    },
    choose: {
      title: 'Er zijn twee namen tegelijk gekozen',
      text: 'Kies samen welke naam het wordt.',
      take: (title: string) => `Kies “${title}”`,
    },
    archive: {
      title: 'Opbergen',
      text: 'Het plan gaat uit je lijst. Je kunt het altijd terughalen.',
      go: 'Berg het plan op',
      back: 'Haal het plan terug',
      isArchived: 'Dit plan is opgeborgen.',
    },
    takeOff: {
      title: 'Van dit toestel halen',
      text: 'Het plan gaat weg van dit toestel. Bij anderen verandert er niets, en jouw naam blijft er staan.',
      go: 'Haal het van dit toestel',
      confirm: {
        title: 'Dit plan van dit toestel halen?',
        lost: 'Je kunt het plan hier dan niet meer openen. Wil je later weer meedoen? Dat kan met je sleutelkaart of met een nieuwe uitnodiging.',
        others: 'De anderen houden het plan.',
        onlyHere:
          'Let op: niemand anders heeft dit plan. Haal je het weg, dan krijg je het alleen met je sleutelkaart nog terug.',
        unshared: 'Let op: nog niet alles is gedeeld. Wat niet gedeeld is, raak je kwijt.',
        lastOwner: 'Jij bent de enige baas van dit plan. Daarna kan er niemand meer worden uitgenodigd.',
        fileFirst: 'Sla het plan eerst op als bestand',
        keep: 'Laat het staan',
        go: 'Haal het weg',
      },
      failed: 'Het weghalen is niet gelukt. Het plan staat er nog. Probeer het nog een keer.',
    },
  },

  paper: {
    savedOn: (at: number) => `Opgeslagen op ${toDate(locale, at, 0)} om ${toTime(locale, at)}`,
    emptyStory: 'Er staat nog niets.',
    data: 'Voor de computer: alle gegevens van dit plan',
  },
}
