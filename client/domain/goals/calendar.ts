/** Days with a few words each as a calendar file (RFC 5545), for any calendar there is. Holds the words and nothing else of a plan. */
import type { Day } from '../document/days.ts'

export type CalendarDay = {
  /** The same each time, so that a calendar replaces what it already has. */
  readonly id: string
  readonly day: Day
  readonly words: string
}

/** Octets of one line, without its end (RFC 5545 §3.1). */
const MAX_OCTETS = 75

/** `now` in ms: when this was said, which tells a calendar which of two files is the newer one. */
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

/** §3.3.11; a control character may stand nowhere in a file. */
const escapeText = (words: string): string =>
  words
    .replaceAll(/\r\n|\r/g, '\n')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, '')

/** A line that is longer goes on in the next one behind a space, never inside a character. */
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
