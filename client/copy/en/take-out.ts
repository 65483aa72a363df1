/** English words about exporting and importing: paper, text, files. */
import { toDate, toTime } from '../format/days-and-times.ts'

const locale = 'en-GB'
const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`

export const enTakeOut = {
  takeOut: {
    either: (values: readonly string[]) => `${values.join(' or ')} (choose together)`,
    date: (at: number) => toDate(locale, at, 0),
    title: 'Take the plan with you',
    lead: 'Nothing leaves by itself. You choose what you take, and for whom.',
    print: {
      title: 'On paper',
      use: 'To look at together. What is still empty, you fill in with a pen.',
      seen: 'Whoever has the paper can read it.',
      go: 'Print the plan',
    },
    text: {
      title: 'As text',
      use: 'To paste into another system, such as your worker’s.',
      seen: 'Whoever may look in that system can read it.',
      go: 'Choose what you take',
      parts: 'What do you take with you?',
      preview: 'This is how it looks',
      nothing: 'Choose at least one part.',
      copy: 'Copy the text',
    },
    file: {
      title: 'As a file',
      use: 'To keep everything yourself. You can make a plan of it again later.',
      seen: 'Whoever has the file can read it.',
    },
    fhir: {
      subject: 'the person of this plan',
      title: 'For a system in health care',
      use: 'Goals, steps, wheels and who takes part, as FHIR. Your story and your conversations are not in it.',
      seen: 'Whoever has the file can read it. The name of the person the plan is about is not in it.',
      whose: 'Who is this plan about?',
      choose: 'Choose who it is about',
      go: 'Save as FHIR',
    },
    saved: 'The file is in your downloads.',

    import: {
      title: 'A plan from a file',
      lead: 'Did you keep a plan as a file? Here you make a plan of it again.',
      file: 'Choose the file',
      drop: 'Or drag it here.',
      savedOn: (at: number) => `Saved on ${toDate(locale, at, 0)} at ${toTime(locale, at)}`,
      inside: 'This is in it',
      story: 'A story',
      wish: (number: number) => count(number, 'wish', 'wishes'),
      goal: (number: number) => count(number, 'goal', 'goals'),
      step: (number: number) => count(number, 'step', 'steps'),
      checkIn: (number: number) => count(number, 'wheel', 'wheels'),
      contactCard: (number: number) => `How ${count(number, 'person likes', 'people like')} contact`,
      conversation: (number: number) => count(number, 'conversation', 'conversations'),
      talkPoint: (number: number) => count(number, 'thing to talk about', 'things to talk about'),
      empty: 'There is nothing in it yet.',
      notInside: 'This does not come along',
      left: {
        writers: 'Who wrote what down. The new plan says that you wrote all of it down.',
        history: 'Who takes part, and what was there before.',
        endings: (number: number) =>
          number === 1
            ? 'The proposal to end a goal. The goal itself does come along.'
            : `${number} proposals to end a goal. The goals themselves do come along.`,
      },
      means:
        'There will be a new plan on this device. Only you see it. What others said is in it under their name. They do not take part yet.',
      who: 'Who are you?',
      nobody: 'I am not in it',
      whoMissing: 'First choose who you are.',
      go: 'Make a plan of it',
      failed: {
        title: 'The plan could not be made',
        text: 'Nothing has changed. Try once more.',
      },
      refusedTitle: 'This file does not work',
      refused: {
        'too-large': 'This file is too large. Nothing was taken from it.',
        'not-a-plan': 'This is no plan of this app. Choose the file that you saved here.',
        damaged: 'This file is damaged or was changed. Nothing was taken from it. Do you have another copy?',
        newer: 'This file comes from a newer version. Close the app and open it again. Then try once more.',
        unreadable: 'This file cannot be read. Choose it once more.',
      },
    },

    paper: {
      storyGoesOn: 'The story goes on. The rest is in the app.',
      goesOn: 'There is more in the app.',
      moreGoals: (number: number) =>
        number === 1 ? 'And 1 more goal, in the app.' : `And ${number} more goals, in the app.`,
      moreSteps: (number: number) =>
        number === 1 ? 'And 1 more step, in the app.' : `And ${number} more steps, in the app.`,
      ended: (titles: readonly string[], number: number) =>
        `${number === 1 ? 'This goal has ended' : `${number} goals have ended`}: ${titles.join(' · ')}${number > titles.length ? ' · …' : '.'}`,
      fill: 'What is still empty, you fill in with a pen.',
      dots: 'Put a dot on each line. The middle is 0. The rim is 10.',
      step: 'Step',
      who: 'Who',
      when: 'When',
      how: 'How',
      done: 'Done?',
      about: 'What we talk about',
    },
  },
}
