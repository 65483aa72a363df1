/** Dutch words of the wheel. */
import type { Topic } from '#domain/document/choices.ts'
import { toDay, toList, toTime } from '../../format/days-and-times.ts'

const locale = 'nl-NL'

export const nlWheel = {
  wheel: {
    /** The official names (product.md); the seventh is named by the person who fills it in. */
    topics: {
      'bodily-functions': 'Lichaamsfuncties',
      'mental-wellbeing': 'Mentaal welbevinden',
      meaningfulness: 'Zingeving',
      'quality-of-life': 'Kwaliteit van leven',
      participation: 'Meedoen',
      'daily-functioning': 'Dagelijks functioneren',
      own: 'Eigen onderwerp',
    } satisfies Record<Topic, string>,
    /** On one's own wheel, and of somebody else's: who helps reads it too. */
    talkMine: 'Hier wil ik over praten',
    talkAbout: 'Hierover praten we',
    none: 'niet ingevuld',
    /** Two people gave a score at the same time. */
    either: (scores: readonly string[]) => `${scores.join(' of ')}, kies samen`,
    before: (moment: string, score: string) => `${moment}: ${score}`,
    lead: {
      none: 'Een wiel laat zien hoe het met je gaat. Je kunt er samen over praten.',
      open: 'Hoe gaat het met je? Alles mag, niets moet.',
      drawing: 'Hoe gaat het met je? Kies een cijfer. Alles mag, niets moet.',
      finished: 'Tik op een naam. Dan lees je er meer over.',
      nobody: 'Er is nog geen wiel.',
    },
    start: {
      mine: 'Vul mijn wiel in',
      again: 'Vul een nieuw wiel in',
      goOn: 'Ga verder met mijn wiel',
      other: 'Een wiel van iemand anders',
      of: (name: string) => `Wiel van ${name}`,
      name: 'Iemand die niet meedoet. Hoe heet die?',
      go: 'Begin dit wiel',
    },
    ways: {
      label: 'Hoe wil je het invullen?',
      drawing: 'Tekening',
      questions: 'Vragen',
      table: 'Lijst',
    },
    title: (name: string) => `Wiel van ${name}`,
    mine: 'Mijn wiel',
    moment: (at: number, now: number) => toDay(locale, at, now),
    /** For two check-ins on one day. */
    momentWithTime: (at: number, now: number) => `${toDay(locale, at, now)} om ${toTime(locale, at)}`,
    mineOf: (moment: string) => `jouw wiel van ${moment}`,
    momentOf: (moment: string, name: string) => `${moment}, ${name}`,
    busy: 'nog niet klaar',
    by: (names: readonly string[]) => `Ingevuld door ${toList(locale, names)}`,
    /** Where others filled in a part of somebody's own wheel. */
    alsoBy: (names: readonly string[]) => `Ook ingevuld door ${toList(locale, names)}`,
    /** Where others only said that somebody's own wheel is ready. */
    finishedBy: (names: readonly string[]) => `Afgerond door ${toList(locale, names)}`,
    corrects: (moment: string) => `Dit verbetert het wiel van ${moment}.`,
    corrected: 'Dit wiel is later verbeterd.',
    aside: 'Dit wiel ligt opzij.',
    moments: 'Alle wielen',
    earlier: 'Eerder',
    later: 'Later',
    under: 'Leg er een ander wiel onder',
    underNone: 'Geen',
    now: (moment: string) => `Dit wiel: ${moment}`,
    scale: '0 is heel slecht. 10 is heel goed.',
    score: (topic: string) => `Cijfer voor ${topic}`,
    think: (aspects: string) => `Denk aan: ${aspects}.`,
    ownQuestion: 'Is er nog iets wat telt voor jou?',
    ownName: 'Hoe noem je het?',
    note: 'Wil je er iets bij schrijven?',
    noteOf: (topic: string) => `Bij ${topic}`,
    clear: 'Haal het cijfer weg',
    toGoal: 'Maak er een doel van',
    toGoalOf: (topic: string) => `Maak er een doel van: ${topic}`,
    close: 'Sluit',
    addOwn: 'Eigen onderwerp erbij',
    choose: (topic: string) => `${topic}: twee antwoorden tegelijk. Kies samen.`,
    chooseNone: 'Geen cijfer',
    progress: (number: number, of: number) => `Vraag ${number} van ${of}`,
    back: 'Vorige',
    next: 'Volgende',
    skip: 'Sla over',
    tableTopic: 'Onderwerp',
    tableScore: 'Cijfer',
    tableNone: 'geen',
    finish: 'Klaar',
    /** To whoever is still typing. `who`: by whom, as far as it is known. */
    ended: (who: string | null) => `${who ?? 'Een ander'} rondde dit wiel af. Wat je nog opschrijft, komt erbij.`,
    along: 'Bekijk het wiel',
    finishHint: 'Je kunt het later nog veranderen.',
    correct: 'Verbeter dit wiel',
    notesTitle: 'Wat erbij staat',
  },
}
