/** English words of the wheel. */
import { toDay, toList, toTime } from '../format/days-and-times.ts'
import type { nlWheel } from '../nl/wheel.ts'

const locale = 'en-GB'

export const enWheel: typeof nlWheel = {
  wheel: {
    topics: {
      'bodily-functions': 'Bodily functions',
      'mental-wellbeing': 'Mental wellbeing',
      meaningfulness: 'Meaningfulness',
      'quality-of-life': 'Quality of life',
      participation: 'Participation',
      'daily-functioning': 'Daily functioning',
      own: 'My own topic',
    },
    talkAbout: 'I want to talk about this',
    none: 'not filled in',
    either: (scores) => `${scores.join(' or ')}, choose together`,
    before: (moment, score) => `${moment}: ${score}`,

    lead: {
      none: 'A wheel shows how you are doing. You can talk about it together.',
      open: 'How are you? You may do all of it, or none.',
      drawing: 'How are you? Choose a score. You can skip anything you like.',
      finished: 'This is how it was. Tap a name for more.',
      nobody: 'There is no wheel yet.',
    },
    start: {
      mine: 'Fill in my wheel',
      again: 'Fill in a new wheel',
      goOn: 'Go on with my wheel',
      other: 'A wheel of somebody else',
      of: (name) => `Wheel of ${name}`,
      name: 'Somebody who does not take part. What are they called?',
      go: 'Begin this wheel',
    },
    ways: {
      label: 'How do you want to fill it in?',
      drawing: 'Drawing',
      questions: 'Questions',
      table: 'List',
    },
    title: (name) => `Wheel of ${name}`,
    mine: 'My wheel',
    moment: (at, now) => toDay(locale, at, now),
    momentWithTime: (at, now) => `${toDay(locale, at, now)} at ${toTime(locale, at)}`,
    momentOf: (moment, name) => `${moment}, ${name}`,
    busy: 'not ready yet',
    by: (names) => `Filled in by ${toList(locale, names)}`,
    alsoBy: (names) => `Also filled in by ${toList(locale, names)}`,
    corrects: (moment) => `This corrects the wheel of ${moment}.`,
    corrected: 'This wheel was corrected later.',
    aside: 'This wheel is set aside.',
    moments: 'All wheels',
    earlier: 'Earlier',
    later: 'Later on',
    under: 'Put another wheel under it',
    underNone: 'None',
    now: (moment) => `This wheel: ${moment}`,

    scale: '0 is very bad. 10 is very good.',
    score: (topic) => `Score for ${topic}`,
    think: (aspects) => `Think of: ${aspects}.`,
    ownQuestion: 'Is there anything else that counts for you?',
    ownName: 'What do you call it?',
    note: 'Do you want to write something with it?',
    noteOf: (topic) => `About ${topic}`,
    clear: 'Take the score away',
    toGoal: 'Make it a goal',
    toGoalOf: (topic) => `Make it a goal: ${topic}`,
    close: 'Close',
    addOwn: 'Add a topic of my own',
    choose: (topic) => `${topic}: two answers at the same time. Choose together.`,
    chooseNone: 'No score',

    progress: (number, of) => `Question ${number} of ${of}`,
    back: 'Previous',
    next: 'Next',
    skip: 'Skip',

    tableTopic: 'Topic',
    tableScore: 'Score',
    tableNone: 'none',

    finish: 'Done',
    finishHint: 'Then it stays as it is. You can always correct it.',
    correct: 'Correct this wheel',
    talkTitle: 'I want to talk about this',
    notesTitle: 'What was written with it',
  },
}
