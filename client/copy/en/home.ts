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
    drafts: (count) => counted('Only for you: points you haven’t shared yet', count),
    lead: 'Only you can see this. It isn’t in the plan and is never printed.',
    why: 'What you write here disappears after six weeks, unless you keep it longer. That way, nothing is kept about anyone without their knowing.',
    field: 'For yourself',
    add: 'Save for myself',
    ends: (at, now) => `Disappears ${toDay(locale, at, now) === 'today' ? 'today' : `on ${toDay(locale, at, now)}`}`,
    renew: 'Keep it longer',
    renewOf: (text) => `Keep it longer: ${text}`,
    change: 'Change',
    changeOf: (text) => `Change: ${text}`,
    save: 'Save',
    keep: 'Cancel',
    remove: 'Throw away',
    removeOf: (text) => `Throw away: ${text}`,
    share: 'Share this point',
    shareOf: (text) => `Share this point: ${text}`,
    thrown: 'Thrown away.',
    putBack: 'Put back',
    unkept: 'This device is full. This is only in this window for now. Free up some space, then save it again.',
  },
  homeAlarms: {
    title: 'Something wasn’t right',
    lead: 'This is about what Weef keeps just for you: your name, your list of plans and your notes. Your plans themselves are still there.',
    mine: 'A device with your key card sent something that isn’t right.',
    nobodys: 'Something came in that isn’t from one of your devices. We didn’t use it.',
    adviceMine: 'Don’t recognise that device? Make a new key card.',
    adviceNobodys: 'Does this keep happening? Get help from the people who run Weef for you.',
    lost: 'These words of yours no longer have a place. Copy them if you want to keep them.',
  },
  details: {
    title: 'Your name, colour and text size',
    lead: 'This goes for all your devices, and for any new plan you make.',
    name: 'Your name',
    colour: 'Your colour',
    save: 'Save',
    saved: 'Saved.',
    textSize: 'Text size',
    textSizes: { normal: 'Normal', large: 'Large', larger: 'Largest' },
  },
}
