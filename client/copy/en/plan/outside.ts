/** English words of the screens before a plan is open: home, start, paste a link, join. */
import type { nlOutside } from '../../nl/plan/outside.ts'

export const enOutside: typeof nlOutside = {
  start: {
    title: 'Make a plan',
    lead: 'You can change all of this later.',
    forWhom: 'Who is the plan for?',
    forMe: 'For me',
    forMeText: 'You’ll be in charge of the plan.',
    forSomeone: 'For someone I support',
    forSomeoneText: 'You’ll invite that person next. Then the plan becomes theirs.',
    planName: 'What is the plan called?',
    yourName: 'What would you like to be called?',
    yourNameHint: 'The people in this plan see this name. Any name is fine.',
    go: 'Start',
    failed: 'We couldn’t make the plan. Nothing is lost. Try again.',
    full: 'This device is full, so no plan was made. Free up some space and try again.',
  },

  open: {
    title: 'I have an invitation',
    lead: 'Did you get a link? Tap it, or paste it here.',
    link: 'The link',
    go: 'Continue',
    notALink: 'This isn’t a Weef invitation. Copy the whole link and paste it here.',
    qr: 'Do you have a QR code? Open your phone’s camera and point it at the code.',
  },

  join: {
    role: {
      owner: 'You’ll be in charge of the plan. You choose who joins.',
      editor: 'You can read and write everything.',
      reader: 'You can read everything. The others do the writing.',
    },
    title: 'You’re invited',
    checking: 'Checking your invitation …',
    someone: 'Someone',
    inviterOf: (name, organisation) => `${name} (${organisation})`,
    from: {
      'not-said': (who) => `${who} invites you to join a plan`,
      inviters: (who) => `${who} invites you to their plan`,
      theirs: (who) => `${who} invites you. The plan will be yours`,
    },
    fromOf: (who, person) => `${who} invites you to ${person}’s plan`,
    check: {
      named: 'This name comes from the link. Not sure? Call that person, or ask when you see them.',
      unnamed: 'There’s no name in the link. First check who sent it: call them, or ask when you see them.',
    },
    whoSees: 'Who can see this?',
    now: (people) =>
      people === 1
        ? 'Only the people in this plan. Now that’s 1 person. With you, 2.'
        : `Only the people in this plan. Now that’s ${people}. With you, ${people + 1}.`,
    circle: 'Everyone in this plan sees all of it, including what was in it before.',
    name: 'What would you like to be called?',
    code: 'The 6-digit code',
    codeHint: 'The person who invited you tells you the code.',
    codeShape: 'The code has 6 digits.',
    go: 'Join',
    noAccount: 'No account, e‑mail or password needed.',
    already: {
      title: 'You’re already in this plan',
      mine: 'You made this invitation yourself. It hasn’t been used: send it to the person you’re inviting.',
      other: 'You don’t need this invitation. It hasn’t been used, and still works for someone else.',
      go: 'Go to the plan',
    },
    webView: {
      title: 'Open this in your browser first',
      text: 'You’re inside another app, such as mail or chat. Your plan wouldn’t be saved there.',
      how: 'Tap the three dots or the share icon and choose “Open in browser”. Or copy the link and paste it into your browser.',
      copyLink: 'Copy the link',
      anyway: 'Join here anyway',
    },
    failure: {
      wrong: {
        what: 'This link isn’t right.',
        safe: 'Nothing has happened.',
        next: 'Copy the whole link again, or ask for a new one.',
      },
      used: {
        what: 'This invitation has already been used.',
        safe: 'An invitation only works once. That keeps others out.',
        next: 'Did you join on another device? Open the plan there, or ask for a new invitation.',
      },
      expired: {
        what: 'This invitation has expired.',
        safe: 'The plan is still there.',
        next: 'Ask the person who gave it to you for a new one.',
      },
      cancelled: {
        what: 'This invitation was cancelled.',
        safe: 'The plan is still there. You’re not in it.',
        next: 'Ask the person who gave it to you if you can still join.',
      },
      offline: {
        what: 'You’re offline.',
        safe: 'Your invitation hasn’t been used.',
        next: 'Try again when you have internet.',
      },
      busy: {
        what: 'The server is too busy right now.',
        safe: 'Your invitation still works.',
        next: 'Wait a few minutes and try again.',
      },
      'not-yet': {
        what: 'This invitation doesn’t work yet.',
        safe: 'The link is fine. The device of the person who invited you may not have been online yet.',
        next: 'Try again later, or ask the person who gave you the link.',
      },
      'wrong-code': {
        what: 'This code isn’t right.',
        safe: 'Your invitation still works.',
        next: 'Ask for the code again and type it slowly.',
      },
      locked: {
        what: 'The code was wrong too many times.',
        safe: 'This invitation is now locked, so that nobody can guess the code.',
        next: 'Ask for a new invitation.',
      },
      'outdated-app': {
        what: 'You need a newer version of Weef.',
        safe: 'Your invitation hasn’t been used.',
        next: 'Close Weef and open the link again.',
      },
      'no-storage': {
        what: 'This browser can’t save anything.',
        safe: 'Your invitation hasn’t been used.',
        next: 'Turn private browsing off, or open the link in another browser.',
      },
      full: {
        what: 'This device is full.',
        safe: 'Your invitation hasn’t been used.',
        next: 'Free up some space and try again.',
      },
    },
    retry: 'Try again',
    otherLink: 'Paste another link',
  },
}
