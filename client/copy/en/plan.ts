/** English words of the story, and of managing a plan. */
import { toDate, toList, toTime } from '../format/days-and-times.ts'
import type { nlPlan } from '../nl/plan.ts'

const locale = 'en-GB'

export const enPlan: typeof nlPlan = {
  plan: {
    sections: 'In this plan',
    overview: 'Plan',
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
    of: {
      story: (name) => `${name}’s story`,
      wheel: (name) => `${name}’s wheel`,
      contact: (name) => `How to contact ${name}`,
    },
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
    wheel: {
      start: (name) => `Fill in the wheel with ${name}`,
      again: (name) => `Fill in a new wheel with ${name}`,
      goOn: (name) => `Carry on with ${name}’s wheel`,
      own: 'My own wheel',
      lead: {
        none: (name) => `A wheel shows how ${name} is doing, so that you can talk about it together.`,
        open: (name) => `How is ${name} doing? Fill in what ${name} says. Skip anything you like.`,
        drawing: (name) => `How is ${name} doing? Choose a score: what ${name} says. Skip anything you like.`,
      },
    },
  },

  story: {
    leads: {
      owner: 'Write what matters to you. What you write stays yours.',
      editor: 'You can write here too. What someone else wrote stays theirs.',
      reader: 'You can read this. The others do the writing.',
    },
    empty: 'Nothing has been written yet.',
    loading: 'Opening the story …',
    authors: {
      show: 'Who wrote what?',
      back: 'Back to the story',
      lead: 'Each piece shows who wrote it.',
      note: 'Whoever pastes, splits or puts back a piece is named there too. Words that are gone do not show here.',
      within: (names) => `${names}:`,
      left: (name) => `${name} (no longer takes part)`,
      namelessLeft: 'Someone who no longer takes part',
      fromFile: (name) => `From a file of ${name}`,
      nth: (name, count) => `${name} (${count})`,
      unknown: 'Not known yet who',
    },
    editor: {
      placeholder: 'For example: how is it going? What do you want to be different?',
      bold: 'Bold',
      italic: 'Italic',
      heading: 'Heading',
      bulletList: 'List with dots',
      orderedList: 'List with numbers',
      link: 'Link',
      linkAddress: 'Address of the link',
      linkAdd: 'Make a link',
      linkRemove: 'Remove the link',
      linkWrong: 'This is not an address. An address begins with https://',
      cancel: 'Cancel',
      undo: 'Undo',
      redo: 'Redo',
      toolbar: 'Formatting',
      tooLarge: 'This text is too large. Nothing of it was added. Paste a smaller piece.',
      large: 'This plan has become large. Old phones may be slow with it.',
      outdated:
        'This holds something from a newer version. You can read it. Want to write? Close Weef and open it again.',
      tooMuch: 'This story is too large to write in. Nothing is gone. You can read it below.',
      tooMuchOf: (who) => `The large part is from ${toList(locale, who)}.`,
      takeOutLarge: 'Take the large part out and go on writing',
      takeOutLargeNote: 'It is not gone then. You find it again under “What has changed”.',
      more: (rest) => `Show more (${rest} left)`,
      unknownOf: (who) => `It is from ${toList(locale, who)}.`,
      takeOut: 'Take it out and go on writing',
      takeOutWords: (words) => `This then goes: “${words}”`,
    },
  },

  here: {
    onlyMe: 'Here now: only you',
    withOthers: (names) => `Here now: ${toList(locale, ['you', ...names])}`,
  },

  whoSees: {
    title: 'Who sees this?',
    onlyMe: 'Only you.',
    people: (count) =>
      `Only people who take part: you and ${count === 1 ? '1 other person' : `${count} other people`}.`,
    circle: 'Whoever takes part sees the whole plan.',
    look: 'See who takes part',
    invite: 'Invite someone',
  },

  manage: {
    title: 'About this plan',
    lead: 'Give the plan a name, take a copy with you, or stop with it.',
    name: {
      title: 'Name',
      label: 'What is the plan called?',
      save: 'Save the name',
      saved: 'The name is saved.',
    },
    choose: {
      title: 'Two names were chosen at the same time',
      text: 'Choose together which name it will be.',
      take: (title) => `Choose “${title}”`,
    },
    keep: {
      file: 'Save everything as a file',
    },
    successor: {
      title: 'Go on in a new plan',
      text: 'The new plan begins with everything that is in this plan now. What you took out does not come along.',
      after: 'You invite those who take part again. This plan stays. You can always read it.',
      go: 'Begin the new plan',
    },
    archive: {
      title: 'Put away',
      text: 'The plan leaves your list. You can always bring it back.',
      go: 'Put the plan away',
      back: 'Bring the plan back',
      isArchived: 'This plan is put away.',
    },
    takeOff: {
      title: 'Take off this device',
      text: 'The plan leaves this device. For the others nothing changes, and your name stays with them.',
      go: 'Take it off this device',
      confirm: {
        title: 'Take this plan off this device?',
        lost: 'You can then no longer open the plan here. Want to take part again later? You can with your key card or a new invitation.',
        others: 'The others keep the plan.',
        onlyHere: 'Note: nobody else has this plan. If you take it off, only your key card brings it back.',
        unshared: 'Note: not everything is shared yet. You lose what is not shared.',
        lastOwner: 'You are the only one in charge of this plan. After this nobody can invite anyone any more.',
        fileFirst: 'Save everything as a file first',
        keep: 'Leave it here',
        go: 'Take it off',
      },
      failed: 'Taking it off did not work. The plan is still here. Try once more.',
    },
  },

  paper: {
    savedOn: (at) => `Saved on ${toDate(locale, at, 0)} at ${toTime(locale, at)}`,
    printedOn: (at) => `Printed on ${toDate(locale, at, 0)} at ${toTime(locale, at)}`,
    people: 'People in this plan',
    emptyStory: 'There is nothing here yet.',
    data: 'For the computer: all data of this plan',
  },
}
