/** Several people who each press Enter and write on: every line stays that of whoever began it, and what is not touched stays as it is. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { storyOf } from '#domain/document/plan-doc.ts'
import { type CoWriter, openTable } from '#testing/co-writers.ts'
import { pressKey } from '#testing/show-story.tsx'
import { blocksOf, startOf } from '#testing/writing-schedules.ts'

type Act = {
  readonly who: number
  readonly act: 'type' | 'enter' | 'backspace'
  readonly sends: boolean
  readonly hears: boolean
}

const toEnd = ({ editor }: CoWriter) => editor.commands.setTextSelection(editor.state.doc.content.size - 1)
const type = ({ editor }: CoWriter, letters: string) => editor.view.dispatch(editor.state.tr.insertText(letters))
const press = ({ editor }: CoWriter, key: string) => pressKey(editor, key)

/** What each meant to write, and what stands with each in the end. Backspace only takes back an Enter. */
const play = (count: number, acts: readonly Act[]) => {
  const table = openTable(count, startOf(['Samen']))
  const lines: { text: string }[] = []
  const own = new Map<number, { text: string }>()
  try {
    acts.forEach(({ who, act, sends, hears }, index) => {
      const person = table.people[who]!
      const line = own.get(who)
      if (hears) person.hear()
      if (line !== undefined && act === 'backspace' && line.text === '') {
        press(person, 'Backspace')
        lines.splice(lines.indexOf(line), 1)
        own.delete(who)
      } else if (line !== undefined && act === 'type') {
        type(person, ` ${index}`)
        line.text += ` ${index}`
      } else {
        if (line === undefined) toEnd(person) // Backspace leaves the cursor in the line before, which may be another's
        press(person, 'Enter')
        own.set(who, { text: '' })
        lines.push(own.get(who)!)
      }
      if (sends) person.send()
    })
    table.settle()
    const meant = ['Samen', ...lines.map(({ text }) => text)].toSorted()
    return { meant, stories: table.people.map(({ editor }) => blocksOf(editor.state.doc).toSorted()) }
  } finally {
    table.leave()
  }
}

/** The same schedules each time; RUNS and SEED try others. */
const SCHEDULES = { numRuns: Number(process.env['RUNS'] ?? 60), seed: Number(process.env['SEED'] ?? 12) }
const ACTS = ['type', 'type', 'type', 'enter', 'backspace'] as const

test.each([
  [2, 14],
  [2, 40],
  [3, 30],
])('%i people, in schedules of %i: nobody writes in another’s line', (people, maxLength) => {
  const acts = fc.array(
    fc.record({
      who: fc.nat(people - 1),
      act: fc.constantFrom(...ACTS),
      sends: fc.boolean(),
      hears: fc.boolean(),
    }),
    { maxLength },
  )
  fc.assert(
    fc.property(acts, (schedule) => {
      const { meant, stories } = play(people, schedule)
      for (const story of stories) expect(story).toEqual(meant)
    }),
    SCHEDULES,
  )
})

const alone = (html: string, run: (person: CoWriter) => void) => {
  const table = openTable(1, startOf([]))
  const person = table.people[0]!
  person.editor.commands.setContent(html)
  try {
    const before = storyOf(person.doc).toArray()
    run(person)
    return { html: person.editor.getHTML(), before, after: storyOf(person.doc).toArray(), doc: person.doc }
  } finally {
    table.leave()
  }
}
const at = ({ editor }: CoWriter, place: number) => editor.commands.setTextSelection(place)
/** The shared story as another device would draw it. */
const drawnAnew = (doc: Y.Doc): string => {
  const table = openTable(1, Y.encodeStateAsUpdate(doc))
  try {
    return table.people[0]!.editor.getHTML()
  } finally {
    table.leave()
  }
}

test.each([
  [
    'in the middle',
    '<p>een <strong>twee</strong> drie</p>',
    7,
    '<p>een <strong>tw</strong></p><p><strong>ee</strong> drie</p>',
  ],
  ['at the end of a heading', '<h2>Thuis</h2><p>rust</p>', 6, '<h2>Thuis</h2><p></p><p>rust</p>'],
  ['in a heading', '<h2>Thuis en werk</h2>', 6, '<h2>Thuis</h2><h2> en werk</h2>'],
  ['behind a line break', '<p>een<br>twee</p>', 9, '<p>een<br>twee</p><p></p>'],
  ['before a line break', '<p>een<br>twee</p>', 3, '<p>ee</p><p>n<br>twee</p>'],
  [
    'in a list',
    '<ul><li dir="auto"><p>een</p></li></ul>',
    5,
    '<ul><li dir="auto"><p>ee</p></li><li dir="auto"><p>n</p></li></ul>',
  ],
  [
    'before a list within a list',
    '<ul><li dir="auto"><p>een</p><ul><li dir="auto"><p>twee</p></li></ul></li></ul>',
    6,
    '<ul><li dir="auto"><p>een</p></li><li dir="auto"><p></p><ul><li dir="auto"><p>twee</p></li></ul></li></ul>',
  ],
])('Enter %s: with the others it stands as here', (_where, html, place, expected) => {
  const { html: shown, doc } = alone(html, (person) => {
    at(person, place)
    press(person, 'Enter')
  })
  expect(shown).toBe(expected)
  expect(drawnAnew(doc)).toBe(expected)
})

test('Enter at the beginning of a line leaves the line as it is: its letters stay whose they are', () => {
  const { html, before, after } = alone('<p>een</p><p>twee</p><p>drie</p>', (person) => {
    at(person, 6)
    press(person, 'Enter')
  })
  expect(html).toBe('<p>een</p><p></p><p>twee</p><p>drie</p>')
  expect([after[0], after[2], after[3]]).toEqual(before)
})

test('Backspace in an empty line takes that line, and not the empty one before it', () => {
  const { html, before, after } = alone('<p>een</p><p></p><p></p><p>drie</p>', (person) => {
    at(person, 8)
    press(person, 'Backspace')
  })
  expect(html).toBe('<p>een</p><p></p><p>drie</p>')
  expect(after).toEqual([before[0], before[1], before[3]])
})
