/** Dutch words of home. */
import { DEFAULT_TITLES } from '../../format/default-titles.ts'
import { toDay, toList } from '../../format/days-and-times.ts'

const locale = 'nl-NL'

export const nlOutside = {
  home: {
    title: 'Jouw plannen',
    welcome: 'Welkom',
    explanation: [
      'Hier schrijf je op wat jij belangrijk vindt en wat je wilt veranderen.',
      'Je doet het alleen, of samen met iemand die jij kiest.',
      'Je plan staat op dit toestel, en alleen wie meedoet kan het lezen.',
    ],
    /** On a device that keeps nothing. */
    explanationForNow: [
      'Hier schrijf je op wat jij belangrijk vindt en wat je wilt veranderen.',
      'Je doet het alleen, of samen met iemand die jij kiest.',
      'Alleen wie meedoet, kan je plan lezen. Op dit toestel blijft niets staan.',
    ],
    start: 'Maak een plan',
    invited: 'Ik heb een uitnodiging',
    opened: (at: number, now: number) => `Geopend: ${toDay(locale, at, now)}`,
    people: (names: readonly string[]) => `Met ${toList(locale, names)}`,
    onlyMe: 'Alleen jij',
    unshared: 'Nog niet alles is gedeeld',
    archived: (count: number) => `Opgeborgen plannen (${count})`,
    about: 'Wie kan wat zien? Over privacy',
    noAccount: 'Je hebt geen account nodig. Geen e‑mail. Geen wachtwoord.',
  },

  start: {
    defaultMine: DEFAULT_TITLES.nl.mine as string,
    defaultTheirs: DEFAULT_TITLES.nl.theirs as string,
  },
}
