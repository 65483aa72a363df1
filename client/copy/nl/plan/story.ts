/** Dutch words of the story, and of managing a plan. */
import type { Role } from '#shared/chain/roles.ts'
import { toDate, toList, toTime } from '../../format/days-and-times.ts'

const locale = 'nl-NL'

/** What is asked of goals and steps where the plan is not the reader's. */
const together = {
  noGoals: 'Er is nog geen doel. Kies samen één ding om te veranderen.',
  step: 'Wat is de stap?',
  noSteps: 'Hier staat nog geen stap. Een doel komt dichterbij met een kleine stap. Wat kan als eerste?',
}

export const nlStory = {
  plan: {
    sections: 'In dit plan',
    story: 'Mijn verhaal',
    wheel: 'Mijn wiel',
    goals: 'Wensen, doelen, stappen',
    conversations: 'Gesprekken',
    contact: 'Zo wil ik contact',
    people: 'Wie doet mee',
    invite: 'Uitnodigen',
    changes: 'Wat is er veranderd',
    manage: 'Over dit plan',
  },

  /** The same plan as its person does not read it: their name, or none while it is nobody's. */
  whose: {
    nobodys: { story: 'Verhaal', wheel: 'Wiel', contact: 'Contact' },
    begin: {
      of: (name: string) => ({
        parts: { story: `Het verhaal van ${name}`, wheel: `Het wiel van ${name}` },
        on: { story: `Verder: het verhaal van ${name}`, wheel: `Verder: het wiel van ${name}` },
        go: { story: `Begin hier: het verhaal van ${name}`, wheel: `Ga verder: vul het wiel in met ${name}` },
      }),
      nobodys: {
        parts: { story: 'Het verhaal', wheel: 'Het wiel' },
        on: { story: 'Verder: het verhaal', wheel: 'Verder: het wiel' },
        go: { story: 'Begin hier: het verhaal', wheel: 'Ga verder: vul het wiel in' },
      },
    },
    goals: {
      of: (name: string) => ({
        lead: `Wat wenst ${name}? Wat wil ${name} bereiken? En wat doen jullie daarvoor?`,
        wish: `Wat wenst ${name}?`,
        goal: `Wat wil ${name} bereiken?`,
        ...together,
      }),
      nobodys: {
        lead: 'Welke wensen zijn er? Wat is het doel? En wat is daarvoor nodig?',
        wish: 'Wat is de wens?',
        goal: 'Wat is het doel?',
        ...together,
      },
    },
    wheel: {
      start: (name: string) => `Vul het wiel in met ${name}`,
      again: (name: string) => `Vul een nieuw wiel in met ${name}`,
      goOn: (name: string) => `Ga verder met het wiel van ${name}`,
      own: 'Mijn eigen wiel',
      /** The fold that begins with it. */
      ownOrOther: 'Mijn eigen wiel, of dat van iemand anders',
      /** Of a person without a name. */
      leadOfNobody: {
        none: 'Een wiel laat zien hoe het gaat. Je kunt er samen over praten.',
        open: 'Hoe gaat het? Vul het samen in. Alles mag, niets moet.',
        drawing: 'Hoe gaat het? Kies samen een cijfer. Alles mag, niets moet.',
      },
      lead: {
        none: (name: string) => `Een wiel laat zien hoe het met ${name} gaat. Je kunt er samen over praten.`,
        open: (name: string) => `Hoe gaat het met ${name}? Vul samen in wat ${name} zegt. Alles mag, niets moet.`,
        drawing: (name: string) =>
          `Hoe gaat het met ${name}? Kies het cijfer dat ${name} noemt. Alles mag, niets moet.`,
      },
    },
  },

  story: {
    /** To whoever writes along, it is another's story. */
    leads: {
      owner: 'Schrijf wat voor jou belangrijk is. Wat je schrijft, blijft van jou.',
      editor: 'Jij schrijft hier mee. Wat een ander schreef, blijft van die ander.',
      reader: 'Jij leest mee. Schrijven doen de anderen.',
    } satisfies Record<Role, string>,
    /** The example, where the story is another's. */
    exampleOfAnother: 'Bijvoorbeeld: hoe gaat het nu? Wat kan er anders?',
    /** Shown to readers in place of the example. */
    empty: 'Er is nog niets geschreven.',
    loading: 'Het verhaal gaat open …',
    authors: {
      show: 'Wie schreef wat?',
      back: 'Terug naar het verhaal',
      lead: 'Bij elk stuk staat wie het schreef.',
      note: 'Wie een stuk plakt, splitst of terugzet, staat er ook bij. Woorden die weg zijn, zie je hier niet.',
      /** In front of words within a paragraph. */
      within: (names: string) => `${names}:`,
      left: (name: string) => `${name} (doet niet meer mee)`,
      namelessLeft: 'Iemand die niet meer meedoet',
      fromFile: (name: string) => `Uit een bestand van ${name}`,
      /** Two people with one name. */
      nth: (name: string, count: number) => `${name} (${count})`,
      unknown: 'Nog niet bekend wie',
    },
    editor: {
      placeholder: 'Bijvoorbeeld: hoe gaat het nu? Wat wil je anders?',
      bold: 'Vet',
      italic: 'Schuin',
      heading: 'Kop',
      bulletList: 'Punten',
      orderedList: 'Nummers',
      link: 'Link',
      linkAddress: 'Adres van de link',
      linkAdd: 'Maak een link',
      linkRemove: 'Haal de link weg',
      linkWrong: 'Dit is geen adres. Een adres begint met https://',
      cancel: 'Annuleer',
      undo: 'Ongedaan maken',
      redo: 'Opnieuw',
      toolbar: 'Opmaak',
      tooLarge: 'Deze tekst is te lang. Er is niets van toegevoegd. Plak een korter stuk.',
      large: 'Dit plan is groot geworden. Oude telefoons kunnen er traag van worden.',
      outdated:
        'Hier staat iets in van een nieuwere versie. Je kunt het lezen. Wil je schrijven? Sluit Weef en open het opnieuw.',
      tooMuch: 'Dit verhaal is te lang om in te schrijven. Er is niets weg. Je kunt het nog lezen.',
      tooMuchOf: (who: readonly string[]) => `Het grote stuk is van ${toList(locale, who)}.`,
      takeOutLarge: 'Haal het grote stuk eruit en schrijf verder',
      takeOutLargeNote: 'Het stuk is dan niet weg. Je vindt het terug bij “Wat is er veranderd”.',
      more: (rest: number) => `Laat meer zien (nog ${rest})`,
      unknownOf: (who: readonly string[]) => `Het is van ${toList(locale, who)}.`,
      takeOut: 'Haal het eruit en schrijf verder',
      takeOutWords: (words: string) => `Dit gaat er dan uit: “${words}”`,
    },
  },

  here: {
    onlyMe: 'Nu hier: alleen jij',
    withOthers: (names: readonly string[]) => `Nu hier: ${toList(locale, ['jij', ...names])}`,
  },

  whoSees: {
    title: 'Wie ziet dit?',
    onlyMe: 'Alleen jij.',
    onlyMeYet: 'Nu nog alleen jij. Wie je uitnodigde, ziet het hele plan zodra die meedoet.',
    people: (count: number) => `Alleen wie meedoet: jij en ${count === 1 ? 'nog 1 persoon' : `nog ${count} mensen`}.`,
    circle: 'Wie meedoet, ziet het hele plan.',
    look: 'Bekijk wie meedoet',
  },

  manage: {
    keep: {
      file: 'Sla het plan op als bestand',
    },
    successor: {
      title: 'Ga verder in een nieuw plan',
      text: 'Het nieuwe plan begint met alles wat nu in dit plan staat. Wat jullie hebben weggehaald, gaat niet mee.',
      after: 'Wie meedoet, nodig je daar opnieuw uit. Dit plan blijft staan. Je kunt het altijd nog lezen.',
      go: 'Begin het nieuwe plan',
    },
  },

  paper: {
    printedOn: (at: number) => `Geprint op ${toDate(locale, at, 0)} om ${toTime(locale, at)}`,
    people: 'Wie doet mee',
  },
}
