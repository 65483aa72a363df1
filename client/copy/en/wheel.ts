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
      own: 'Own topic',
    },
    talkAbout: 'I want to talk about this',
    none: 'not filled in',
    either: (scores) => `${scores.join(' or ')}, choose together`,
    before: (moment, score) => `${moment}: ${score}`,

    lead: {
      none: 'A wheel shows how you are doing. You can talk about it together.',
      open: 'How are you? Skip anything you like.',
      drawing: 'How are you? Choose a score. Skip anything you like.',
      finished: 'Tap a topic to read more about it.',
      nobody: 'No wheel yet.',
    },
    start: {
      mine: 'Fill in my wheel',
      again: 'Fill in a new wheel',
      goOn: 'Carry on with my wheel',
      other: 'Someone else’s wheel',
      of: (name) => `A wheel for ${name}`,
      name: 'Someone who isn’t in this plan. What is their name?',
      go: 'Start this wheel',
    },
    ways: {
      label: 'How do you want to fill it in?',
      drawing: 'Drawing',
      questions: 'Questions',
      table: 'List',
    },
    title: (name) => `${name}’s wheel`,
    mine: 'My wheel',
    moment: (at, now) => toDay(locale, at, now),
    momentWithTime: (at, now) => `${toDay(locale, at, now)} at ${toTime(locale, at)}`,
    mineOf: (moment) => `your wheel, ${moment}`,
    momentOf: (moment, name) => `${moment}, ${name}`,
    busy: 'not finished yet',
    by: (names) => `Filled in by ${toList(locale, names)}`,
    alsoBy: (names) => `Also filled in by ${toList(locale, names)}`,
    corrects: (moment) => `This corrects the wheel from ${moment}.`,
    corrected: 'This wheel was corrected later.',
    aside: 'This wheel has been set aside.',
    moments: 'All wheels',
    earlier: 'Previous wheel',
    later: 'Next wheel',
    under: 'Compare with another wheel',
    underNone: 'None',
    now: (moment) => `This wheel: ${moment}`,

    scale: '0 is very bad. 10 is very good.',
    score: (topic) => `Score for ${topic}`,
    think: (aspects) => `For example: ${aspects}.`,
    ownQuestion: 'Is there anything else that matters to you?',
    ownName: 'What would you call it?',
    note: 'Would you like to add anything?',
    noteOf: (topic) => `About ${topic}`,
    clear: 'Clear the score',
    toGoal: 'Turn into a goal',
    toGoalOf: (topic) => `Turn into a goal: ${topic}`,
    close: 'Close',
    addOwn: 'Add another topic',
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
    finishHint: 'You can still change it later.',
    correct: 'Correct this wheel',
    talkTitle: 'I want to talk about this',
    notesTitle: 'Comments',
  },
}
