/** English words about alarms. */
import type { nlAlarms } from '../../nl/plan/alarms.ts'

const ASK = 'Get help from the people who run Weef for you.'
const TALK = 'Talk about it together.'

export const enAlarms: typeof nlAlarms = {
  alarms: {
    safe: 'Your text is saved.',
    look: 'See the list',
    somebody: 'someone',
    gone: (name) => (name === '' ? 'someone who’s no longer in this plan' : `${name} (no longer in this plan)`),
    told: {
      'other-log': {
        what: (who) => `A device used by ${who} was given a different version of the plan from yours.`,
        advice: `Check together whether you see the same. Don’t you? ${ASK}`,
      },
      'bad-record': {
        what: () => 'Something came in about who’s in this plan. It wasn’t allowed, and we didn’t use it.',
        advice: ASK,
      },
      'bad-key': {
        what: (who) => `A key from ${who} isn’t right.`,
        advice: `This usually sorts itself out. Is text missing from the plan after that? ${ASK}`,
      },
      'bad-checkpoint': {
        what: (who) => `A copy of the plan wasn’t right. It came from ${who}. You now see the real plan.`,
        advice: TALK,
      },
      'too-late': {
        what: (who) => `Something from ${who} came too late. We didn’t use it.`,
        advice: 'You don’t have to do anything. Anyone who can still write sends it again automatically.',
      },
      unsigned: {
        what: () => 'Something came in, and nobody knows whose it is. We didn’t use it.',
        advice: `Does this keep happening? ${ASK}`,
      },
      unreadable: {
        what: (who) => `A device used by ${who} sent something we can’t read. We didn’t use it.`,
        advice: `${TALK} Weef may be too old on that device.`,
      },
      'not-own': {
        what: (who) => `A device used by ${who} sent text under another name. We didn’t use it.`,
        advice: TALK,
      },
      'taken-client': {
        what: (who) =>
          `A device used by ${who} wrote as if it were someone else’s. That text is in the plan, without a name.`,
        advice: `${TALK} This never happens by accident.`,
      },
      incomplete: {
        what: (who) => `A device used by ${who} sent something with a part missing. We didn’t use it.`,
        advice: `${TALK} If text is missing from the plan, write it again.`,
      },
    },
    lostSomewhere: 'Some of your text no longer has a place. You’ll find it in the list.',
    lost: 'These words of yours no longer have a place in the plan. Copy them and put them where you like.',
  },
}
