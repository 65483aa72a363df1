import { expect, test } from 'vitest'
import { toCalendar } from './calendar.ts'
import type { Day, DayTime } from '../document/days.ts'

const NOW = Date.UTC(2026, 10, 22, 13, 12, 5)
const [DAY, TIME] = ['2026-11-28' as Day, '2026-11-28T14:30' as DayTime]
const step = (words: string) => ({ id: 'x7Fa2_k-9Qw', when: { day: DAY, time: null }, words, place: null })
const unfold = (file: string): readonly string[] => file.replaceAll('\r\n ', '').split('\r\n')

test('a step with a day becomes a day in the calendar, with a reminder that morning, and nothing else', () => {
  expect(toCalendar([step('Bellen')], NOW)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Weef//NL',
      'BEGIN:VEVENT',
      'UID:x7Fa2_k-9Qw@weef',
      'DTSTAMP:20261122T131205Z',
      'DTSTART;VALUE=DATE:20261128',
      'TRANSP:TRANSPARENT',
      'SUMMARY:Bellen',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Bellen',
      'TRIGGER:PT9H',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('a conversation with a time has its hour, its place, and a reminder an hour before', () => {
  const place = 'Buurthuis, zaal 2'
  const file = toCalendar([{ ...step('Gesprek'), when: { day: DAY, time: TIME }, place }], NOW)
  expect(unfold(file).slice(6, 15)).toEqual([
    'DTSTART:20261128T143000',
    'DURATION:PT1H',
    'SUMMARY:Gesprek',
    'LOCATION:Buurthuis\\, zaal 2',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Gesprek',
    'TRIGGER:-PT1H',
    'END:VALARM',
  ])
})

test('people’s words cannot end a line or begin a field', () => {
  const words = 'Bellen; vragen, \\ en\r\nEND:VEVENT\nBEGIN:VALARM\u0000\u0085'
  expect(unfold(toCalendar([step(words)], NOW))).toContain(
    'SUMMARY:Bellen\\; vragen\\, \\\\ en\\nEND:VEVENT\\nBEGIN:VALARM',
  )
})

test('no line is longer than 75 octets, and no character is cut in two', () => {
  const words = 'Ångström 👩‍👩‍👧 مرحبا '.repeat(20)
  const file = toCalendar([step(words)], NOW)
  expect(Math.max(...file.split('\r\n').map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
  expect(file).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
  expect(unfold(file)).toContain(`SUMMARY:${words}`)
})

test('several days are several events of one file', () => {
  const file = toCalendar([step('Een'), { ...step('Twee'), id: 'aaaaaaaaaaa' }], NOW)
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(file.match(/BEGIN:VCALENDAR/g)).toHaveLength(1)
})
