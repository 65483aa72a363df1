/** English words inside the practice plan. */
import type { nlPractice } from '../../nl/plan/practice.ts'

export const enPractice: typeof nlPractice = {
  practice: {
    banner: 'This is a practice plan',
    text: (name) => `For now you are ${name}, who is not a real person. None of this is shared.`,
    textAsWorker: (name, resident) =>
      `For now you are ${name}, who supports ${resident}. ${name} and ${resident} are not real people. None of this is shared.`,
    beWorker: 'Practise as the support worker',
    beResident: 'Practise as the resident',
    manage: 'Rename the plan, or take it with you.',
    anew: 'Start over',
    confirm: {
      title: 'Start over?',
      text: 'Everything you did in the practice plan will be lost. Your other plans stay as they are.',
      keep: 'No, carry on',
      go: 'Yes, start over',
    },
    invite: 'You can’t invite anyone to the practice plan. In a real plan you can.',
    toStart: 'Make a real plan',
  },
}
