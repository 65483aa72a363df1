/** Dutch words about the person of this device: the key card, coming back with it, a second device, only for now, forgetting. */
import type { CardFault, CardTaken } from '#ports/own-keys.ts'
import { toList, toQuotedList } from '../../format/days-and-times.ts'

const locale = 'nl-NL'
const plans = (number: number): string => (number === 1 ? '1 plan' : `${number} plannen`)
const seconds = (number: number): string => (number === 1 ? '1 seconde' : `${number} seconden`)
const places = ['eerste', 'tweede', 'derde', 'vierde', 'vijfde', 'zesde', 'zevende']

export const nlOwnKeys = {
  me: {
    lead: 'Alles hier is van jou. Niemand anders ziet dit scherm.',
    names: {
      title: 'Je naam in je plannen',
      one: (name: string) => `In je plannen heet je ${name}.`,
      more: (names: readonly string[]) => `In je plannen heet je ${toList(locale, names)}.`,
      where: 'Je verandert je naam in het plan zelf, bij Wie doet mee.',
    },
    card: {
      title: 'Mijn sleutelkaart',
      use: 'Toestel kwijt of stuk? Met je sleutelkaart heb je op een ander toestel al je plannen weer terug.',
      secret: 'Wie je kaart heeft, kan alles lezen en schrijven wat jij kunt lezen en schrijven. Geef hem aan niemand.',
      keep: 'Bewaar hem op papier, op een plek die alleen jij kent.',
      show: 'Laat mijn sleutelkaart zien',
      hide: 'Verberg mijn sleutelkaart',
      over: 'Je sleutelkaart was lang in beeld. Hij is weer verborgen. Nog niet klaar? Eén tik laat hem weer zien.',
      confirm: {
        title: 'Kijkt er niemand mee?',
        text: 'Wie je sleutelkaart ziet of er een foto van maakt, kan in al je plannen.',
        keep: 'Niet nu',
        go: 'Laat zien',
      },
      characters: 'De 28 tekens van je sleutelkaart',
      qr: 'QR-code van je sleutelkaart',
      print: 'Print de kaart',
      save: 'Bewaar als plaatje',
      saved:
        'Het plaatje staat bij je downloads. Wie het vindt, kan in je plannen. Print het, of zet het op een plek die alleen jij kent. Haal het daarna weg bij je downloads.',
      failed: 'Je sleutelkaart laten zien lukt nu niet. Er is niets kwijt. Probeer het nog een keer.',
      before: (number: number) =>
        `Op dit toestel ${number === 1 ? 'staat' : 'staan'} ook ${plans(number)} van een eerdere sleutelkaart. Daarvoor heb je die eerdere kaart nodig.`,
    },
    paper: {
      title: 'Mijn sleutelkaart',
      how: (address: string) =>
        `Toestel kwijt? Ga naar ${address} en kies “Ik heb al een sleutelkaart”. Of scan de code.`,
      secret: 'Geef deze kaart aan niemand.',
      fileName: 'sleutelkaart',
    },
    device: {
      title: 'Nog een toestel van mij',
      use: 'Zet je plannen ook op je telefoon, tablet of computer. Je leest en schrijft dan op allebei.',
      show: 'Voeg een toestel toe',
      confirm: {
        title: 'Kijkt er niemand mee?',
        text: 'Je krijgt één minuut een code te zien. Wie hem scant, kan in al je plannen.',
        keep: 'Niet nu',
        go: 'Laat de code zien',
      },
      scan: 'Scan dit met de camera van je andere toestel. Of open daar Weef, kies “Ik heb al een sleutelkaart” en typ de tekens over.',
      left: (number: number) => `Deze code gaat over ${seconds(number)} weg.`,
      over: 'De code is weer weg. Gelukt? Dan komen je plannen nu op je andere toestel.',
      hide: 'Klaar',
    },
    forget: {
      title: 'Haal alles van dit toestel',
      text: 'Ga je dit toestel weggeven, of is het niet van jou? Haal dan alles weg: je sleutel, je plannen en je instellingen.',
      go: 'Haal alles weg',
      failed: 'Alles weghalen is niet gelukt. Probeer het nog een keer.',
      confirm: {
        title: 'Alles van dit toestel halen?',
        lost: 'Je plannen blijven bestaan voor wie meedoet. Zelf kom je er alleen nog in met je sleutelkaart of een nieuwe uitnodiging.',
        alone: (titles: readonly string[]) =>
          `Niemand anders doet mee met ${toQuotedList(locale, titles)}. Zonder je sleutelkaart ben je dat voorgoed kwijt.`,
        unshared: (titles: readonly string[]) =>
          `Nog niet gedeeld: ${toQuotedList(locale, titles)}. Wat daarvan alleen op dit toestel staat, is dan voorgoed weg.`,
        cardFirst: 'Eerst mijn sleutelkaart bewaren',
        keep: 'Nee, laat staan',
        go: 'Ja, haal alles weg',
      },
    },
  },

  card: {
    title: 'Kom terug met je sleutelkaart',
    lead: 'Typ de tekens van je kaart. Dan komen je plannen naar dit toestel.',
    characters: 'De 28 tekens',
    hint: 'Streepjes, spaties en hoofdletters maken niet uit.',
    scan: 'Staat er een vierkant met blokjes op je kaart? Richt daar de camera van je telefoon op.',
    lost: 'Ben je je kaart ook kwijt? Vraag de baas van het plan om een nieuwe uitnodiging.',
    lostOwner:
      'Was je zelf de enige baas? Vraag iemand die meeschrijft om een nieuw plan te maken, bij Over dit plan. Alles wat er staat, komt daarin mee.',
    go: 'Haal mijn plannen op',
    fault: {
      empty: () => 'Typ eerst de tekens van je kaart.',
      character: ({ group, character }) =>
        `In het ${places[group - 1]} groepje staat ${character}. Dat teken staat op geen enkele kaart. Kijk dat groepje nog eens na.`,
      group: ({ group }) => `Kijk het ${places[group - 1]} groepje nog eens na. Daar klopt iets niet.`,
      length: ({ count }) => `Een kaart heeft 28 tekens. Dit zijn er ${count}. Er is niets veranderd.`,
      check: () => 'Er zit ergens een foutje in. Leg je kaart ernaast en kijk elk groepje na. Er is niets veranderd.',
    } satisfies { [Name in CardFault['name']]: (fault: Extract<CardFault, { name: Name }>) => string },
    failed: {
      'no-plans': 'Bij deze kaart horen geen plannen. Er is niets veranderd. Heb je nog een andere kaart?',
      'not-a-card': 'Dit is geen sleutelkaart. Er is niets veranderd.',
      full: 'Dit toestel is vol. Er is niets veranderd. Maak ruimte vrij en probeer het nog een keer.',
      unavailable:
        'Dit toestel kan je sleutel niet bewaren. Er is niets veranderd. Kies “Alleen voor nu” en probeer het nog een keer.',
    } satisfies Record<Extract<CardTaken, { ok: false }>['reason'], string>,
    incoming: {
      title: 'Is dit je eigen sleutelkaart?',
      text: 'Dan komen je plannen naar dit toestel.',
      warning:
        'Kreeg je deze kaart of link van een ander? Gebruik hem dan niet. Anders kan die persoon alles lezen wat jij hier schrijft.',
      go: 'Ja, haal mijn plannen op',
      stop: 'Nee, niet doen',
    },
    other: {
      title: 'Dit toestel heeft al een sleutelkaart',
      text: 'Hier staan plannen van een andere sleutelkaart. Wil je deze kaart hier ook gebruiken?',
      stay: 'Wat hier al staat, blijft hier. In die plannen blijf je wie je was, en alles wordt gewoon gedeeld.',
      next: 'Maak je hierna een nieuw plan? Dat hoort dan bij deze kaart.',
      go: 'Ja, gebruik deze kaart',
      stop: 'Nee, laat alles zo',
    },
    same: {
      title: 'Dit ben je al',
      text: 'Deze kaart hoort bij dit toestel. Er is niets veranderd.',
      missing: 'Haal op wat hier ontbreekt',
    },
  },
}
