/** English words that more than one screen uses: roles, sharing, and what can go wrong. */
import type { nlGeneral } from '../../nl/first/general.ts'

export const enGeneral: typeof nlGeneral = {
  general: {
    leave: 'Leave fast',
    toHome: 'Your plans.',
    language: 'Language',
    nameless: 'Someone without a name',
    namelessWithin: 'someone without a name',
    you: 'You',
    youWithin: 'you',
    noMember: (name) => `${name} (not in this plan)`,
    youAreNamed: (name) => `${name} (you)`,
    untitled: 'Plan without a name',
    copied: 'Copied',
    copyFailed: 'Couldn’t copy',
    wait: 'One moment …',
    busy: 'Working …',
    brokenScreen: {
      title: 'This screen isn’t working',
      text: 'Something went wrong. What you wrote is saved. Open Weef again.',
    },
    notFetched: {
      title: 'This screen isn’t here yet',
      text: 'Weef can’t get it right now. What you wrote is saved. Check if you have internet.',
      again: 'Try again',
      language: 'Weef can’t get the other language right now. Check if you have internet.',
    },
    reload: 'Reopen Weef',
    skipToContent: 'Skip to content',
  },

  device: {
    storage: {
      ready: 'Everything is on this device. You don’t need internet.',
      coming: 'Not everything is on this device yet. You need internet for that.',
      memory: 'Only for now. When you close Weef, everything is gone from this device.',
    },
    memoryReason: {
      full: 'This device is full. Free up some space and open Weef again.',
      unavailable: 'This browser doesn’t save anything. Is private browsing on?',
      blocked:
        'Your plans are still here. Another tab with an old version of Weef is using them. Close that tab and open Weef again.',
      'outdated-app':
        'Your plans are still here. This is an old version of Weef. Close all tabs of Weef and open it again.',
      chosen: 'You chose this yourself.',
    },
    persistence: {
      unknown: '',
      granted: 'This device won’t clear your plans by itself.',
      refused:
        'If you don’t use Weef for a long time, this device may clear your plans. Keep everything in one file too, under About me.',
    },
  },

  opening: {
    toHome: 'Your plans',
  },

  update: {
    title: 'There is a new version',
    text: 'Everything you wrote stays.',
    now: 'Update now',
    later: 'Later',
  },

  insecure: {
    title: 'Weef doesn’t work here',
    text: 'This address isn’t secure, so we can’t lock your plans here. Nothing is lost.',
    next: 'Use an address that starts with https. Ask the person who gave you this address.',
  },

  left: { title: 'Empty page', open: 'Open' },
}
