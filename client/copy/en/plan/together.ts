/** English words about inviting, and about members. */
import { isSameDay, toDate, toTime } from '../../format/days-and-times.ts'
import type { nlTogether } from '../../nl/plan/together.ts'

const locale = 'en-GB'

const when = (at: number, now: number): string =>
  isSameDay(at, now) ? `today ${toTime(locale, at)}` : `${toDate(locale, at, now)}, ${toTime(locale, at)}`

export const enTogether: typeof nlTogether = {
  invite: {
    ready: {
      title: 'The invitation is ready',
      scan: 'Ask the other person to scan this with their phone’s camera.',
      send: 'Send this link to one person. It only works once.',
      qr: 'QR code of the invitation',
      showQr: 'Show the QR code',
      linkLabel: 'The link',
      copy: 'Copy the link',
      share: 'Send the link',
      shareText: {
        'not-said': 'Would you like to join a plan? Tap the link.',
        inviters: 'Would you like to join my plan? Tap the link.',
        theirs: 'Here’s a plan for you. It will be yours. Tap the link.',
      },
      shareTextOf: (person) => `Would you like to join ${person}’s plan? Tap the link.`,
      code: 'The code',
      codeText: 'Tell them this code by phone. Don’t send it with the link. You only see it now.',
      until: (at, now) => `Works until ${when(at, now)}.`,
      waiting: 'Waiting for the other person. You can close this screen.',
      ended: {
        title: 'This invitation no longer works',
        text: 'It was used or cancelled. Nothing is lost, and you can make a new one.',
      },
      joined: (name) => `${name} has joined.`,
      joinedNameless: 'Someone has joined.',
      askName: 'This person hasn’t given a name. They don’t have to, and can do it later in the plan.',
      toPlan: 'Go to the plan',
      another: 'Invite someone else',
    },
  },

  people: {
    origin: {
      file: (who, day) =>
        `${who} made this plan from a file dated ${day}. Everything in it then was written down by ${who}.`,
      plan: (who, day) =>
        `${who} carried on here from another plan on ${day}. Everything in it then was written down by ${who}.`,
    },
    sayName: 'Add your name',
    yourName: 'What would you like to be called?',
    invite: 'Invite someone',
  },
}
