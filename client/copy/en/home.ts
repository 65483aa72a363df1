/** English words of what one person keeps for themself: private notes, and how they are called and read. */
import { toDay } from '../format/days-and-times.ts'
import type { nlHome } from '../nl/home.ts'

const locale = 'en-GB'
const counted = (title: string, count: number): string => (count === 0 ? title : `${title} (${count})`)

export const enHome: typeof nlHome = {
  notes: {
    plan: (count) => counted('Only for you: your notes on this plan', count),
    person: (name, count) => counted(`Only for you: your notes about ${name}`, count),
    conversation: (count) => counted('Only for you: your notes on this conversation', count),
    drafts: (count) => counted('Only for you: points that you do not share yet', count),
    lead: 'Only you see this. It is not in the plan and never comes out on paper.',
    why: 'What stands here goes by itself after six weeks, unless you keep it longer. So nothing stays about anybody who does not know of it.',
    field: 'For yourself',
    add: 'Keep it for me',
    ends: (at, now) => `Goes ${toDay(locale, at, now) === 'today' ? 'today' : `on ${toDay(locale, at, now)}`}`,
    renew: 'Keep it longer',
    renewOf: (text) => `Keep it longer: ${text}`,
    change: 'Change',
    changeOf: (text) => `Change: ${text}`,
    save: 'Save',
    keep: 'Change nothing',
    remove: 'Throw away',
    removeOf: (text) => `Throw away: ${text}`,
    share: 'Share this point',
    shareOf: (text) => `Share this point: ${text}`,
    thrown: 'Thrown away.',
    putBack: 'Put back',
    unkept: 'There is no room left on this device. This stands in this window only. Make room, then save it again.',
  },
  homeAlarms: {
    title: 'Something did not add up',
    lead: 'It is about what Weef keeps for you alone: your name, your list of plans and your notes. Your plans themselves are still there.',
    mine: 'A device with your key card sent something that does not add up.',
    nobodys: 'Something came in that is not from a device of yours. It was not used.',
    adviceMine: 'Do you not know that device? Then make a new key card.',
    adviceNobodys: 'Does this happen more often? Ask whoever runs Weef for you.',
    lost: 'These words of yours have no place any more. Copy them if you want to keep them.',
  },
  details: {
    title: 'What you are called, how you read',
    lead: 'This holds on all your devices. In a new plan it is there already.',
    name: 'Your name',
    colour: 'Your colour',
    save: 'Save',
    saved: 'Saved.',
    textSize: 'How large are the letters?',
    textSizes: { normal: 'Normal', large: 'Larger', larger: 'Even larger' },
  },
}
