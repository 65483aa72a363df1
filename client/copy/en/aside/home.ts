/** English words of what one person keeps for themself: private notes, and how they are called and read. */
import type { nlHome } from '../../nl/aside/home.ts'

export const enHome: typeof nlHome = {
  homeAlarms: {
    title: 'Something wasn’t right',
    lead: 'This is about what Weef keeps just for you: your name, your list of plans and your notes. Your plans themselves are still there.',
    mine: 'A device with your key card sent something that isn’t right.',
    nobodys: 'Something came in that isn’t from one of your devices. We didn’t use it.',
    adviceMine: 'Don’t recognise that device? Make a new key card.',
    adviceNobodys: 'Does this keep happening? Get help from the people who run Weef for you.',
    lost: 'These words of yours no longer have a place. Copy them if you want to keep them.',
  },
}
