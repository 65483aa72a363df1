/** Dutch words of the screens before a plan is open: home, start, paste a link, join. */
import type { InvitationFailure } from '#ports/device.ts'
import type { Role } from '#shared/chain/roles.ts'
import type { Whose } from '#ports/open-plan.ts'

/** What happened, what is safe, what to do. */
type Failure = { what: string; safe: string; next: string }

export const nlOutside = {
  start: {
    title: 'Maak een plan',
    lead: 'Je kunt alles later nog veranderen.',
    forWhom: 'Voor wie is het plan?',
    forMe: 'Voor mij',
    forMeText: 'Jij bent de baas van het plan.',
    forSomeone: 'Voor iemand die ik help',
    forSomeoneText: 'Je nodigt die persoon daarna uit. Dan wordt het plan van hem of haar.',
    planName: 'Hoe heet het plan?',
    yourName: 'Hoe wil je heten?',
    yourNameHint: 'Wie meedoet, ziet deze naam.',
    go: 'Begin',
    failed: 'Het plan maken lukt nu niet. Er is niets kwijt. Probeer het nog een keer.',
    full: 'Dit toestel is vol. Er is geen plan gemaakt. Maak ruimte vrij en probeer het nog een keer.',
  },

  open: {
    title: 'Ik heb een uitnodiging',
    lead: 'Kreeg je een link? Tik erop, of plak hem hier.',
    link: 'De link',
    go: 'Ga verder',
    notALink: 'Dit is geen uitnodiging van Weef. Kopieer de hele link en plak hem hier.',
    qr: 'Zie je een vierkant met blokjes? Open de camera van je telefoon en richt hem daarop.',
  },

  join: {
    role: {
      owner: 'Jij wordt de baas van het plan. Jij kiest wie meedoet.',
      editor: 'Jij schrijft mee.',
      reader: 'Jij kunt alles lezen. Schrijven doen de anderen.',
    } satisfies Record<Role, string>,
    title: 'Je bent uitgenodigd',
    checking: 'We kijken naar je uitnodiging …',
    someone: 'Iemand',
    inviterOf: (name: string, organisation: string) => `${name} (${organisation})`,
    from: {
      'not-said': (who: string) => `${who} nodigt je uit om mee te doen met een plan`,
      inviters: (who: string) => `${who} nodigt je uit voor zijn of haar plan`,
      theirs: (who: string) => `${who} nodigt je uit. Het plan wordt van jou`,
    } satisfies Record<Exclude<Whose['name'], 'of'>, (who: string) => string>,
    fromOf: (who: string, person: string) => `${who} nodigt je uit voor het plan van ${person}`,
    /** A link can say anything. */
    check: {
      named: 'Deze naam staat in de link. Twijfel je? Bel die persoon, of vraag het als je die ziet.',
      unnamed:
        'Er staat geen naam in de link. Vraag eerst na wie je dit stuurde: bel, of vraag het als je die persoon ziet.',
    },
    whoSees: 'Wie ziet dit?',
    now: (people: number) =>
      people === 1
        ? 'Alleen wie meedoet. Nu: 1 persoon. Na jou: 2.'
        : `Alleen wie meedoet. Nu: ${people} mensen. Na jou: ${people + 1}.`,
    circle: 'Wie meedoet, ziet het hele plan. Ook wat er vroeger in stond.',
    name: 'Hoe wil je heten?',
    code: 'De code van 6 cijfers',
    codeHint: 'Wie jou uitnodigt, zegt de code.',
    codeShape: 'De code heeft 6 cijfers.',
    go: 'Doe mee',
    noAccount: 'Je hebt geen account nodig. Geen e‑mail. Geen wachtwoord.',
    already: {
      title: 'Je doet al mee met dit plan',
      mine: 'Deze uitnodiging heb je zelf gemaakt. Hij is niet gebruikt: stuur hem naar wie jij uitnodigt.',
      other: 'Je hebt deze uitnodiging niet nodig. Hij is niet gebruikt, en werkt nog voor iemand anders.',
      go: 'Ga naar het plan',
    },
    webView: {
      title: 'Open dit eerst in je browser',
      text: 'Je bent nu in een andere app, zoals mail of chat. Daar blijft je plan niet bewaard.',
      how: 'Tik op de drie puntjes of op het deelteken. Kies “Openen in browser”. Of kopieer de link en plak hem in je browser.',
      copyLink: 'Kopieer de link',
      anyway: 'Toch hier meedoen',
    },
    failure: {
      wrong: {
        what: 'Deze link klopt niet.',
        safe: 'Er is niets gebeurd.',
        next: 'Kopieer de hele link nog een keer. Of vraag een nieuwe.',
      },
      used: {
        what: 'Deze uitnodiging is al gebruikt.',
        safe: 'Een uitnodiging werkt één keer. Zo komt er niemand anders binnen.',
        next: 'Deed jij mee op een ander toestel? Open het plan daar. Of vraag een nieuwe uitnodiging.',
      },
      expired: {
        what: 'Deze uitnodiging is verlopen.',
        safe: 'Het plan is er nog.',
        next: 'Vraag een nieuwe uitnodiging aan wie jou deze gaf.',
      },
      cancelled: {
        what: 'Deze uitnodiging is ingetrokken.',
        safe: 'Het plan is er nog. Jij staat er niet in.',
        next: 'Vraag aan wie jou deze gaf of je nog mee mag doen.',
      },
      offline: {
        what: 'Er is geen verbinding.',
        safe: 'Je uitnodiging is niet gebruikt.',
        next: 'Ga naar een plek met internet en probeer het nog een keer.',
      },
      busy: {
        what: 'Het is nu te druk op de server.',
        safe: 'Je uitnodiging werkt nog.',
        next: 'Wacht een paar minuten en probeer het nog een keer.',
      },
      'not-yet': {
        what: 'Deze uitnodiging werkt nu niet.',
        safe: 'De link klopt wel. Misschien heeft het toestel van wie jou uitnodigt nog geen verbinding gehad.',
        next: 'Probeer het straks nog een keer, of vraag het aan wie jou de link gaf.',
      },
      'wrong-code': {
        what: 'Deze code klopt niet.',
        safe: 'Je uitnodiging werkt nog.',
        next: 'Vraag de code nog een keer en typ hem rustig over.',
      },
      locked: {
        what: 'De code was te vaak fout.',
        safe: 'Deze uitnodiging is nu op slot. Zo kan niemand de code raden.',
        next: 'Vraag een nieuwe uitnodiging.',
      },
      'outdated-app': {
        what: 'Er is een nieuwe versie van Weef nodig.',
        safe: 'Je uitnodiging is niet gebruikt.',
        next: 'Sluit Weef en open de link opnieuw.',
      },
      'no-storage': {
        what: 'Deze browser kan niets bewaren.',
        safe: 'Je uitnodiging is niet gebruikt.',
        next: 'Zet privé surfen uit, of open de link in een andere browser.',
      },
      full: {
        what: 'Dit toestel is vol.',
        safe: 'Je uitnodiging is niet gebruikt.',
        next: 'Maak ruimte vrij en probeer het nog een keer.',
      },
    } satisfies Record<InvitationFailure, Failure>,
    retry: 'Probeer opnieuw',
    otherLink: 'Plak een andere link',
  },
}
