/** English words about exporting and importing: paper, text, files. */
import { toDate, toTime } from '../../format/days-and-times.ts'

const locale = 'en-GB'
const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`
export const enTakeOut = {
  takeOut: {
    import: {
      lead: 'Did you save a plan as a file? Turn it into a plan again here.',
      file: 'Choose the file',
      drop: 'Or drag it here.',
      savedOn: (at: number) => `Saved on ${toDate(locale, at, 0)} at ${toTime(locale, at)}`,
      inside: 'What’s in it',
      story: 'A story',
      wish: (number: number) => count(number, 'wish', 'wishes'),
      goal: (number: number) => count(number, 'goal', 'goals'),
      step: (number: number) => count(number, 'step', 'steps'),
      checkIn: (number: number) => count(number, 'wheel', 'wheels'),
      contactCard: (number: number) => `How to contact ${count(number, 'person', 'people')}`,
      conversation: (number: number) => count(number, 'conversation', 'conversations'),
      talkPoint: (number: number) => count(number, 'thing to talk about', 'things to talk about'),
      empty: 'It’s still empty.',
      notInside: 'What doesn’t come along',
      left: {
        writers: 'Who wrote what. The new plan will say that you wrote it all down.',
        history: 'Who was in the plan, and what was there before.',
        endings: (number: number) =>
          number === 1
            ? 'The suggestion to end a goal. The goal itself does come along.'
            : `${number} suggestions to end a goal. The goals themselves do come along.`,
      },
      means:
        'This makes a new plan on this device that only you can see. What others said is in it under their name, but they’re not in the plan yet.',
      who: 'Who are you?',
      nobody: 'I’m not in it',
      whoMissing: 'First choose who you are.',
      go: 'Turn it into a plan',
      failed: {
        title: 'We couldn’t make the plan',
        text: 'Nothing has changed. Try again.',
      },
      refusedTitle: 'We can’t use this file',
      refused: {
        'too-large': 'This file is too large. Nothing was taken from it.',
        'not-a-plan': 'This isn’t a plan from this app. Choose the file you saved here.',
        damaged: 'This file is damaged or was changed. Nothing was taken from it. Do you have another copy?',
        newer: 'This file is from a newer version. Close Weef, open it and try again.',
        unreadable: 'We can’t read this file. Choose it again.',
      },
    },
    title: 'Take the plan with you',
    lead: 'Nothing leaves by itself. You choose what to take, and who it’s for.',
    print: {
      title: 'On paper',
      use: 'To look at together. Fill in anything that’s empty with a pen.',
      seen: 'Anyone who has the paper can read it.',
      go: 'Print the plan',
    },
    text: {
      title: 'As text',
      use: 'To paste into another system, such as a support worker’s.',
      seen: 'Anyone with access to that system can read it.',
      go: 'Choose what to take',
      parts: 'What do you want to take?',
      preview: 'This is how it looks',
      nothing: 'Choose at least one part.',
      copy: 'Copy the text',
    },
    file: {
      title: 'As a file',
      use: 'To keep everything yourself. You can turn it into a plan again later.',
      seen: 'Anyone who has the file can read it.',
    },
    fhir: {
      subject: 'the person this plan is for',
      title: 'For a healthcare system',
      use: 'Goals, steps, wheels and the people in this plan, as FHIR. The story and the conversations aren’t in it.',
      seen: 'Anyone who has the file can read it. It doesn’t name the person the plan is about. Check that none of you wrote the name down, in a goal for example.',
      whose: 'Who is this plan about?',
      workers: 'Who helps with this as part of their job?',
      workersHint: 'A support worker or a doctor, for example. The file lists everyone else as family or friends.',
      choose: 'Choose who it is about',
      go: 'Save as FHIR',
    },
    saved: 'The file is in your downloads.',
  },
}
