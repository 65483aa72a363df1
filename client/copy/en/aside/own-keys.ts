/** English words about plans that come back with a key card. */
import type { nlOwnKeys } from '../../nl/aside/own-keys.ts'

const plans = (number: number): string => (number === 1 ? '1 plan' : `${number} plans`)

export const enOwnKeys: typeof nlOwnKeys = {
  restore: {
    listing: 'Looking for your plans',
    fetching: 'Your plans are coming',
    ready: (ready, total) =>
      total === 1 ? 'Your plan is on its way.' : `${ready} of ${plans(total)} ${ready === 1 ? 'is' : 'are'} here.`,
    leave: 'You can carry on, or close Weef. The rest comes by itself.',
    trouble: {
      offline: 'You’re offline. Your card is fine. We’ll carry on as soon as you’re online.',
      busy: 'The server is busy. Your card is fine. We’ll carry on as soon as we can.',
      'outdated-app': 'You need a newer version of Weef. Your card is fine. Close Weef and open it again.',
    },
    done: 'Your plans are back',
    found: (total) => `We found ${plans(total)}.`,
    nothing: 'We found no plans for this card',
    oldCard: 'It may be an old card. If you made a new one later, use that one.',
    otherCard: 'I have another card',
    refused: (number) =>
      number === 1
        ? 'We couldn’t get 1 plan. You may have been removed from it, or it no longer exists.'
        : `We couldn’t get ${number} plans. You may have been removed from them, or they no longer exist.`,
    missing: 'Is a plan missing? You may no longer be in it. Ask someone who is.',
    ok: 'OK',
  },
}
