/** English words of what one person keeps for themself: private notes, and how they are called and read. */
import { toDay } from '../../format/days-and-times.ts'
import type { nlHome } from '../../nl/plan/home.ts'

const locale = 'en-GB'
const counted = (title: string, count: number): string => (count === 0 ? title : `${title} (${count})`)

export const enHome: typeof nlHome = {
  notes: {
    plan: (count) => counted('Only for you: your notes on this plan', count),
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
}
