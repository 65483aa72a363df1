/** English words about inviting, and about members. */
import { isSameDay, toDate, toTime } from '../format/days-and-times.ts'
import type { nlTogether } from '../nl/together.ts'

const locale = 'en-GB'

const when = (at: number, now: number): string =>
  isSameDay(at, now) ? `today ${toTime(locale, at)}` : `${toDate(locale, at, now)}, ${toTime(locale, at)}`

export const enTogether: typeof nlTogether = {
  invite: {
    title: 'Invite someone',
    first: {
      title: 'What does someone who takes part see?',
      all: 'The whole plan.',
      past: 'Also what was in it before, and text that was removed.',
      private: 'Do you want to keep something to yourself? Then do not put it in this plan.',
    },
    who: 'Who do you invite?',
    handOver: 'The person this plan is for',
    handOverText: 'The plan becomes theirs. You can still write in it.',
    editor: 'Someone who can write',
    editorText: 'Can read and write everything.',
    reader: 'Someone who reads along',
    readerText: 'Can read everything. Can change nothing.',
    how: 'How do you give the invitation?',
    room: 'We are together now',
    roomText: 'The other person scans a code on your screen. Works for 10 minutes.',
    link: 'I send a link',
    linkText: 'In a message or e‑mail. Works for 7 days, once.',
    withCode: 'With a 6-digit code',
    withCodeText: 'Extra safe: whoever finds the link needs the code too. Say the code over the phone.',
    go: 'Make the invitation',
    notOwner: {
      title: 'The person in charge of the plan does that',
      text: 'Only the person in charge of the plan can invite someone.',
      look: 'See who that is',
    },
    failed: {
      'too-many': {
        title: 'There are too many invitations that nobody has used yet.',
        text: 'Cancel one first, or wait until someone takes part. Nothing is lost.',
      },
      'used-up': {
        title: 'You have made very many invitations to this plan.',
        text: 'You cannot make more. Is somebody else in charge of the plan too? They still can. If not, you can go on in a new plan. Nothing is lost.',
      },
      refused: {
        title: 'Making the invitation did not work.',
        text: 'Nothing is lost. Try again in a while.',
      },
    },
    waits: {
      offline: 'There is no connection now. You can still make the invitation.',
      busy: 'The service is busy now. You can still make the invitation.',
      later: 'This invitation works as soon as this device has had a connection.',
    },
    organisation: {
      title: 'Do you invite for an organisation?',
      label: 'Name of the organisation',
      hint: 'For example: East Neighbourhood Team. Whoever you invite reads this beside your name.',
    },
    nameless: 'You have not given a name yet. Then there is no name in the invitation.',
    lookAtOpen: 'See the invitations',
    ready: {
      title: 'The invitation is ready',
      scan: 'Let the other person scan this with the camera of their phone.',
      send: 'Send this link to one person. The link works once.',
      qr: 'QR code of the invitation',
      showQr: 'Show the QR code',
      linkLabel: 'The link',
      copy: 'Copy the link',
      share: 'Send the link',
      shareText: {
        'not-said': 'Do you want to take part in a plan? Tap the link.',
        inviters: 'Do you want to take part in my plan? Tap the link.',
        theirs: 'Here is a plan. It becomes yours. Tap the link.',
      },
      shareTextOf: (person) => `Do you want to take part in the plan of ${person}? Tap the link.`,
      code: 'The code',
      codeText: 'Say this code over the phone. Do not send it with the link. You see it only now.',
      until: (at, now) => `Works until ${when(at, now)}.`,
      waiting: 'We are waiting for the other person. You can also close this screen.',
      ended: {
        title: 'This invitation no longer works',
        text: 'It was used or cancelled. Nothing is lost. You can make a new one.',
      },
      joined: (name) => `${name} takes part now.`,
      joinedNameless: 'Someone takes part now.',
      askName: 'This person has not given a name yet. They do not need to. They can do it later, in the plan.',
      toPlan: 'Go to the plan',
      another: 'Invite someone else',
    },
  },

  people: {
    origin: {
      file: (who, day) =>
        `${who} put this plan here, from a file of ${day}. What it held then was written down by ${who}.`,
      plan: (who, day) =>
        `${who} went on in this plan on ${day}, from another plan. What it held then was written down by ${who}.`,
    },
    title: 'People in this plan',
    lead: 'These people see the whole plan. Nobody else does.',
    list: 'People who take part',
    here: 'Here now',
    sayName: 'Say what you are called',
    yourName: 'What do you want to be called?',
    saveName: 'Save',
    changeName: 'Change your name',
    yourColour: 'Which colour do you want?',
    colours: ['Red', 'Blue', 'Purple', 'Yellow', 'Pink', 'Green'],
    changeRoleOf: (name) => `Change what ${name} may do`,
    whichRole: (name) => `What may ${name} do?`,
    saveRole: 'Save',
    leaveRole: 'Do not change',
    roleFailed: 'This does not work now. Nothing has changed. Try when there is a connection.',
    rights: {
      owner: 'Chooses who takes part and what they may do. Can take you out of the plan too.',
      editor: 'Can read and write everything.',
      reader: 'Can read everything. Cannot change anything.',
    },
    invite: 'Invite someone',
    leave: 'I no longer want to take part',
    invitations: 'Open invitations',
    until: (at, now) => `Works until ${when(at, now)}`,
    waits: 'Does not work yet: waits for a connection',
    notMade: {
      'too-many': 'Did not work: there are too many open invitations',
      'used-up': 'Did not work: no more invitations are possible',
      refused: 'Did not work: you may no longer do this in this plan',
    },
    madeBy: (whose) => `Made by ${whose}`,
    made: (name, count) => `${name} made ${count} invitations`,
    madeMany: (name) =>
      `Do you not want this? Take ${name} out of the plan. Then these invitations no longer work either.`,
    copy: 'Copy the link',
    cancel: 'Cancel',
    cancelThis: (role) => `Cancel: ${role}`,
    confirm: {
      title: 'Cancel the invitation?',
      text: 'The link will no longer work. You can always make a new one.',
      keep: 'Leave it',
      go: 'Cancel it',
    },
    cancelFailed: 'Cancelling does not work now. The invitation still works. Try when there is a connection.',
  },
}
