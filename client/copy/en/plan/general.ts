/** English words that more than one screen uses: roles, sharing, and what can go wrong. */
import { isSameDay, toDate, toList, toTime } from '../../format/days-and-times.ts'
import type { nlGeneral } from '../../nl/plan/general.ts'

const locale = 'en-GB'

export const enGeneral: typeof nlGeneral = {
  general: {
    back: 'Back',
    notNeeded: 'optional',
    more: (rest) => `Show more (${rest} left)`,
  },

  roles: {
    owner: 'In charge of the plan',
    editor: 'Can write',
    reader: 'Can read',
  },

  sharing: {
    saving: 'Saving',
    saved: 'Saved on this device',
    notSaved: 'Not saved on this device',
    sharedAt: (at, now) =>
      isSameDay(at, now) ? `Shared\u00a0at\u00a0${toTime(locale, at)}` : `Shared on ${toDate(locale, at, now)}`,
    sharing: 'Sharing',
    notShared: 'Not shared yet',
    kept: 'Locked on the server',
    keeping: 'Sending to the server',
    onlyHere: 'Only here so far',
    stopped: 'Sharing has stopped',
    checking: 'Checking the plan',
    explain: {
      shared: 'Everyone in this plan gets what you write.',
      sharing: 'What you write is on its way to everyone in this plan.',
      'not-shared-yet': 'Not shared yet. That happens automatically once you’re online.',
      kept: 'The server holds a locked copy. Your key card brings it back.',
      keeping: 'A locked copy of what you write is going to the server.',
      'only-here': 'What you just wrote is only on this device. Once you’re online, a locked copy goes to the server.',
      checking: 'This is a copy of the plan. We’re still checking that everything in it is right.',
      practice: 'Practice plan. None of this is shared.',
    },
    offline: 'You’re offline. You can keep writing.',
    saveFailed: {
      full: {
        title: 'This device is full',
        text: 'What you write now isn’t being saved. Free up some space, or save the plan as a file.',
      },
      unavailable: {
        title: 'Only for now',
        text: 'This browser doesn’t save anything. When you close Weef, the plan is gone from this device. Save it as a file if you want to keep it.',
      },
    },
    refused: {
      'outdated-app': {
        title: 'You need a newer version',
        text: 'What you write stays on this device. Close Weef and open it again to share it.',
      },
      'read-only': {
        title: 'You can now only read',
        text: 'Someone changed what you’re allowed to do. Some of what you wrote is only on this device.',
      },
      removed: {
        title: 'You’re no longer in this plan',
        text: 'You can still read and save what’s here, but you won’t get anything new. Is this a mistake? Ask someone to invite you again.',
      },
      moved: {
        title: 'A new key card was made',
        text: 'Type it in here to read and write again. Everything here stays.',
      },
      left: {
        title: 'You have left this plan',
        text: 'You can still read the copy that’s here, but you won’t get anything new. Want to join again? Ask for a new invitation.',
      },
      closed: {
        title: 'This plan is closed',
        text: 'Nobody can write in it any more, and the server has erased it. There is still a copy on this device. You can read it, save it or remove it.',
      },
      unknown: {
        title: 'This plan can no longer be shared',
        text: 'The server no longer has this plan, or you’re no longer in it. You can still read and save what’s here. Nobody else will see what you write now.',
      },
      'log-differs': {
        title: 'Sharing has stopped',
        text: 'The server has lost part of this plan. Your text is saved on this device, and you can put back what was lost.',
      },
      forked: {
        title: 'There are now two versions of this plan',
        text: 'Someone else was given a different version from yours. They can’t be put together again. Yours is saved on this device. You can carry on with it in a new plan.',
      },
      damaged: {
        title: 'Sharing has stopped',
        text: 'Part of the plan arrived damaged. Your text is saved on this device. Get help from the people who run Weef for you.',
      },
      full: {
        title: 'This plan is full',
        text: 'There’s no room for more. Everything in it stays. What you write now is only on this device. The person in charge can carry on in a new plan.',
      },
      'share-full': {
        title: 'Your part of this plan is full',
        text: 'Others can carry on writing. Everything in the plan stays. What you write now is only on this device. The person in charge can carry on in a new plan.',
      },
      'too-large': {
        title: 'Something is too large to share',
        text: 'It’s on this device, but others don’t get it. Make it shorter or take it out. Then open Weef again.',
      },
      'relay-full': {
        title: 'Sharing isn’t working right now',
        text: 'The server has run out of room. Everything is saved on this device, and we keep trying. Get help from the people who run Weef for you.',
      },
    },
    successor: {
      nearlyFull: 'This plan is nearly full',
      nearlyFullText: 'There’s a little room left. Everything in it stays. Carry on in a new plan before it’s full.',
      goesOn: 'This plan continues in a new plan',
      here: 'You can still read everything here. Carry on writing in the new plan.',
      ask: 'You can still read everything here. Ask for an invitation to the new plan.',
      open: 'Go to the new plan',
    },
    oversteps: {
      title: (who) => `This plan was renamed by ${toList(locale, who)}`,
      titleNow: (title) => `It is now called “${title}”.`,
      titleBack: (title) => `Put back: “${title}”`,
      sections: (who) => `The parts of this plan were changed by ${toList(locale, who)}`,
      sectionsText:
        'This is about which parts you see, what they’re called and where they are. Nothing inside them has changed.',
      sectionsBack: 'Put the parts back',
      successor: (who) => `According to ${toList(locale, who)}, this plan continues somewhere else`,
      successorText: 'Only the person in charge of the plan decides that. You can carry on here.',
      successorBack: 'Remove this message',
      keep: 'Leave it like this',
      unknown: (who) => `This version of Weef can’t show something added by ${toList(locale, who)}`,
      unknownText: 'It’s kept, and the rest of the plan shows as usual. There may be a new version of Weef.',
      away: 'OK',
    },
    busy: {
      title: 'The server is busy',
      text: 'Everything is saved on this device and will be shared as soon as possible. Is it taking long? Get help from the people who run Weef for you.',
    },
    repairRelay: 'Put it back',
    tryAgain: 'Try again',
    healFailed: 'That didn’t work. Nothing has changed. Try again, or reopen Weef.',
    missingFromLog: {
      title: 'The server has lost something',
      text: (names) =>
        `It’s text by ${toList(locale, names)}. It’s still on this device, and goes back to the server as soon as their own device is online.`,
    },
    alarmTitle: 'Something isn’t right here',
  },

  opening: {
    title: 'Opening the plan',
    asLastSeen: 'As you last saw it',
    elsewhere: {
      title: 'The plan is already open',
      text: 'It is open in another tab or window. Everything is saved.',
      useHere: 'Use it here',
    },
    forNow: {
      elsewhere: 'It is open in another tab or window, only for now. Leave that open until everything is shared.',
      gone: 'You chose “Only for now”. This tab no longer has the plan. Get it back with your key card. No card? Ask the person in charge of the plan for a new invitation.',
    },
    failed: {
      'not-on-device': {
        title: 'This plan isn’t on this device',
        text: 'You may have removed it. Get it back with your key card. No card? Ask the person in charge of the plan for a new invitation.',
      },
      damaged: {
        title: 'This plan won’t open',
        text: 'The copy on this device is damaged. We haven’t thrown anything away. Is anyone else in this plan? They have a copy too.',
      },
      'not-fetched': {
        title: 'This plan can’t open right now',
        text: 'Weef can’t get a part of the app. Your plan is still on this device. Check if you have internet.',
      },
      'outdated-app': {
        title: 'You need a newer version',
        text: 'This plan was made with a newer version. Nothing is lost. Close Weef and open it again.',
      },
    },
  },
}
