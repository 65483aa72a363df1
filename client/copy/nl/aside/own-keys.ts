/** Dutch words about plans that come back with a key card. */
import type { RestoreTrouble } from '#ports/own-keys.ts'

const plans = (number: number): string => (number === 1 ? '1 plan' : `${number} plannen`)

export const nlOwnKeys = {
  restore: {
    listing: 'We zoeken je plannen',
    fetching: 'Je plannen komen eraan',
    ready: (ready: number, total: number) =>
      total === 1 ? 'Je plan komt eraan.' : `${ready} van de ${plans(total)} ${ready === 1 ? 'is' : 'zijn'} hier.`,
    leave: 'Je kunt verdergaan, of Weef sluiten. De rest komt vanzelf.',
    trouble: {
      offline: 'Er is nu geen verbinding. Je kaart is goed. We gaan vanzelf verder zodra het kan.',
      busy: 'Het is nu druk op de server. Je kaart is goed. We gaan vanzelf verder zodra het kan.',
      'outdated-app': 'Er is een nieuwe versie van Weef nodig. Je kaart is goed. Sluit Weef en open het opnieuw.',
    } satisfies Record<RestoreTrouble, string>,
    done: 'Je plannen zijn terug',
    found: (total: number) => `We vonden ${plans(total)}.`,
    nothing: 'Bij deze kaart vonden we geen plannen',
    oldCard: 'Misschien is het een oude kaart. Heb je later een nieuwe gemaakt? Gebruik dan die.',
    otherCard: 'Ik heb een andere kaart',
    refused: (number: number) =>
      number === 1
        ? '1 plan kregen we niet. Misschien ben je eruit gehaald, of bestaat het niet meer.'
        : `${number} plannen kregen we niet. Misschien ben je eruit gehaald, of bestaan ze niet meer.`,
    missing: 'Mis je een plan? Misschien doe je er niet meer aan mee. Vraag het aan iemand die wel meedoet.',
    ok: 'Goed',
  },
}
