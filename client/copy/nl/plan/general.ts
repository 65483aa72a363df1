/** Dutch words that more than one screen uses: roles, sharing, and what can go wrong. */
import type { OpenFailure, RefusalReason, StorageFailure } from '#ports/open-plan.ts'
import type { Role } from '#shared/chain/roles.ts'
import { isSameDay, toDate, toList, toTime } from '../../format/days-and-times.ts'

const locale = 'nl-NL'

/** What happened, and in one text what is safe and what to do. */
type Notice = { title: string; text: string }

export const nlGeneral = {
  general: {
    back: 'Terug',
    notNeeded: 'hoeft niet',
    /** The way to the rest of a long list. */
    more: (rest: number) => `Laat meer zien (nog ${rest})`,
  },

  roles: {
    owner: 'Is de baas van het plan',
    editor: 'Schrijft mee',
    reader: 'Leest mee',
  } satisfies Record<Role, string>,

  sharing: {
    saving: 'Bezig met bewaren',
    saved: 'Bewaard op dit toestel',
    notSaved: 'Niet bewaard op dit toestel',
    sharedAt: (at: number, now: number) =>
      isSameDay(at, now) ? `Gedeeld\u00a0om\u00a0${toTime(locale, at)}` : `Gedeeld op ${toDate(locale, at, now)}`,
    sharing: 'Bezig met delen',
    notShared: 'Nog niet gedeeld',
    kept: 'Op slot op de server',
    keeping: 'Op weg naar de server',
    onlyHere: 'Nog alleen hier',
    stopped: 'Delen is gestopt',
    checking: 'We kijken het plan na',
    explain: {
      shared: 'Wie meedoet, krijgt wat je schrijft.',
      sharing: 'Wat je schrijft, gaat naar wie meedoet.',
      'not-shared-yet': 'Nog niet gedeeld. Dat gebeurt vanzelf als er verbinding is.',
      kept: 'Een kopie staat op slot op de server. Met je sleutelkaart krijg je die terug.',
      keeping: 'Wat je schrijft, gaat op slot naar de server.',
      'only-here': 'Wat je net schreef, staat alleen op dit toestel. Met verbinding gaat het op slot naar de server.',
      checking: 'Je ziet een kopie van het plan. We kijken nog na of alles klopt.',
      practice: 'Oefenplan. Hiervan wordt niets gedeeld.',
    },
    offline: 'Geen verbinding. Je kunt gewoon verder schrijven.',
    saveFailed: {
      full: {
        title: 'Dit toestel is vol',
        text: 'Wat je nu schrijft, wordt niet bewaard. Maak ruimte vrij, of sla het plan op als bestand.',
      },
      unavailable: {
        title: 'Alleen voor nu',
        text: 'Deze browser bewaart niets. Sluit je Weef, dan is het plan weg van dit toestel. Sla het op als bestand als je het wilt houden.',
      },
    } satisfies Record<StorageFailure, Notice>,
    refused: {
      'outdated-app': {
        title: 'Er is een nieuwe versie nodig',
        text: 'Wat je schrijft, blijft op dit toestel. Sluit Weef en open het opnieuw. Dan wordt het weer gedeeld.',
      },
      'read-only': {
        title: 'Je leest nu alleen mee',
        text: 'Iemand heeft veranderd wat jij mag. Een deel van wat je schreef, staat alleen op dit toestel.',
      },
      removed: {
        title: 'Je doet niet meer mee met dit plan',
        text: 'Wat hier staat, kun je nog lezen en opslaan. Nieuwe dingen krijg je niet meer. Klopt dat niet? Vraag of iemand je opnieuw uitnodigt.',
      },
      moved: {
        title: 'Er is een nieuwe sleutelkaart gemaakt',
        text: 'Typ die hier in. Dan lees en schrijf je hier weer. Wat hier staat, blijft staan.',
      },
      left: {
        title: 'Je hebt dit plan verlaten',
        text: 'Hier staat nog een kopie om te lezen. Nieuwe dingen krijg je niet meer. Wil je weer meedoen? Vraag een nieuwe uitnodiging.',
      },
      closed: {
        title: 'Dit plan is gesloten',
        text: 'Niemand kan er nog in schrijven, en de server heeft het gewist. Op dit toestel staat nog een kopie. Je kunt die lezen, opslaan of weghalen.',
      },
      unknown: {
        title: 'Dit plan kan niet meer gedeeld worden',
        text: 'De server kent dit plan niet meer, of jij doet er niet meer aan mee. Wat hier staat, kun je nog lezen en opslaan. Wat je nu schrijft, ziet niemand anders.',
      },
      'log-differs': {
        title: 'Delen is gestopt',
        text: 'De server is iets kwijt van dit plan. Jouw tekst is bewaard op dit toestel. Je kunt terugzetten wat de server kwijt is.',
      },
      forked: {
        title: 'Er zijn nu twee versies van dit plan',
        text: 'Iemand anders kreeg een andere versie dan jij. Die twee gaan niet meer samen. Jouw versie is bewaard op dit toestel. Je kunt ermee verdergaan in een nieuw plan.',
      },
      damaged: {
        title: 'Delen is gestopt',
        text: 'Een deel van het plan is beschadigd aangekomen. Jouw tekst is bewaard op dit toestel. Vraag hulp aan wie Weef voor jullie beheert.',
      },
      full: {
        title: 'Dit plan is vol',
        text: 'Er kan niets meer bij. Alles wat er staat, blijft bewaard. Wat je nu schrijft, staat alleen op dit toestel. De baas van het plan kan verdergaan in een nieuw plan.',
      },
      'share-full': {
        title: 'Jouw deel van dit plan is vol',
        text: 'Anderen kunnen verder schrijven. Alles wat er staat, blijft bewaard. Wat jij nu schrijft, staat alleen op dit toestel. De baas van het plan kan verdergaan in een nieuw plan.',
      },
      'too-large': {
        title: 'Een stuk is te groot om te delen',
        text: 'Het staat op dit toestel, maar anderen krijgen het niet. Maak het korter of haal het weg. Open Weef daarna opnieuw.',
      },
      'relay-full': {
        title: 'Delen lukt nu niet',
        text: 'De server heeft geen ruimte meer. Alles is bewaard op dit toestel. We proberen het steeds opnieuw. Vraag hulp aan wie Weef voor jullie beheert.',
      },
    } satisfies Record<RefusalReason, Notice>,
    successor: {
      nearlyFull: 'Dit plan is bijna vol',
      nearlyFullText:
        'Er kan nog een beetje bij. Alles wat er staat, blijft bewaard. Ga op tijd verder in een nieuw plan.',
      goesOn: 'Dit plan gaat verder in een nieuw plan',
      here: 'Hier kun je alles nog lezen. Schrijf verder in het nieuwe plan.',
      ask: 'Hier kun je alles nog lezen. Vraag een uitnodiging voor het nieuwe plan.',
      open: 'Naar het nieuwe plan',
    },
    /** What only an owner decides, set by somebody else. */
    oversteps: {
      title: (who: readonly string[]) => `Dit plan kreeg een andere naam van ${toList(locale, who)}`,
      titleNow: (title: string) => `Nu heet het: “${title}”.`,
      titleBack: (title: string) => `Zet terug: “${title}”`,
      sections: (who: readonly string[]) => `De onderdelen van dit plan zijn veranderd door ${toList(locale, who)}`,
      sectionsText:
        'Het gaat om welke onderdelen je ziet, hoe ze heten en waar ze staan. Wat erin staat, is hetzelfde.',
      sectionsBack: 'Zet de onderdelen terug',
      successor: (who: readonly string[]) => `Volgens ${toList(locale, who)} gaat dit plan ergens anders verder`,
      successorText: 'Dat beslist alleen wie de baas is van het plan. Je kunt hier gewoon verder.',
      successorBack: 'Haal dit bericht weg',
      keep: 'Laat het zo',
      unknown: (who: readonly string[]) =>
        `Hier staat iets wat deze versie van Weef niet kent, van ${toList(locale, who)}`,
      unknownText:
        'Het blijft bewaard. De rest van het plan zie je gewoon. Misschien is er een nieuwe versie van Weef.',
      away: 'Goed',
    },
    busy: {
      title: 'Het is druk op de server',
      text: 'Alles is bewaard op dit toestel. Het wordt vanzelf gedeeld zodra het kan. Duurt dit lang? Vraag hulp aan wie Weef voor jullie beheert.',
    } satisfies Notice,
    repairRelay: 'Zet terug',
    tryAgain: 'Probeer opnieuw',
    healFailed: 'Dat lukt nu niet. Er is niets veranderd. Probeer het nog een keer, of open Weef opnieuw.',
    missingFromLog: {
      title: 'De server is iets kwijt',
      text: (names: readonly string[]) =>
        `Het is tekst van ${toList(locale, names)}. Op dit toestel staat die nog. De tekst komt terug op de server zodra het eigen toestel van de schrijver verbinding heeft.`,
    },
    alarmTitle: 'Hier klopt iets niet',
  },

  opening: {
    title: 'Het plan gaat open',
    /** In the top bar, while what was last seen of the plan is shown. */
    asLastSeen: 'Zoals je het laatst zag',
    elsewhere: {
      title: 'Het plan is al open',
      text: 'Het is open in een ander tabblad of venster. Alles is bewaard.',
      useHere: 'Gebruik het hier',
    },
    /** Instead of the texts of `elsewhere` and "not on this device", where nothing is kept. */
    forNow: {
      elsewhere: 'Het is open in een ander tabblad of venster, alleen voor nu. Laat dat open tot alles is gedeeld.',
      gone: 'Je koos “Alleen voor nu”. Dit tabblad heeft het plan niet meer. Haal het terug met je sleutelkaart. Geen kaart? Vraag een nieuwe uitnodiging aan de baas van het plan.',
    },
    failed: {
      'not-on-device': {
        title: 'Dit plan staat niet op dit toestel',
        text: 'Misschien heb je het eraf gehaald. Haal het terug met je sleutelkaart. Geen kaart? Vraag een nieuwe uitnodiging aan de baas van het plan.',
      },
      damaged: {
        title: 'Dit plan gaat niet open',
        text: 'De kopie op dit toestel is beschadigd. We hebben niets weggegooid. Doet er nog iemand mee? Die heeft ook een kopie.',
      },
      'not-fetched': {
        title: 'Dit plan gaat nu niet open',
        text: 'Weef kan een deel van de app niet ophalen. Je plan staat nog op dit toestel. Kijk of je internet hebt.',
      },
      'outdated-app': {
        title: 'Er is een nieuwe versie nodig',
        text: 'Dit plan is gemaakt met een nieuwere versie. Er is niets kwijt. Sluit Weef en open het opnieuw.',
      },
    } satisfies Record<OpenFailure, Notice>,
  },
}
