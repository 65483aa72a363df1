/** Dutch words of conversations, and of how people like contact. */
import type { DayPart, Liking, Weekday } from '#domain/contact/contact.ts'
import { toList } from '../../format/days-and-times.ts'

const locale = 'nl-NL'

export const nlConversations = {
  conversations: {
    titleOn: (when: string) => `Gesprek op ${when}`,
    points: (count: number) => (count === 1 ? '1 punt om over te praten' : `${count} punten om over te praten`),
    day: 'Op welke dag?',
    at: (place: string) => `Waar: ${place}`,
    form: 'Hoe spreken jullie elkaar?',
    point: 'Punt',
    wheelItem: (who: string, topic: string, note: string) => `${who}: ${topic}${note === '' ? '' : `. “${note}”`}`,
    stepItem: (what: string, goal: string) => `${what} (${goal})`,
    talked: 'Besproken',
    open: 'Nog niet besproken',
    notes: 'Aantekeningen',
    agreements: 'Afspraken',
    nextContact: 'Het volgende contact',
    nextOn: (parts: readonly string[]) => `Volgend contact: ${parts.join(' · ')}`,
  },

  contact: {
    forms: { together: 'Elkaar zien', phone: 'Bellen', video: 'Beeldbellen', chat: 'Chatten' },
    likings: { yes: 'graag', 'rather-not': 'liever niet', no: 'niet' } satisfies Record<Liking, string>,
    times: 'Wanneer kan het?',
    days: {
      mon: 'maandag',
      tue: 'dinsdag',
      wed: 'woensdag',
      thu: 'donderdag',
      fri: 'vrijdag',
      sat: 'zaterdag',
      sun: 'zondag',
    } satisfies Record<Weekday, string>,
    parts: { morning: 'ochtend', afternoon: 'middag', evening: 'avond' } satisfies Record<DayPart, string>,
    words: 'In je eigen woorden',
    says: (form: string, liking: string) => `${form}: ${liking}`,
    on: (day: string, parts: readonly string[]) => `${day}: ${toList(locale, parts)}`,
  },
}
