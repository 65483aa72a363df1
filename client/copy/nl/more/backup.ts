/** Dutch words about everything of mine in one file, and putting it back. */
import type { BackupFault, PutBack } from '#ports/backup.ts'
import { toDate, toQuotedList, toTime } from '../../format/days-and-times.ts'

const locale = 'nl-NL'
const plans = (number: number): string => (number === 1 ? '1 plan' : `${number} plannen`)
const putSoFar = (done: number): string =>
  done === 0 ? 'Er is nog geen plan terug.' : `${plans(done)} ${done === 1 ? 'staat' : 'staan'} wel helemaal terug.`

export const nlBackup = {
  backup: {
    title: 'Alles in één bestand',
    use: 'Bewaar al je plannen in één bestand, ook wat nog niet gedeeld is. Daarmee komt alles terug, ook als Weef zelf niet te bereiken is.',
    locked: 'Het bestand zit op slot. Het gaat alleen open met je sleutelkaart. Bewaar die op een andere plek.',
    none: 'Je hebt nog geen plan om te bewaren.',
    save: 'Bewaar alles in één bestand',
    saving: 'Je bestand wordt gemaakt',
    saved: (number: number) =>
      `Het bestand met ${plans(number)} staat bij je downloads. Wat je hierna schrijft, zit er niet in. Bewaar dus af en toe een nieuw bestand.`,
    missing: (titles: readonly string[]) =>
      `Dit kon niet mee, want het is hier beschadigd: ${toQuotedList(locale, titles)}.`,
    failed: 'Het bestand maken lukt nu niet. Er is niets kwijt. Probeer het nog een keer.',
    fileName: (day: string) => `bewaard-${day}.weef`,
    putBack: 'Zet een bestand terug',
    lead: 'Heb je alles bewaard in één bestand? Kies het hier. Je ziet eerst wat erin zit.',
    choose: 'Kies het bestand',
    drop: 'Of sleep het hierheen.',
    reading: 'Het bestand wordt gelezen',
    card: {
      title: 'Welke sleutelkaart hoort erbij?',
      lead: 'Het bestand gaat alleen open met de kaart van wie het maakte.',
      go: 'Maak het bestand open',
      otherFile: 'Kies een ander bestand',
    },
    refused: {
      'not-a-backup':
        'Dit is geen bestand waarin alles bewaard is. Er is niets veranderd. Kies een bestand dat eindigt op “.weef”.',
      newer:
        'Dit bestand is van een nieuwere Weef. Er is niets veranderd. Sluit Weef, open het opnieuw en probeer het nog een keer.',
      'other-card':
        'Deze kaart past niet op dit bestand. Er is niets veranderd. Kijk of je de goede kaart en het goede bestand hebt.',
      damaged: 'Dit bestand is beschadigd of niet compleet. Er is niets veranderd. Heb je het nog ergens anders staan?',
    } satisfies Record<BackupFault, string>,
    unavailable: 'Het bestand openen lukt nu niet. Er is niets veranderd. Probeer het nog een keer.',
    inside: {
      title: 'Dit zit in het bestand',
      savedAt: (at: number) => `Bewaard op ${toDate(locale, at, 0)} om ${toTime(locale, at)}.`,
      plans: (number: number) =>
        number === 0 ? 'Er zit geen plan in.' : `Er ${number === 1 ? 'zit' : 'zitten'} ${plans(number)} in.`,
      here: 'staat hier ook',
      how: 'Wat hier niet is, komt terug. Wat hier al staat, wordt aangevuld. Er gaat niets weg.',
      warning:
        'Kreeg je dit bestand of deze kaart van een ander? Zet het dan niet terug. Anders kan die persoon alles lezen wat jij hier schrijft.',
      go: 'Zet alles terug',
      stop: 'Nee, laat alles zo',
    },
    putting: 'Alles wordt teruggezet',
    stay: 'Laat Weef zolang open staan.',
    done: {
      title: 'Alles staat terug',
      lead: 'Wat nog niet gedeeld was, wordt gedeeld zodra er verbinding is.',
      titleButSome: 'Bijna alles staat terug',
      skipped: (titles: readonly string[]) =>
        `Dit bleef zoals het hier was: ${toQuotedList(locale, titles)}. Het staat hier onder een andere sleutelkaart, of het is beschadigd. Haal het van dit toestel als je het uit het bestand wilt, en zet het bestand dan nog een keer terug.`,
    },
    stopped: {
      full: (done: number) => `Dit toestel is vol. ${putSoFar(done)} Maak ruimte vrij en probeer het nog een keer.`,
      unavailable: (done: number) => `Dit toestel kan het nu niet bewaren. ${putSoFar(done)} Probeer het nog een keer.`,
      damaged: (done: number) => `Het bestand was ineens niet meer te lezen. ${putSoFar(done)} Kies het nog een keer.`,
      'open-elsewhere': () =>
        'Een van deze plannen staat nog open in een ander tabblad. Er is niets veranderd. Sluit dat tabblad en probeer het nog een keer.',
    } satisfies Record<Extract<PutBack, { ok: false }>['reason'], (done: number) => string>,
  },
}
