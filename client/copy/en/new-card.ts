/** English words about a new key card, for whoever lost theirs, or whose was stolen or seen. */
import { toList } from '../format/days-and-times.ts'
import type { nlNewCard } from '../nl/new-card.ts'

const plans = (number: number): string => (number === 1 ? '1 plan' : `${number} plans`)

export const enNewCard: typeof nlNewCard = {
  newCard: {
    title: 'Is your card lost or stolen?',
    when: 'Or has somebody seen it? Then make a new key card.',
    after: 'Whoever has your old card will read nothing new in your plans after that.',
    go: 'Make a new key card',
    failed: 'A new card cannot be made now. Nothing has changed. Please try again.',
    confirm: {
      title: 'Make a new key card?',
      devices: 'Your old card will not work any more. Do you have another device? Type the new card there.',
      same: 'Your plans and all that you wrote stay yours.',
      read: 'What somebody with your old card has read already, nobody can take back.',
      keep: 'Not now',
      go: 'Make a new one',
    },
    moving: 'Your plans are moving to your new card',
    ready: (ready, total) => (total === 1 ? 'Your plan has not moved yet.' : `${ready} of ${total} moved.`),
    leave: 'You can go on, or close Weef. The rest happens by itself.',
    trouble: {
      offline: 'There is no connection now. We go on by ourselves as soon as we can.',
      busy: 'The service is busy now. We go on by ourselves as soon as we can.',
      'outdated-app': 'A new version of Weef is needed. Close Weef and open it again.',
    },
    waiting: 'Still to move:',
    keepOld: 'Do you still have your old card? Keep it until everything has moved.',
    show: 'To my new card',
    done: 'Your new key card is ready',
    none: 'Your plans could not move',
    moved: (total) => (total === 1 ? 'Your plan has moved.' : `${plans(total)} have moved.`),
    write: 'Print your new card or write it down. You can throw the old one away.',
    stayed: 'These could not move. What you had is still on this device:',
    elsewhere: 'A new key card was made on another device. Type that one here.',
    noMember:
      'Did you already make a new key card on another device? Type that one here. If not, maybe you do not take part in them any more. Ask somebody who does.',
    retry: 'Try again',
    ended: 'Did you make a new key card? Type it here.',
    renewed: (names) => `${toList('en-GB', names)} ${names.length === 1 ? 'has' : 'have'} a new key card`,
    check: 'Not sure that this is right? Ask them.',
  },
}
