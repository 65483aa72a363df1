/** Dutch words about exporting and importing: paper, text, files. */
import { toDate, toTime } from '../../format/days-and-times.ts'
import type { ImportFailure } from '#domain/exchange/import.ts'

const locale = 'nl-NL'
const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`
export const nlTakeOut = {
  takeOut: {
    import: {
      lead: 'Heb je een plan opgeslagen als bestand? Hier maak je er weer een plan van.',
      file: 'Kies het bestand',
      drop: 'Of sleep het hierheen.',
      savedOn: (at: number) => `Opgeslagen op ${toDate(locale, at, 0)} om ${toTime(locale, at)}`,
      inside: 'Dit zit erin',
      story: 'Een verhaal',
      wish: (number: number) => count(number, 'wens', 'wensen'),
      goal: (number: number) => count(number, 'doel', 'doelen'),
      step: (number: number) => count(number, 'stap', 'stappen'),
      checkIn: (number: number) => count(number, 'wiel', 'wielen'),
      contactCard: (number: number) =>
        number === 1 ? 'Hoe 1 persoon contact wil' : `Hoe ${number} mensen contact willen`,
      conversation: (number: number) => count(number, 'gesprek', 'gesprekken'),
      talkPoint: (number: number) => count(number, 'punt om over te praten', 'punten om over te praten'),
      empty: 'Er staat nog niets in.',
      notInside: 'Dit gaat niet mee',
      left: {
        writers: 'Wie wat opschreef. In het nieuwe plan staat dat jij alles opschreef.',
        history: 'Wie meedoet, en wat er eerder stond.',
        endings: (number: number) =>
          number === 1
            ? 'Het voorstel om een doel af te ronden. Het doel zelf gaat wel mee.'
            : `${number} voorstellen om een doel af te ronden. De doelen zelf gaan wel mee.`,
      },
      means:
        'Er komt een nieuw plan op dit toestel. Alleen jij ziet het. Wat anderen zeiden, staat erin met hun naam. Zij doen nog niet mee.',
      who: 'Wie ben jij?',
      nobody: 'Ik sta er niet bij',
      whoMissing: 'Kies eerst wie je bent.',
      go: 'Maak er een plan van',
      failed: {
        title: 'Het plan kon niet worden gemaakt',
        text: 'Er is niets veranderd. Probeer het nog een keer.',
      },
      refusedTitle: 'Met dit bestand lukt het niet',
      refused: {
        'too-large': 'Dit bestand is te groot. Er is niets van overgenomen.',
        'not-a-plan': 'Dit is geen plan van deze app. Kies het bestand dat je hier hebt opgeslagen.',
        damaged: 'Dit bestand is beschadigd of veranderd. Er is niets van overgenomen. Heb je nog een andere kopie?',
        newer: 'Dit bestand komt van een nieuwere versie. Sluit Weef, open het opnieuw en probeer het nog een keer.',
        unreadable: 'Dit bestand kan niet worden gelezen. Kies het nog een keer.',
      } satisfies Record<ImportFailure | 'unreadable', string>,
    },
    title: 'Neem het plan mee',
    lead: 'Er gaat niets vanzelf naar iemand anders. Jij kiest wat je meeneemt, en voor wie.',
    print: {
      title: 'Op papier',
      use: 'Om samen te bekijken. Wat nog leeg is, vul je in met een pen.',
      seen: 'Wie het papier heeft, kan het lezen.',
      go: 'Print het plan',
    },
    text: {
      title: 'Als tekst',
      use: 'Om te plakken in een ander systeem, zoals dat van een hulpverlener.',
      seen: 'Wie in dat systeem mag kijken, kan het lezen.',
      go: 'Kies wat je meeneemt',
      parts: 'Wat neem je mee?',
      preview: 'Zo ziet het eruit',
      nothing: 'Kies minstens één deel.',
      copy: 'Kopieer de tekst',
    },
    file: {
      title: 'Als bestand',
      use: 'Om alles zelf te bewaren. Je kunt er later weer een plan van maken.',
      seen: 'Wie het bestand heeft, kan het lezen.',
    },
    fhir: {
      subject: 'degene van wie dit plan is',
      title: 'Voor een systeem in de zorg',
      use: 'Doelen, stappen, wielen en wie meedoet, als FHIR. Het verhaal en de gesprekken zitten er niet in.',
      seen: 'Wie het bestand heeft, kan het lezen. De naam van degene om wie het gaat, staat er niet bij. Kijk wel even of jullie die zelf ergens opschreven, zoals bij een doel.',
      whose: 'Over wie gaat dit plan?',
      workers: 'Wie helpt hierbij voor zijn of haar werk?',
      workersHint: 'Zoals een hulpverlener of een huisarts. De anderen staan erin als familie of bekende.',
      choose: 'Kies over wie het gaat',
      go: 'Sla op als FHIR',
    },
    saved: 'Het bestand staat bij je downloads.',
  },
}
