/** Dutch words about inviting, and about members. */
import type { Role } from '#shared/chain/roles.ts'
import { isSameDay, toDate, toTime } from '../../format/days-and-times.ts'
import type { InviteResult } from '#ports/open-plan.ts'

const locale = 'nl-NL'

type InviteFailure = Extract<InviteResult, { ok: false }>['reason']

const when = (at: number, now: number): string =>
  isSameDay(at, now) ? `vandaag ${toTime(locale, at)}` : `${toDate(locale, at, now)}, ${toTime(locale, at)}`

export const nlTogether = {
  invite: {
    title: 'Nodig iemand uit',
    first: {
      title: 'Wat zien de anderen?',
      all: 'Het hele plan.',
      past: 'Ook wat er vroeger in stond, en tekst die is weggehaald.',
      private: 'Wil je iets voor jezelf houden? Zet dat dan niet in dit plan.',
    },
    who: 'Wie nodig je uit?',
    handOver: 'De persoon van wie dit plan is',
    handOverText: 'Het plan wordt van hem of haar. Jij schrijft mee.',
    editor: 'Iemand die meeschrijft',
    editorText: 'Kan alles lezen en schrijven.',
    reader: 'Iemand die meeleest',
    readerText: 'Kan alles lezen. Kan niets veranderen.',
    how: 'Hoe geef je de uitnodiging?',
    room: 'We zijn nu bij elkaar',
    roomText: 'De ander scant een code van jouw scherm. Werkt 10 minuten.',
    link: 'Ik stuur een link',
    linkText: 'Met een berichtje of mail. Werkt 7 dagen, één keer.',
    withCode: 'Met een code van 6 cijfers',
    withCodeText: 'Extra veilig: wie de link vindt, heeft ook de code nodig. Zeg de code door de telefoon.',
    go: 'Maak de uitnodiging',
    notOwner: {
      title: 'Dat doet de baas van het plan',
      text: 'Alleen de baas van het plan kan iemand uitnodigen.',
      look: 'Bekijk wie dat is',
    },
    failed: {
      'too-many': {
        title: 'Er zijn te veel uitnodigingen die nog niemand heeft gebruikt.',
        text: 'Trek er eerst een in, of wacht tot iemand meedoet. Er is niets kwijt.',
      },
      'used-up': {
        title: 'Je hebt heel veel uitnodigingen gemaakt voor dit plan.',
        text: 'Meer kun jij er niet maken. Is er nog een baas van het plan? Die kan het wel. Anders kun je verdergaan in een nieuw plan. Er is niets kwijt.',
      },
      refused: {
        title: 'De uitnodiging maken is niet gelukt.',
        text: 'Er is niets kwijt. Probeer het straks nog een keer.',
      },
    } satisfies Record<InviteFailure, { title: string; text: string }>,
    /** Said before it is made, and then beside it. */
    waits: {
      offline: 'Er is nu geen verbinding. Je kunt de uitnodiging wel maken.',
      busy: 'Het is nu druk op de server. Je kunt de uitnodiging wel maken.',
      later: 'Deze uitnodiging werkt zodra dit toestel verbinding heeft gehad.',
    },
    organisation: {
      title: 'Nodig je uit namens een organisatie?',
      label: 'Naam van de organisatie',
      hint: 'Bijvoorbeeld: Buurtteam Oost. Wie je uitnodigt, leest dit bij jouw naam.',
    },
    nameless: 'Je hebt nog geen naam gezegd. Dan staat er geen naam in de uitnodiging.',
    lookAtOpen: 'Bekijk de uitnodigingen',
  },

  people: {
    title: 'Wie doet mee',
    lead: 'Deze mensen zien het hele plan. Verder niemand.',
    /** For somebody who takes no part any more: the list is as they last got it. */
    leadEnded: 'Deze mensen deden mee toen jij er nog bij was. Misschien is dat nu anders.',
    list: 'Mensen die meedoen',
    here: 'Nu hier',
    saveName: 'Bewaar',
    changeName: 'Verander je naam',
    yourColour: 'Welke kleur wil je?',
    colours: ['Rood', 'Blauw', 'Paars', 'Geel', 'Roze', 'Groen'],
    changeRoleOf: (name: string) => `Verander wat ${name} mag`,
    whichRole: (name: string) => `Wat mag ${name}?`,
    saveRole: 'Bewaar',
    leaveRole: 'Annuleer',
    roleFailed: 'Dit lukt nu niet. Er is niets veranderd. Probeer het als er verbinding is.',
    rights: {
      owner: 'Kiest wie meedoet en wat die mag. Kan ook jou uit het plan halen.',
      editor: 'Kan alles lezen en schrijven.',
      reader: 'Kan alles lezen. Kan niets veranderen.',
    } satisfies Record<Role, string>,
    leave: 'Ik wil niet meer meedoen',
    invitations: 'Open uitnodigingen',
    until: (at: number, now: number) => `Werkt tot ${when(at, now)}`,
    waits: 'Werkt nog niet: wacht op verbinding',
    notMade: {
      'too-many': 'Niet gelukt: er zijn te veel open uitnodigingen',
      'used-up': 'Niet gelukt: er kunnen geen uitnodigingen meer bij',
      refused: 'Niet gelukt: dit mag je niet meer in dit plan',
    } satisfies Record<InviteFailure, string>,
    madeBy: (whose: string) => `Gemaakt door ${whose}`,
    made: (name: string, count: number) => `${name} maakte ${count} uitnodigingen`,
    madeMany: (name: string) =>
      `Wil je dit niet? Haal ${name} uit het plan. Dan werken deze uitnodigingen ook niet meer.`,
    copy: 'Kopieer de link',
    cancel: 'Trek in',
    cancelThis: (role: string) => `Trek in: ${role}`,
    confirm: {
      title: 'Uitnodiging intrekken?',
      text: 'De link werkt dan niet meer. Je kunt altijd een nieuwe maken.',
      keep: 'Laat staan',
      go: 'Trek in',
    },
    cancelFailed: 'Intrekken lukt nu niet. De uitnodiging werkt nog. Probeer het als er verbinding is.',
  },
}
