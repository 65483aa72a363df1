/** English words about alarms. */
import { toDate, toTime } from '../../format/days-and-times.ts'
import type { nlAlarms } from '../../nl/first/alarms.ts'

const locale = 'en-GB'

export const enAlarms: typeof nlAlarms = {
  alarms: {
    dismiss: 'Seen',
    when: (at, now, count) =>
      `About ${toDate(locale, at, now)}, ${toTime(locale, at)}${count > 1 ? ` · ${count} times` : ''}`,
    copyLost: 'Copy my words',
  },
}
