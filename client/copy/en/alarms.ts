/** English words about alarms. */
import { toDate, toTime } from '../format/days-and-times.ts'
import type { nlAlarms } from '../nl/alarms.ts'

const locale = 'en-GB'

const ASK = 'Ask whoever runs Weef for you for help.'
const TALK = 'Talk about it together.'

export const enAlarms: typeof nlAlarms = {
  alarms: {
    title: 'What did not add up',
    safe: 'Your text is saved.',
    lead: 'Here is what came in and did not add up.',
    look: 'See the list',
    dismiss: 'Seen',
    somebody: 'somebody',
    gone: (name) => (name === '' ? 'somebody who does not take part any more' : `${name} (no longer takes part)`),
    when: (at, now, count) =>
      `About ${toDate(locale, at, now)}, ${toTime(locale, at)}${count > 1 ? ` · ${count} times` : ''}`,
    told: {
      'other-log': {
        what: (who) => `A device of ${who} was given another plan than you.`,
        advice: `Check together whether you see the same. Is it not? ${ASK}`,
      },
      'bad-record': {
        what: () => 'Something came in about who takes part, and it is not allowed. It was not used.',
        advice: ASK,
      },
      'bad-key': {
        what: (who) => `A key of ${who} is not right.`,
        advice: `Mostly that mends itself. Is text missing from the plan after that? ${ASK}`,
      },
      'bad-checkpoint': {
        what: (who) => `A copy of the plan was not right. It came from ${who}. Now you see the real plan.`,
        advice: TALK,
      },
      'too-late': {
        what: (who) => `Something of ${who} came too late. It was not used.`,
        advice: 'You need not do anything. Whoever may still write sends it again by itself.',
      },
      unsigned: {
        what: () => 'Something came in, and nobody knows whose it is. It was not used.',
        advice: `Does this happen more often? ${ASK}`,
      },
      unreadable: {
        what: (who) => `A device of ${who} sent something that cannot be read. It was not used.`,
        advice: `${TALK} Perhaps Weef on that device is too old.`,
      },
      'not-own': {
        what: (who) => `A device of ${who} sent text under another name. It was not used.`,
        advice: TALK,
      },
      'taken-client': {
        what: (who) => `A device of ${who} wrote under somebody else’s mark. That text is in the plan, without a name.`,
        advice: `${TALK} This never happens by accident.`,
      },
      incomplete: {
        what: (who) => `A device of ${who} sent something of which a part is missing. It was not used.`,
        advice: `${TALK} Is text missing from the plan? Then write it again.`,
      },
    },
    lostSomewhere: 'Some text of yours has no place any more. You find it in the list.',
    lost: 'These words of yours have no place in the plan any more. Copy them, and put them where you like.',
    copyLost: 'Copy my words',
    save: 'Save the list',
    saveNote: 'For whoever runs Weef for you. It says from whom things came and when, not what you wrote.',
    file: {
      who: 'From',
      when: 'When, about',
      rule: 'Rule',
      place: 'Number in the log',
      epoch: 'Number of the key',
      times: 'How often',
      item: 'The piece itself, as it came in (base64url)',
      notKept: 'not kept',
    },
  },
}
