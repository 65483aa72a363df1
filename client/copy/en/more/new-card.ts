/** English words about a new key card, for whoever lost theirs, or whose was stolen or seen. */
import type { nlNewCard } from '../../nl/more/new-card.ts'

const plans = (number: number): string => (number === 1 ? '1 plan' : `${number} plans`)

export const enNewCard: typeof nlNewCard = {
  newCard: {
    title: 'Is your card lost or stolen?',
    when: 'Or has someone seen it? Make a new key card.',
    after: 'After that, anyone with your old card can’t read anything new in your plans.',
    go: 'Make a new key card',
    failed: 'We couldn’t make a new card. Nothing has changed. Please try again.',
    confirm: {
      title: 'Make a new key card?',
      devices: 'Your old card will stop working. On your other devices, type in the new card.',
      same: 'Your plans and everything you wrote stay yours.',
      read: 'If someone with your old card has already read something, nobody can undo that.',
      keep: 'Not now',
      go: 'Make a new one',
    },
    leave: 'You can carry on, or close Weef. The rest happens by itself.',
    trouble: {
      offline: 'You’re offline. We’ll carry on as soon as you’re online.',
      busy: 'The server is busy. We’ll carry on as soon as we can.',
      'outdated-app': 'You need a newer version of Weef. Close Weef and open it again.',
    },
    waiting: 'Still to move:',
    keepOld: 'Do you still have your old card? Keep it until everything has moved.',
    moved: (total) => (total === 1 ? 'Your plan has moved.' : `${plans(total)} have moved.`),
    stayed: 'We couldn’t move these. What you had is still on this device:',
    elsewhere: 'A new key card was made on another device. Type that one in here.',
    noMember:
      'Did you already make a new key card on another device? Type that one in here. If not, you may no longer be in these plans. Ask someone who is.',
    retry: 'Try again',
  },
}
