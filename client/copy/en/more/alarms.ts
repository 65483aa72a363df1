/** English words about alarms. */
import type { nlAlarms } from '../../nl/more/alarms.ts'

export const enAlarms: typeof nlAlarms = {
  alarms: {
    title: 'What wasn’t right',
    lead: 'This came in and wasn’t right.',
    save: 'Save the list',
    saveNote: 'For the people who run Weef for you. It says who things came from and when, not what you wrote.',
    file: {
      who: 'From',
      when: 'When, about',
      rule: 'Rule',
      place: 'Number in the log',
      epoch: 'Number of the key',
      times: 'How often',
      item: 'The piece itself, as it came in (base64url)',
      notKept: 'not kept',
    },
  },
}
