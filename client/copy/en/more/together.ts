/** English words about inviting, and about members. */
import { isSameDay, toDate, toTime } from '../../format/days-and-times.ts'
import type { nlTogether } from '../../nl/more/together.ts'

const locale = 'en-GB'

const when = (at: number, now: number): string =>
  isSameDay(at, now) ? `today ${toTime(locale, at)}` : `${toDate(locale, at, now)}, ${toTime(locale, at)}`

export const enTogether: typeof nlTogether = {
  invite: {
    title: 'Invite someone',
    first: {
      title: 'What will the others see?',
      all: 'The whole plan.',
      past: 'Also what was in it before, and text that was removed.',
      private: 'Want to keep something to yourself? Don’t put it in this plan.',
    },
    who: 'Who are you inviting?',
    handOver: 'The person this plan is for',
    handOverText: 'The plan will be theirs. You can still write in it.',
    editor: 'Someone who can write',
    editorText: 'Can read and write everything.',
    reader: 'Someone who can read',
    readerText: 'Can read everything. Can’t change anything.',
    how: 'How will you give the invitation?',
    room: 'We’re together now',
    roomText: 'The other person scans a code on your screen. Works for 10 minutes.',
    link: 'I’ll send a link',
    linkText: 'By message or e‑mail. Works once, within 7 days.',
    withCode: 'With a 6-digit code',
    withCodeText: 'Extra safe: anyone who finds the link needs the code too. Tell them the code by phone.',
    go: 'Make the invitation',
    notOwner: {
      title: 'Only the person in charge can invite people',
      text: 'Ask the person in charge of the plan.',
      look: 'See who that is',
    },
    failed: {
      'too-many': {
        title: 'There are too many unused invitations.',
        text: 'Cancel one first, or wait until someone joins. Nothing is lost.',
      },
      'used-up': {
        title: 'You’ve made too many invitations to this plan.',
        text: 'You can’t make any more. If someone else is in charge too, they still can. If not, you can carry on in a new plan. Nothing is lost.',
      },
      refused: {
        title: 'We couldn’t make the invitation.',
        text: 'Nothing is lost. Try again in a while.',
      },
    },
    waits: {
      offline: 'You’re offline. You can still make the invitation.',
      busy: 'The server is busy. You can still make the invitation.',
      later: 'This invitation will work once this device has been online.',
    },
    organisation: {
      title: 'Inviting on behalf of an organisation?',
      label: 'Name of the organisation',
      hint: 'For example: East Neighbourhood Team. The person you invite sees this beside your name.',
    },
    nameless: 'You haven’t given a name yet, so there’s no name in the invitation.',
    lookAtOpen: 'See the invitations',
  },

  people: {
    title: 'People in this plan',
    lead: 'These people see the whole plan. Nobody else does.',
    leadEnded: 'These people took part while you still did. That may have changed.',
    list: 'People in this plan',
    here: 'Here now',
    saveName: 'Save',
    changeName: 'Change your name',
    yourColour: 'Your colour',
    colours: ['Red', 'Blue', 'Purple', 'Yellow', 'Pink', 'Green'],
    changeRoleOf: (name) => `Change what ${name} can do`,
    whichRole: (name) => `What can ${name} do?`,
    saveRole: 'Save',
    leaveRole: 'Cancel',
    roleFailed: 'That didn’t work. Nothing has changed. Try again when you’re online.',
    rights: {
      owner: 'Chooses who’s in the plan and what they can do. Can also remove you.',
      editor: 'Can read and write everything.',
      reader: 'Can read everything. Can’t change anything.',
    },
    leave: 'Leave this plan',
    invitations: 'Open invitations',
    until: (at, now) => `Works until ${when(at, now)}`,
    waits: 'Doesn’t work yet: waiting for a connection',
    notMade: {
      'too-many': 'Failed: there are too many open invitations',
      'used-up': 'Failed: no more invitations are possible',
      refused: 'Failed: you can no longer do this in this plan',
    },
    madeBy: (whose) => `Made by ${whose}`,
    made: (name, count) => `${name} made ${count} invitations`,
    madeMany: (name) => `Not happy with this? Remove ${name} from the plan. These invitations will stop working too.`,
    copy: 'Copy the link',
    cancel: 'Cancel invitation',
    cancelThis: (role) => `Cancel invitation: ${role}`,
    confirm: {
      title: 'Cancel the invitation?',
      text: 'The link will stop working. You can always make a new one.',
      keep: 'Keep it',
      go: 'Cancel it',
    },
    cancelFailed: 'We couldn’t cancel it. The invitation still works. Try again when you’re online.',
  },
}
