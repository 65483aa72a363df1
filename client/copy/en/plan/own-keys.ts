/** English words about the person of this device: the key card, coming back with it, a second device, only for now, forgetting. */
import type { nlOwnKeys } from '../../nl/plan/own-keys.ts'

export const enOwnKeys: typeof nlOwnKeys = {
  onlyForNow: {
    check: 'This isn’t my device: only for now',
    checkHint: 'When you close Weef, nothing is left behind.',
  },

  cardOffer: {
    title: 'Save your key card',
    text: 'If you ever lose this device, your key card brings your plan back.',
    owner: 'This plan is yours now. If you ever lose this device, your key card brings it back.',
    go: 'See my key card',
    later: 'Not now',
  },

  takenOff: {
    title: 'You removed this plan from this device',
    text: 'You’re still in this plan. If you like, you can bring all of it back to this device.',
    go: 'Bring the plan back to this device',
  },
}
