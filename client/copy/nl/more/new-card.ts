/** Dutch words about a new key card, for whoever lost theirs, or whose was stolen or seen. */
import type { RestoreTrouble } from '#ports/own-keys.ts'

const plans = (number: number): string => (number === 1 ? '1 plan' : `${number} plannen`)

export const nlNewCard = {
  newCard: {
    title: 'Is je kaart kwijt of gestolen?',
    when: 'Of heeft iemand hem gezien? Maak dan een nieuwe sleutelkaart.',
    after: 'Wie je oude kaart heeft, leest daarna niets nieuws meer in je plannen.',
    go: 'Maak een nieuwe sleutelkaart',
    failed: 'Een nieuwe kaart maken lukt nu niet. Er is niets veranderd. Probeer het nog een keer.',
    confirm: {
      title: 'Een nieuwe sleutelkaart maken?',
      devices: 'Je oude kaart werkt daarna niet meer. Heb je nog een toestel? Typ daar de nieuwe kaart in.',
      same: 'Je plannen en alles wat je schreef, blijven van jou.',
      read: 'Wat iemand met je oude kaart al gelezen heeft, kan niemand terughalen.',
      keep: 'Niet nu',
      go: 'Maak een nieuwe',
    },
    leave: 'Je kunt verdergaan, of Weef sluiten. De rest gaat vanzelf.',
    trouble: {
      offline: 'Er is nu geen verbinding. We gaan vanzelf verder zodra het kan.',
      busy: 'Het is nu druk op de server. We gaan vanzelf verder zodra het kan.',
      'outdated-app': 'Er is een nieuwe versie van Weef nodig. Sluit Weef en open het opnieuw.',
    } satisfies Record<RestoreTrouble, string>,
    waiting: 'Deze moeten nog:',
    keepOld: 'Heb je je oude kaart nog? Bewaar hem tot alles is overgezet.',
    moved: (total: number) => (total === 1 ? 'Je plan is overgezet.' : `${plans(total)} zijn overgezet.`),
    stayed: 'Deze konden niet mee. Wat je had, staat nog op dit toestel:',
    elsewhere: 'Er is op een ander toestel een nieuwe sleutelkaart gemaakt. Typ die hier in.',
    noMember:
      'Maakte je op een ander toestel al een nieuwe sleutelkaart? Typ die hier in. Anders doe je er misschien niet meer aan mee. Vraag het aan iemand die wel meedoet.',
    retry: 'Probeer het nog een keer',
  },
}
