/** English words of the screens before a plan is open: home, start, paste a link, join. */
import { toDay, toList } from '../format/days-and-times.ts'
import type { nlOutside } from '../nl/outside.ts'

const locale = 'en-GB'

export const enOutside: typeof nlOutside = {
  home: {
    title: 'Your plans',
    welcome: 'Welcome',
    explanation: [
      'Here you write down what matters to you and what you want to change.',
      'You do it alone, or together with someone you choose.',
      'Your plan is on this device, and only people who take part can read it.',
    ],
    explanationForNow: [
      'Here you write down what matters to you and what you want to change.',
      'You do it alone, or together with someone you choose.',
      'Only people who take part can read your plan. Nothing of it stays on this device.',
    ],
    start: 'Make a plan',
    invited: 'I have an invitation',
    opened: (at, now) => `Opened: ${toDay(locale, at, now)}`,
    people: (names) => `With ${toList(locale, names)}`,
    onlyMe: 'Only you',
    unshared: 'Not everything is shared yet',
    archived: (count) => `Plans put away (${count})`,
    about: 'Who can see what? About privacy',
    noAccount: 'You need no account. No e‑mail. No password.',
  },

  start: {
    title: 'Make a plan',
    lead: 'You can change everything later.',
    forWhom: 'Who is the plan for?',
    forMe: 'For me',
    forMeText: 'You are in charge of the plan.',
    forSomeone: 'For someone I help',
    forSomeoneText: 'You invite that person next. Then the plan becomes theirs.',
    planName: 'What is the plan called?',
    defaultMine: 'My plan',
    defaultTheirs: 'A plan to make together',
    yourName: 'What do you want to be called?',
    yourNameHint: 'Whoever takes part sees this name.',
    go: 'Start',
    failed: 'Making the plan does not work now. Nothing is lost. Try once more.',
    full: 'This device is full. No plan was made. Make room and try once more.',
  },

  open: {
    title: 'I have an invitation',
    lead: 'Did you get a link? Tap it, or paste it here.',
    link: 'The link',
    go: 'Go on',
    notALink: 'This is not an invitation of Weef. Copy the whole link and paste it here.',
    qr: 'Do you see a square with little blocks? Open the camera of your phone and point it there.',
  },

  join: {
    title: 'You are invited',
    checking: 'We are looking at your invitation …',
    someone: 'Someone',
    inviterOf: (name, organisation) => `${name} (${organisation})`,
    from: {
      'not-said': (who) => `${who} invites you to take part in a plan`,
      inviters: (who) => `${who} invites you to their plan`,
      theirs: (who) => `${who} invites you. The plan becomes yours`,
    },
    fromOf: (who, person) => `${who} invites you to the plan of ${person}`,
    check: {
      named: 'This name stands in the link. Not sure? Call that person, or ask when you see them.',
      unnamed: 'There is no name in the link. First ask who sent you this: call, or ask when you see that person.',
    },
    whoSees: 'Who sees this?',
    now: (people) =>
      people === 1
        ? 'Only people who take part. Now: 1 person. With you: 2.'
        : `Only people who take part. Now: ${people}. With you: ${people + 1}.`,
    circle: 'Whoever takes part sees the whole plan. Also what was in it before.',
    role: {
      owner: 'You will be in charge of the plan. You choose who takes part.',
      editor: 'You can read and write everything.',
      reader: 'You can read everything. The others do the writing.',
    },
    name: 'What do you want to be called?',
    code: 'The 6-digit code',
    codeHint: 'Whoever invites you tells you the code.',
    codeShape: 'The code has 6 digits.',
    go: 'Take part',
    noAccount: 'You need no account. No e‑mail. No password.',
    already: {
      title: 'You already take part in this plan',
      mine: 'You made this invitation yourself. It is not used: send it to whoever you invite.',
      other: 'You do not need this invitation. It is not used, and still works for somebody else.',
      go: 'Go to the plan',
    },
    webView: {
      title: 'Open this in your browser first',
      text: 'You are now inside another app, such as mail or chat. Your plan would not be kept there.',
      how: 'Tap the three dots or the share sign. Choose “Open in browser”. Or copy the link and paste it in your browser.',
      copyLink: 'Copy the link',
      anyway: 'Take part here anyway',
    },
    failure: {
      wrong: {
        what: 'This link is not right.',
        safe: 'Nothing happened.',
        next: 'Copy the whole link once more. Or ask for a new one.',
      },
      used: {
        what: 'This invitation has been used.',
        safe: 'An invitation works once. That keeps others out.',
        next: 'Did you join on another device? Open the plan there. Or ask for a new invitation.',
      },
      expired: {
        what: 'This invitation has expired.',
        safe: 'The plan is still there.',
        next: 'Ask whoever gave it to you for a new invitation.',
      },
      cancelled: {
        what: 'This invitation was cancelled.',
        safe: 'The plan is still there. You are not in it.',
        next: 'Ask whoever gave it to you whether you may still take part.',
      },
      offline: {
        what: 'There is no connection.',
        safe: 'Your invitation has not been used.',
        next: 'Go to a place with internet and try again.',
      },
      busy: {
        what: 'The service is too busy now.',
        safe: 'Your invitation still works.',
        next: 'Wait a few minutes and try again.',
      },
      'not-yet': {
        what: 'This invitation does not work now.',
        safe: 'The link is whole. Maybe the device of the person who invites you has had no connection yet.',
        next: 'Try again later, or ask whoever gave you the link.',
      },
      'wrong-code': {
        what: 'This code is not right.',
        safe: 'Your invitation still works.',
        next: 'Ask for the code once more and type it slowly.',
      },
      locked: {
        what: 'The code was wrong too often.',
        safe: 'This invitation is locked now. That way nobody can guess the code.',
        next: 'Ask for a new invitation.',
      },
      'outdated-app': {
        what: 'A new version of Weef is needed.',
        safe: 'Your invitation has not been used.',
        next: 'Close Weef and open the link again.',
      },
      'no-storage': {
        what: 'This browser cannot keep your key.',
        safe: 'Your invitation has not been used.',
        next: 'Turn private browsing off, or open the link in another browser.',
      },
      full: {
        what: 'This device is full.',
        safe: 'Your invitation has not been used.',
        next: 'Make room and try once more.',
      },
    },
    retry: 'Try again',
    otherLink: 'Paste another link',
  },
}
