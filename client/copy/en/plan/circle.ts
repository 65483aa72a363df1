/** English words about who takes part no longer: removing, leaving, closing, and who is in charge. */
import type { nlCircle } from '../../nl/plan/circle.ts'

export const enCircle: typeof nlCircle = {
  circle: {
    role: {
      owner: {
        title: 'You are now in charge of the plan',
        text: 'You choose who is in the plan and what they may do.',
      },
      editor: { title: 'You can now write in this plan', text: 'You can read and change everything.' },
      reader: {
        title: 'You can now only read this plan',
        text: 'You can’t change anything any more. What you wrote is still there. Is that not right? Ask the person in charge of the plan.',
      },
    },
    stranded: 'No one else can read it. Copy it if you want to keep it.',
    ended: {
      removed: (name) => `${name} removed you from this plan`,
      closed: (name) => `${name} closed this plan`,
      closedByMe: 'You closed this plan',
      unshared: 'Some of what you wrote isn’t shared. Save it if you want to keep it.',
      ways: 'Save or remove it',
    },
  },
}
