/** Dutch words about inviting, and about members. */
import { isSameDay, toDate, toTime } from '../../format/days-and-times.ts'
import type { Whose } from '#ports/open-plan.ts'

const locale = 'nl-NL'

const when = (at: number, now: number): string =>
  isSameDay(at, now) ? `vandaag ${toTime(locale, at)}` : `${toDate(locale, at, now)}, ${toTime(locale, at)}`

export const nlTogether = {
  invite: {
    ready: {
      title: 'De uitnodiging is klaar',
      scan: 'Laat de ander dit scannen met de camera van een telefoon.',
      send: 'Stuur deze link naar één persoon. De link werkt één keer.',
      qr: 'QR-code van de uitnodiging',
      showQr: 'Laat de QR-code zien',
      linkLabel: 'De link',
      copy: 'Kopieer de link',
      share: 'Stuur de link',
      shareText: {
        'not-said': 'Wil je meedoen met een plan? Tik op de link.',
        inviters: 'Wil je meedoen met mijn plan? Tik op de link.',
        theirs: 'Hier is een plan. Het wordt van jou. Tik op de link.',
      } satisfies Record<Exclude<Whose['name'], 'of'>, string>,
      shareTextOf: (person: string) => `Wil je meedoen met het plan van ${person}? Tik op de link.`,
      code: 'De code',
      codeText: 'Zeg deze code door de telefoon. Stuur hem niet mee met de link. Je ziet hem alleen nu.',
      until: (at: number, now: number) => `Werkt tot ${when(at, now)}.`,
      waiting: 'We wachten tot de ander meedoet. Je kunt dit scherm ook sluiten.',
      ended: {
        title: 'Deze uitnodiging werkt niet meer',
        text: 'Hij is gebruikt of ingetrokken. Er is niets kwijt. Je kunt een nieuwe maken.',
      },
      joined: (name: string) => `${name} doet nu mee.`,
      joinedNameless: 'Er doet nu iemand mee.',
      askName: 'Deze persoon heeft nog geen naam gezegd. Dat hoeft niet. Het kan ook later, in het plan.',
      toPlan: 'Ga naar het plan',
      another: 'Nodig nog iemand uit',
    },
  },

  people: {
    /** Whoever brought in the words of a file, or of the plan before this one, signs all of them. */
    origin: {
      file: (who: string, day: string) =>
        `${who} zette dit plan hier neer, uit een bestand van ${day}. Wat er toen in stond, is opgeschreven door ${who}.`,
      plan: (who: string, day: string) =>
        `${who} ging op ${day} in dit plan verder, vanuit een ander plan. Wat er toen in stond, is opgeschreven door ${who}.`,
    },
    sayName: 'Zeg hoe je heet',
    yourName: 'Hoe wil je heten?',
    invite: 'Nodig iemand uit',
  },
}
