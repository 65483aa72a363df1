/** English words that more than one screen uses: roles, sharing, and what can go wrong. */
import { isSameDay, toDate, toList, toTime } from '../format/days-and-times.ts'
import type { nlGeneral } from '../nl/general.ts'

const locale = 'en-GB'

export const enGeneral: typeof nlGeneral = {
  general: {
    leave: 'Leave fast',
    toHome: 'To your plans.',
    back: 'Back',
    language: 'Language',
    notNeeded: 'not needed',
    nameless: 'Someone without a name',
    namelessWithin: 'someone without a name',
    you: 'You',
    youWithin: 'you',
    noMember: (name) => `${name} (does not take part)`,
    youAreNamed: (name) => `${name} (you)`,
    more: (rest) => `Show more (${rest} left)`,
    untitled: 'Plan without a name',
    copied: 'Copied',
    copyFailed: 'Copying did not work',
    wait: 'One moment …',
    busy: 'Busy …',
    notFound: 'This page does not exist.',
    brokenScreen: {
      title: 'This screen does not work',
      text: 'Something went wrong. What you wrote is saved. Open Weef again.',
    },
    reload: 'Open again',
    skipToContent: 'Go to the content',
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
    kept: 'Also locked at the service',
    keeping: 'On its way to the service',
    onlyHere: 'Only here so far',
    stopped: 'Sharing has stopped',
    checking: 'We are checking the plan',
    explain: {
      shared: 'Whoever takes part gets what you write.',
      sharing: 'What you write is on its way to whoever takes part.',
      'not-shared-yet': 'Not shared yet. That happens by itself when there is a connection.',
      kept: 'A copy is locked at the service. You get it back with your key card.',
      keeping: 'What you write goes to the service, locked.',
      'only-here': 'What you just wrote is only on this device. With a connection it goes to the service, locked.',
      checking: 'You see a copy of the plan. We are still checking that all of it is right.',
      practice: 'Practice plan. None of this is shared.',
    },
    offline: 'No connection. You can just keep writing.',
    saveFailed: {
      full: {
        title: 'This device is full',
        text: 'What you write now is not saved. Make some room, or save the plan as a file.',
      },
      unavailable: {
        title: 'Only for now',
        text: 'This browser saves nothing. When you close Weef, the plan is gone from this device. Save it as a file if you want to keep it.',
      },
    },
    refused: {
      'outdated-app': {
        title: 'A new version is needed',
        text: 'What you write stays on this device. Close Weef and open it again. Then it will be shared again.',
      },
      'read-only': {
        title: 'You can only read now',
        text: 'Someone changed what you may do. Part of what you wrote is only on this device. Save the plan as a file if you want to keep it.',
      },
      removed: {
        title: 'You no longer take part in this plan',
        text: 'You can still read and save what is here. You get nothing new. Is that not right? Ask someone to invite you again.',
      },
      moved: {
        title: 'A new key card was made',
        text: 'Type it here. Then you read and write here again. What is here stays.',
      },
      left: {
        title: 'You have left this plan',
        text: 'A copy to read is still here. You get nothing new. Do you want to take part again? Ask for a new invitation.',
      },
      closed: {
        title: 'This plan is closed',
        text: 'Nobody can write in it any more, and the service has erased it. A copy is still on this device. You can read it, save it or take it off.',
      },
      unknown: {
        title: 'This plan can no longer be shared',
        text: 'The service no longer knows this plan, or you no longer take part in it. You can still read and save what is here. What you write now, nobody else sees.',
      },
      'log-differs': {
        title: 'Sharing has stopped',
        text: 'The service has lost something of this plan. Your text is saved on this device. You can put back what the service has lost.',
      },
      forked: {
        title: 'There are two plans now',
        text: 'Someone else was given another plan than you. The two cannot become one again. Your plan is saved on this device. You can go on with it in a new plan.',
      },
      damaged: {
        title: 'Sharing has stopped',
        text: 'A part of the plan arrived damaged. Your text is saved on this device. Ask whoever runs Weef for you for help.',
      },
      full: {
        title: 'This plan is full',
        text: 'Nothing more fits in. Everything in it stays. What you write now is only on this device. The person in charge of the plan can go on in a new plan.',
      },
      'share-full': {
        title: 'Your part of this plan is full',
        text: 'Others can go on writing. Everything in the plan stays. What you write now is only on this device. The person in charge of the plan can go on in a new plan.',
      },
      'too-large': {
        title: 'A piece is too large to share',
        text: 'It is on this device, and others do not get it. Make it shorter or take it out. Then open Weef again.',
      },
      'relay-full': {
        title: 'Sharing does not work now',
        text: 'The service has no room left. Everything is saved on this device. We keep trying. Ask whoever runs Weef for you for help.',
      },
    },
    successor: {
      nearlyFull: 'This plan is nearly full',
      nearlyFullText: 'A little more fits in. Everything in it stays. Go on in a new plan in time.',
      goesOn: 'This plan goes on in a new plan',
      here: 'You can still read everything here. Write on in the new plan.',
      ask: 'You can still read everything here. Ask for an invitation to the new plan.',
      open: 'To the new plan',
    },
    oversteps: {
      title: (who) => `${toList(locale, who)} gave this plan another name`,
      titleNow: (title) => `It is now called “${title}”.`,
      titleBack: (title) => `Put back: “${title}”`,
      sections: (who) => `${toList(locale, who)} changed the parts of this plan`,
      sectionsText:
        'That is which parts you see, what they are called and where they are. What is in them is the same.',
      sectionsBack: 'Put the parts back',
      successor: (who) => `${toList(locale, who)} wrote that this plan goes on somewhere else`,
      successorText: 'Only whoever is in charge of the plan decides that. You can carry on here.',
      successorBack: 'Take this message away',
      keep: 'Leave it like this',
      unknown: (who) => `There is something here that this version of Weef does not know, by ${toList(locale, who)}`,
      unknownText: 'It is kept. You see the rest of the plan as always. There may be a new version of Weef.',
      away: 'Fine',
    },
    busy: {
      title: 'The service is busy',
      text: 'Everything is saved on this device. It will be shared by itself as soon as possible. Does it take long? Ask whoever runs Weef for you for help.',
    },
    repairRelay: 'Put it back',
    tryAgain: 'Try again',
    healFailed: 'That does not work now. Nothing has changed. Try again, or open Weef again.',
    missingFromLog: {
      title: 'The service has lost something',
      text: (names) =>
        `It is text of ${toList(locale, names)}. It is still on this device. It comes back to the service as soon as their own device connects.`,
    },
    alarmTitle: 'Something does not add up here',
  },

  device: {
    storage: {
      ready: 'Everything is on this device. You need no internet.',
      coming: 'Not everything is on this device yet. That takes internet.',
      memory: 'Only for now. When you close Weef, everything is gone from this device.',
    },
    memoryReason: {
      full: 'This device is full. Make room and open Weef again.',
      unavailable: 'This browser saves nothing. Perhaps private browsing is on.',
      blocked:
        'Your plans are still here. Another tab with an old version of Weef holds on to them. Close that tab and open Weef again.',
      'outdated-app':
        'Your plans are still here. This is an old version of Weef. Close all tabs of Weef and open it again.',
      chosen: 'You chose this yourself.',
    },
    persistence: {
      unknown: '',
      granted: 'This device does not clear your plans by itself.',
      refused: 'Not using Weef for a long time? Then this device may clear your plans. Save a plan as a file too.',
    },
  },

  opening: {
    title: 'The plan is opening',
    elsewhere: {
      title: 'The plan is open already',
      text: 'It is open in another tab or window. Everything is saved.',
      useHere: 'Use it here',
    },
    failed: {
      'not-on-device': {
        title: 'This plan is not on this device',
        text: 'Perhaps you took it off. Get it back with your key card. No card? Ask the person in charge of the plan for a new invitation.',
      },
      damaged: {
        title: 'This plan does not open',
        text: 'The copy on this device is damaged. We threw nothing away. Does anyone else take part? They have a copy too.',
      },
      'outdated-app': {
        title: 'A new version is needed',
        text: 'This plan was made with a newer version. Nothing is lost. Close Weef and open it again.',
      },
    },
    toHome: 'To your plans',
  },

  update: {
    title: 'There is a new version',
    text: 'What you wrote stays saved.',
    now: 'Update now',
    later: 'Later',
  },

  insecure: {
    title: 'Weef does not work here',
    text: 'This address is not secure. That is why we cannot lock your plans here. Nothing is lost.',
    next: 'Use an address that begins with https. Ask whoever gave you this address.',
  },

  left: { title: 'Empty page', open: 'Open' },
}
