/** English words about the person of this device: their key card, and only for now. */
import type { nlOwnKeys } from '../../nl/first/own-keys.ts'

export const enOwnKeys: typeof nlOwnKeys = {
  me: {
    title: 'About me',
  },

  card: {
    home: 'I already have a key card',
  },

  restore: {
    coming: 'This plan is on its way',
    rest: 'The rest is on its way',
  },

  onlyForNow: {
    ask: 'Not your own device?',
    text: 'Choose “Only for now”. When you close Weef, nothing is left behind.',
    failed: 'Couldn’t do that. This device still keeps what you do. Check if you have internet.',
    choose: 'Only for now',
    shared: 'Only for now. When you close Weef, everything is gone from here.',
    unshared: 'Only for now. Not everything is shared yet: please wait a moment before closing Weef.',
    card: 'Save your key card',
  },
}
