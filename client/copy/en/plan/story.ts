/** English words of the story, and of managing a plan. */
import { toDate, toList, toTime } from '../../format/days-and-times.ts'
import type { nlStory } from '../../nl/plan/story.ts'

const locale = 'en-GB'

const together = {
  noGoals: 'There are no goals yet. Choose one thing to change together.',
  step: 'What is the step?',
  noSteps: 'There are no steps yet. A small step brings a goal closer. What could come first?',
}

export const enStory: typeof nlStory = {
  plan: {
    sections: 'In this plan',
    story: 'My story',
    wheel: 'My wheel',
    goals: 'Wishes, goals, steps',
    conversations: 'Conversations',
    contact: 'How to contact me',
    people: 'People in this plan',
    invite: 'Invite',
    changes: 'What has changed',
    manage: 'About this plan',
  },

  whose: {
    nobodys: { story: 'Story', wheel: 'Wheel', contact: 'How to get in touch' },
    begin: {
      of: (name) => ({
        parts: { story: `${name}’s story`, wheel: `${name}’s wheel` },
        on: { story: `Next: ${name}’s story`, wheel: `Next: ${name}’s wheel` },
        go: { story: `Start here: ${name}’s story`, wheel: `Next: fill in the wheel with ${name}` },
      }),
      nobodys: {
        parts: { story: 'The story', wheel: 'The wheel' },
        on: { story: 'Next: the story', wheel: 'Next: the wheel' },
        go: { story: 'Start here: the story', wheel: 'Next: fill in the wheel' },
      },
    },
    goals: {
      of: (name) => ({
        lead: `What does ${name} hope for and want to achieve? And what will you do together to get there?`,
        wish: `What does ${name} wish for?`,
        goal: `What does ${name} want to achieve?`,
        ...together,
      }),
      nobodys: {
        lead: 'What are the wishes? What is the goal? And what will it take?',
        wish: 'What is the wish?',
        goal: 'What is the goal?',
        ...together,
      },
    },
    wheel: {
      start: (name) => `Fill in the wheel with ${name}`,
      again: (name) => `Fill in a new wheel with ${name}`,
      goOn: (name) => `Carry on with ${name}’s wheel`,
      own: 'My own wheel',
      ownOrOther: 'My own wheel, or someone else’s',
      leadOfNobody: {
        none: 'A wheel shows how things are going, so that you can talk about it together.',
        open: 'How are things? Fill it in together. Skip anything you like.',
        drawing: 'How are things? Choose a score together. Skip anything you like.',
      },
      lead: {
        none: (name) => `A wheel shows how ${name} is doing, so that you can talk about it together.`,
        open: (name) => `How is ${name} doing? Fill in what ${name} says. Skip anything you like.`,
        drawing: (name) => `How is ${name} doing? Choose the score that ${name} gives. Skip anything you like.`,
      },
    },
  },

  story: {
    leads: {
      owner: 'Write what matters to you. What you write stays yours.',
      editor: 'You can write here too. What someone else wrote stays theirs.',
      reader: 'You can read this. The others do the writing.',
    },
    exampleOfAnother: 'For example: how are things now? What could be different?',
    empty: 'Nothing has been written yet.',
    loading: 'Opening the story …',
    authors: {
      show: 'Who wrote what?',
      back: 'Back to the story',
      lead: 'Each piece shows who wrote it.',
      note: 'Anyone who pastes, splits or puts back a piece is named too. Removed words don’t show here.',
      within: (names) => `${names}:`,
      left: (name) => `${name} (no longer in this plan)`,
      namelessLeft: 'Someone who’s no longer in this plan',
      fromFile: (name) => `From ${name}’s file`,
      nth: (name, count) => `${name} (${count})`,
      unknown: 'Not known yet who',
    },
    editor: {
      placeholder: 'For example: how is it going? What do you want to be different?',
      bold: 'Bold',
      italic: 'Italic',
      heading: 'Heading',
      bulletList: 'Bullets',
      orderedList: 'Numbers',
      link: 'Link',
      linkAddress: 'Web address',
      linkAdd: 'Add a link',
      linkRemove: 'Remove the link',
      linkWrong: 'This isn’t a web address. It starts with https://',
      cancel: 'Cancel',
      undo: 'Undo',
      redo: 'Redo',
      toolbar: 'Formatting',
      tooLarge: 'This text is too long, so nothing was added. Paste a shorter piece.',
      large: 'This plan has grown large. It may be slow on old phones.',
      outdated:
        'This contains something from a newer version. You can read it. To write, close Weef and open it again.',
      tooMuch: 'This story is too long to write in. Nothing is lost. You can still read it.',
      tooMuchOf: (who) => `The large part was added by ${toList(locale, who)}.`,
      takeOutLarge: 'Take the large part out and carry on writing',
      takeOutLargeNote: 'It won’t be lost. You’ll find it under “What has changed”.',
      more: (rest) => `Show more (${rest} left)`,
      unknownOf: (who) => `It was added by ${toList(locale, who)}.`,
      takeOut: 'Take it out and carry on writing',
      takeOutWords: (words) => `This will be removed: “${words}”`,
    },
  },

  here: {
    onlyMe: 'Here now: only you',
    withOthers: (names) => `Here now: ${toList(locale, ['you', ...names])}`,
  },

  whoSees: {
    title: 'Who can see this?',
    onlyMe: 'Only you.',
    onlyMeYet: 'Only you for now. Whoever you invited sees the whole plan once they join.',
    people: (count) =>
      `Only the people in this plan: you and ${count === 1 ? '1 other person' : `${count} other people`}.`,
    circle: 'Everyone in this plan sees all of it.',
    look: 'See who’s in this plan',
  },

  manage: {
    keep: {
      file: 'Save the plan as a file',
    },
    successor: {
      title: 'Carry on in a new plan',
      text: 'The new plan starts with everything that’s in this plan now. What you removed doesn’t come along.',
      after: 'You’ll need to invite people again. This plan stays, and you can always read it.',
      go: 'Start the new plan',
    },
  },

  paper: {
    printedOn: (at) => `Printed on ${toDate(locale, at, 0)} at ${toTime(locale, at)}`,
    people: 'People in this plan',
  },
}
