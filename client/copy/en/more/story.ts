/** English words of the story, and of managing a plan. */
import { toDate, toTime } from '../../format/days-and-times.ts'
import type { nlStory } from '../../nl/more/story.ts'

const locale = 'en-GB'

export const enStory: typeof nlStory = {
  manage: {
    title: 'About this plan',
    lead: 'Rename the plan, take a copy with you, or stop using it.',
    name: {
      title: 'Name',
      label: 'What is the plan called?',
      save: 'Save the name',
      saved: 'Name saved.',
    },
    choose: {
      title: 'Two names were chosen at the same time',
      text: 'Choose one together.',
      take: (title) => `Choose “${title}”`,
    },
    archive: {
      title: 'Archive',
      text: 'The plan moves out of your list. You can always bring it back.',
      go: 'Archive the plan',
      back: 'Bring the plan back',
      isArchived: 'This plan is archived.',
    },
    takeOff: {
      title: 'Remove from this device',
      text: 'The plan is removed from this device. Nothing changes for the others, and your name stays in it.',
      go: 'Remove from this device',
      confirm: {
        title: 'Remove this plan from this device?',
        lost: 'You won’t be able to open the plan here any more. To come back later, you need your key card or a new invitation.',
        others: 'The others keep the plan.',
        onlyHere: 'Note: nobody else has this plan. Once removed, only your key card brings it back.',
        unshared: 'Note: not everything is shared yet. You’ll lose what isn’t shared.',
        lastOwner: 'You’re the only one in charge of this plan. After this, nobody can invite anyone.',
        fileFirst: 'Save the plan as a file first',
        keep: 'Keep it here',
        go: 'Remove it',
      },
      failed: 'We couldn’t remove it. The plan is still here. Try again.',
    },
  },

  paper: {
    savedOn: (at) => `Saved on ${toDate(locale, at, 0)} at ${toTime(locale, at)}`,
    emptyStory: 'Nothing here yet.',
    data: 'For the computer: all data of this plan',
  },
}
