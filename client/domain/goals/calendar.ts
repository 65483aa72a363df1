/** A calendar file (RFC 5545) of days with a few words each, for any calendar app. It holds nothing else of a plan. */
import type { Day } from '../document/days.ts'

export type CalendarDay = {
  /** The id is the same each time, so that a calendar replaces the event that it already has. */
  readonly id: string
  readonly day: Day
  readonly words: string
}

/** The most octets of one line, without its end (RFC 5545 §3.1). */
const MAX_OCTETS = 75

/** `now`: the moment of writing, in ms since epoch, by which a calendar tells the newer of two files. */
export const toCalendar = (days: readonly CalendarDay[], now: number): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Weef//NL',
    ...days.flatMap(({ id, day, words }) => [
      'BEGIN:VEVENT',
      `UID:${id}@weef`,
      `DTSTAMP:${toStamp(now)}`,
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      `SUMMARY:${escapeText(words)}`,
      'TRANSP:TRANSPARENT', // a thing to do on that day, not a day that is taken
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('')

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
