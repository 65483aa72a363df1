/** Dutch words of today and the week over all plans, and of what comes next in each. */
import { toList, toSpokenWeekday, toTime } from '../../format/days-and-times.ts'

const locale = 'nl-NL'
const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export const nlToday = {
  today: {
    title: 'Vandaag en deze week',
    lead: 'Uit al je plannen. Dit werkt ook zonder internet. Wat anderen net veranderden, komt erbij als er weer internet is.',
    late: (count: number) => `Nog van eerder (${count})`,
    todayIs: (day: number) => `Vandaag, ${toSpokenWeekday(locale, day)}`,
    day: (day: number) => capitalised(toSpokenWeekday(locale, day)),
    nothing: 'Vandaag staat er niets.',
    later: (count: number) => `Later (${count})`,
    at: (ms: number) => toTime(locale, ms),
    newBy: (names: readonly string[]) => `Iets nieuws van ${toList(locale, names)}`,
    toPlans: 'Naar al je plannen',
  },
}
