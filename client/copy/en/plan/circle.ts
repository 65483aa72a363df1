/** English words about who takes part no longer: removing, leaving, closing, and who is in charge. */
import type { nlCircle } from '../../nl/plan/circle.ts'

export const enCircle: typeof nlCircle = {
  circle: {
    ended: {
      removed: (name) => `${name} removed you from this plan`,
      closed: (name) => `${name} closed this plan`,
      closedByMe: 'You closed this plan',
      unshared: 'Some of what you wrote isn’t shared. Save it if you want to keep it.',
      ways: 'Save or remove it',
    },
  },
}
