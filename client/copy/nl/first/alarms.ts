/** Dutch words about alarms: why, in plain words, and what to do. They blame a device, which may be broken, and no person. */
import { toDate, toTime } from '../../format/days-and-times.ts'

const locale = 'nl-NL'

export const nlAlarms = {
  alarms: {
    dismiss: 'Gezien',
    when: (at: number, now: number, count: number) =>
      `Ongeveer ${toDate(locale, at, now)}, ${toTime(locale, at)}${count > 1 ? ` · ${count} keer` : ''}`,
    copyLost: 'Kopieer mijn woorden',
  },
}
