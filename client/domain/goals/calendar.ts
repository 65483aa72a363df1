/** A calendar file (RFC 5545) of days and times with a few words each, for any calendar app. It holds nothing else of a plan. */
import type { DayTime } from '../document/days.ts'
import type { When } from '../document/when.ts'

export type CalendarEvent = {
  /** The id is the same each time, so that a calendar replaces the event that it already has. */
  readonly id: string
  readonly when: When
  readonly words: string
  readonly place: string | null
}

/** The most octets of one line, without its end (RFC 5545 §3.1). */
const MAX_OCTETS = 75
/** An hour, which people move in their calendar: a plan does not know how long something takes. */
const LENGTH = 'PT1H'
/** Before something with a time; and on a day without one, counted from its midnight. */
const [HOUR_BEFORE, AT_NINE] = ['-PT1H', 'PT9H']

/** `now`: the moment of writing, in ms since epoch, by which a calendar tells the newer of two files. */
export const toCalendar = (events: readonly CalendarEvent[], now: number): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Weef//NL',
    ...events.flatMap(({ id, when: { day, time }, words, place }) => [
      'BEGIN:VEVENT',
      `UID:${id}@weef`,
      `DTSTAMP:${toStamp(now)}`,
      ...(time === null
        ? [
            `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
            'TRANSP:TRANSPARENT', // a thing to do on that day, not a day that is taken
          ]
        : [`DTSTART:${toLocal(time)}`, `DURATION:${LENGTH}`]),
      `SUMMARY:${escapeText(words)}`,
      ...(place === null ? [] : [`LOCATION:${escapeText(place)}`]),
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(words)}`,
      `TRIGGER:${time === null ? AT_NINE : HOUR_BEFORE}`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('')

/** Without a zone (§3.3.5, form 1): two o'clock at the kitchen table is two o'clock wherever the file is opened. */
const toLocal = (time: DayTime): string => `${time.replaceAll(/[-:]/g, '')}00`

/** `20261122T131200Z` */
const toStamp = (ms: number): string => `${new Date(ms).toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`

/** Escapes text (§3.3.11); control characters are not allowed anywhere in a file. */
const escapeText = (words: string): string =>
  words
    .replaceAll(/\r\n|\r/g, '\n')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, '')

/** Folds a long line: it continues on the next one behind a space, never inside a character. */
const fold = (line: string): string => {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

const encoder = new TextEncoder()
