import { expect, test } from 'vitest'
import { formatSeenLast, LONGEST_SEEN } from '../device/seen-last-text.ts'
import { parseSeenLast, type SeenLast } from './seen-last.ts'

const spoke = { id: 'home', name: 'Wonen', scores: [6, null], talkAbout: true, said: '6', before: null }
const SEEN: SeenLast = {
  language: 'nl',
  title: 'Rustig wonen',
  hidden: [{ section: 'conversations', name: 'Gesprekken' }],
  proposal: 'card-with-content',
  parts: [
    { section: 'story', name: 'Mijn verhaal', blocks: [{ is: 'story', text: 'Ik ben Ans.' }] },
    {
      section: 'wheel',
      name: 'Mijn wiel',
      blocks: [{ is: 'wheel', label: 'Wiel', spokes: [spoke], talkAbout: 'Praten', scale: '0 tot 10' }],
    },
    {
      section: 'goals',
      name: 'Doelen',
      blocks: [
        {
          is: 'goals',
          goals: [{ title: 'Buiten', steps: [{ what: 'Bellen', details: ['Ans'], mark: 'Eerst' }], soft: '' }],
        },
      ],
    },
    { section: 'contact', name: 'Contact', blocks: [{ is: 'sayings', sayings: [['Ans: bellen', 'door Wanda']] }] },
    {
      section: 'people',
      name: 'Wie doet mee',
      blocks: [
        { is: 'faces', faces: [{ name: 'Ans', colour: 2 }] },
        { is: 'lines', lines: ['Ans (jij)'] },
      ],
    },
  ],
}
const text = formatSeenLast(SEEN) ?? ''
/** With something else at one place. */
const changed = (change: (stored: Record<string, unknown>) => void): string => {
  const stored = JSON.parse(text) as Record<string, unknown>
  change(stored)
  return JSON.stringify(stored)
}

test('what was seen comes back as it was', () => {
  expect(parseSeenLast(text)).toEqual(SEEN)
})

const block = (part: object) =>
  changed((stored) => (stored['parts'] = [{ section: 'story', name: '', blocks: [part] }]))
const wheel = (one: object) =>
  block({ is: 'wheel', label: '', spokes: [{ ...spoke, ...one }], talkAbout: '', scale: '' })

test.each<[string, string | null]>([
  ['nothing', null],
  ['no text of ours', 'weg'],
  ['a text that was cut', text.slice(0, -1)],
  ['an earlier version', changed((stored) => (stored['version'] = 0))],
  ['a later version', changed((stored) => (stored['version'] = 2))],
  ['no version', changed((stored) => delete stored['version'])],
  [
    'a part that nobody knows',
    changed((stored) => (stored['parts'] = [{ section: '__proto__', name: '', blocks: [] }])),
  ],
  ['a block that nobody knows', block({ is: 'html', text: '<img src=x onerror=alert(1)>' })],
  ['more than a block has', block({ is: 'text', text: '', href: 'javascript:alert(1)' })],
  ['a score that there is not', wheel({ scores: [11] })],
  ['a score that is no number', wheel({ scores: ['6'] })],
  ['a colour that there is not', block({ is: 'faces', faces: [{ name: 'Ans', colour: 9 }] })],
])('%s is ignored', (_name, stored) => {
  expect(parseSeenLast(stored)).toBeNull()
})

test('what is longer than its limit is neither kept nor read', () => {
  const long = 'a'.repeat(LONGEST_SEEN)
  expect(formatSeenLast({ ...SEEN, title: long })).toBeNull()
  expect(parseSeenLast(changed((stored) => (stored['title'] = long)))).toBeNull()
})
