/** Dutch words of wishes, goals and steps, and of undoing. */
import type { AnswerChoice } from '#domain/goals/answers.ts'
import type { GoalStatus, StepStatus } from '#domain/document/choices.ts'
import type { Outcome } from '#domain/goals/endings.ts'
import type { GoalText } from '#domain/goals/goals.ts'
import type { StepField } from '#domain/goals/steps.ts'
import { toDate, toList } from '../../format/days-and-times.ts'

const locale = 'nl-NL'

export const nlGoals = {
  goals: {
    lead: 'Wat wens je? Wat wil je bereiken? En wat doe je daarvoor?',
    wishes: 'Wensen',
    wish: 'Wens',
    noWishes: 'Er staat nog geen wens.',
    addWish: 'Schrijf een wens op',
    wishLabel: 'Wat wens je?',
    goals: 'Doelen',
    goal: 'Doel',
    noGoals: 'Er is nog geen doel. Kies één ding dat je wilt veranderen.',
    addGoal: 'Maak een doel',
    goalLabel: 'Wat wil je bereiken?',
    whichOne: 'Waar gaat het over?',
    goalFrom: (what: string) => `Uit: ${what}`,
    toGoal: 'Maak er een doel van',
    openGoal: 'Bekijk dit doel',
    openGoalOf: (goal: string) => `Bekijk dit doel: ${goal}`,
    noTitle: 'Doel zonder naam',
    gone: 'Dit doel is er niet.',
    toAll: 'Naar alle doelen',
    steps: 'Stappen',
    noSteps: 'Hier staat nog geen stap. Een doel komt dichterbij met een kleine stap. Wat kun je als eerste doen?',
    addStep: 'Stap erbij',
    stepLabel: 'Wat ga je doen?',
    save: 'Bewaar',
    cancel: 'Annuleer',
    missing: 'Schrijf eerst iets op.',
    change: 'Verander',
    changeOf: (what: string) => `Verander: ${what}`,
    ready: 'Klaar',
    stepDone: (what: string) => `Gedaan: ${what}`,
    fields: {
      who: 'Wie doet het?',
      when: 'Wanneer?',
      form: 'Hoe?',
      status: 'Hoe staat het ervoor?',
    } satisfies Record<StepField, string>,
    time: 'Hoe laat?',
    /** The other fields of a step, beside what and by when. */
    more: 'Wie, hoe, en meer',
    clearDay: 'Haal de dag weg',
    someoneElse: 'Iemand anders',
    nameLabel: 'Hoe heet die?',
    either: {
      two: {
        who: 'Twee mensen',
        when: 'Twee momenten',
        form: 'Twee manieren',
        status: 'Verschillend gekozen',
      } satisfies Record<StepField, string>,
      choose: (what: string, values: readonly string[]) => `${what}: ${values.join(' of ')}. Kies samen.`,
      /** Where it is known who chose what. */
      chose: (all: readonly (readonly [who: string, value: string])[]) =>
        `${all.map(([who, value]) => `${who} koos “${value}”.`).join(' ')} Kies samen.`,
      none: 'leeg',
      /** Ending together: one person proposes it, another agrees. */
      propose: (status: string) => `Stel voor: ${status}`,
      agree: (status: string) => `Ja, mee eens: ${status}`,
    },
    stepStatus: {
      'not-started': 'nog niet begonnen',
      'in-progress': 'bezig',
      completed: 'gedaan',
      cancelled: 'gaat niet door',
    } satisfies Record<StepStatus, string>,
    status: {
      proposed: 'is nog een idee',
      active: 'we werken eraan',
      'on-hold': 'even pauze',
      completed: 'afgerond',
      cancelled: 'gestopt',
    } satisfies Record<GoalStatus, string>,
    texts: {
      title: 'Doel',
      why: 'Waarom is dit belangrijk?',
      start: 'Hoe is het nu?',
      wished: 'Hoe moet het worden?',
    } satisfies Record<GoalText, string>,
    about: 'Over dit doel',
    answers: {
      title: 'Wat vindt iedereen?',
      /** Where nobody else takes part. */
      aloneTitle: 'Wat vind jij van dit doel?',
      short: { agree: 'ermee eens', disagree: 'er niet mee eens' } satisfies Record<AnswerChoice, string>,
      choices: { agree: 'Ik ben het ermee eens', disagree: 'Ik ben het er niet mee eens' } satisfies Record<
        AnswerChoice,
        string
      >,
      said: (who: string, answer: string, words: string) => `${who}: ${answer}${words === '' ? '' : `. “${words}”`}`,
      /** The goal was changed since. */
      to: (goal: string) => `Toen stond hier: “${goal}”`,
      by: (who: readonly string[]) => `Opgeschreven door ${toList(locale, who)}`,
      /** Where somebody's own words hold others' too. */
      alsoBy: (who: readonly string[]) => `Ook geschreven door ${toList(locale, who)}`,
      byUnknown: 'Het is niet bekend wie dit opschreef',
      none: 'Nog niemand heeft iets gezegd.',
      say: 'Zeg wat jij ervan vindt',
      sayElse: 'Verander wat jij ervan vindt',
      mine: 'Wat vind jij?',
      words: 'In je eigen woorden',
      forOther: 'Schrijf op wat iemand anders vindt',
      who: 'Wie zegt het?',
      theirs: 'Wat vindt die persoon?',
      missing: 'Kies eerst een antwoord.',
      missingWho: 'Kies eerst wie het zegt.',
      takeBack: 'Haal mijn antwoord weg',
    },
    ending: {
      title: 'Is dit doel klaar?',
      decide: 'Rond het doel af',
      text: 'Dat besluiten jullie samen. De één stelt het voor, de ander zegt ja.',
      aloneText: 'Jij schrijft als enige in dit plan. Dus jij besluit.',
      propose: { completed: 'Het doel is bereikt', cancelled: 'We stoppen met dit doel' } satisfies Record<
        Outcome,
        string
      >,
      proposed: (who: string, what: string) => `${who} stelt voor: “${what}”.`,
      waiting: 'Iemand anders moet nog ja zeggen.',
      agree: 'Ja, mee eens',
      notYet: 'Nee, nog niet',
      withdraw: 'Trek het voorstel in',
      ended: { completed: 'Afgerond', cancelled: 'Gestopt' } satisfies Record<Outcome, string>,
      proposedBy: (who: string, at: number, now: number) => `Voorgesteld door ${who}, ${toDate(locale, at, now)}`,
      agreedBy: (who: string, at: number, now: number) => `${who} ging akkoord, ${toDate(locale, at, now)}`,
      /** For agreements from before their time was recorded. */
      agreed: (who: string) => `${who} ging akkoord`,
      /** Where nobody's agreement is known: somebody wrote the outcome, or it came with a file. */
      setBy: (who: readonly string[]) => `Zo gezet door ${toList(locale, who)}. Er staat niet bij wie akkoord ging.`,
      /** For a person who is alone in a plan. */
      decidedBy: (who: string, at: number, now: number) => `Besloten door ${who}, ${toDate(locale, at, now)}`,
      reopen: 'Ga toch verder met dit doel',
    },
    aside: {
      go: 'Leg opzij',
      goOf: (what: string) => `Leg opzij: ${what}`,
      title: (count: number) => `Opzij gelegd (${count})`,
      by: (who: string, at: number, now: number) => `Door ${who}, ${toDate(locale, at, now)}`,
      back: 'Haal terug',
      backOf: (what: string) => `Haal terug: ${what}`,
      gone: (what: string) => `“${what}” ligt nu opzij.`,
      here: 'Dit doel ligt opzij.',
      /** To whoever is working in it. */
      held: (who: string) => `${who} legde dit opzij. Verander je hier iets? Dan staat het er weer.`,
      kind: { wish: 'Wens', goal: 'Doel', step: 'Stap' },
    },
    move: {
      order: 'Verander de volgorde',
      ordered: 'De volgorde is goed',
      handle: 'Verplaats',
      handleOf: (what: string) => `Verplaats: ${what}`,
      up: 'Omhoog',
      upOf: (what: string) => `Omhoog: ${what}`,
      down: 'Omlaag',
      downOf: (what: string) => `Omlaag: ${what}`,
      moved: (what: string, place: number, count: number) => `${what}: nu op plaats ${place} van ${count}.`,
    },
    calendar: {
      one: 'Zet in mijn agenda',
      oneOf: (what: string) => `Zet in mijn agenda: ${what}`,
      all: 'Zet alle stappen in mijn agenda',
      title: 'Stappen in je agenda',
      warning: 'In je agenda staan dan deze woorden. Wie je agenda ziet, kan ze lezen.',
      saved: 'Het bestand staat bij je downloads. Open het, dan komt het in je agenda.',
      reminder: 'Je agenda geeft een uur van tevoren een seintje. Staat er geen tijd bij? Dan om 9 uur ’s ochtends.',
      fold: 'In mijn agenda',
      noFollow:
        'Verandert er iets? Zet het dan nog een keer in je agenda. Vanzelf kan niet: dan zou de server je plan moeten lezen, en dat kan de server niet.',
      fileName: 'agenda',
    },
  },

  undo: {
    title: 'Wat je net deed',
    undo: 'Ongedaan maken',
    redo: 'Opnieuw',
    /** The subject of an action. */
    of: (action: string, what: string) => (what === '' ? action : `${action}: ${what}`),
    kinds: {
      wish: 'wens',
      goal: 'doel',
      step: 'stap',
      checkIn: 'wiel',
      contactCard: 'contact',
      conversation: 'gesprek',
      talkPoint: 'punt',
      person: 'naam',
      plan: 'plan',
      story: 'verhaal',
    },
    /** What I did last was on another screen, which this leads to. */
    last: 'Dit deed je net',
    led: (last: string) => `${last}. Druk nog een keer om het ongedaan te maken.`,
    undone: 'Ongedaan gemaakt',
    redone: 'Opnieuw gedaan',
  },
}
