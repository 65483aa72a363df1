/**
 * Several people in one story: each person's run of typed characters stays together and in order, whatever the others do with
 * Enter, Backspace, lists, headings, bold, paste and undo at the same time.
 */
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createPlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { type CoWriter, openTable } from '#testing/co-writers.ts'
import { pressKey } from '#testing/show-story.tsx'

const ACTS = [
  'type',
  'place',
  'enter',
  'backspace',
  'heading',
  'bulletList',
  'orderedList',
  'bold',
  'paste',
  'undo',
] as const
type Act = {
  readonly who: number
  readonly act: (typeof ACTS)[number]
  readonly at: number
  readonly sends: boolean
  readonly hears: boolean
}

/** Every typed character is another one, so that it can be found: a person's first is their letter's block, then it counts on. */
const BASE = 0x4e00
const PER_PERSON = 0x800
const runOf = (who: number, count: number): string => String.fromCharCode(BASE + who * PER_PERSON + count)

const blocksOf = (doc: Node): readonly string[] => {
  const blocks: string[] = []
  doc.descendants((node) => {
    if (!node.isTextblock) return
    blocks.push(node.textBetween(0, node.content.size, '', '\n'))
  })
  return blocks
}

/** Where a person puts the cursor: at the beginning or the end of a run, never inside somebody's word. */
const placesIn = (doc: Node): readonly number[] => {
  const places: number[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return
    const text = node.textBetween(0, node.content.size, '', '\n')
    for (let at = 0; at <= text.length; at += 1)
      if (at === 0 || at === text.length || text.charCodeAt(at) !== text.charCodeAt(at - 1) + 1)
        places.push(position + 1 + at)
  })
  return places
}

const startOf = (texts: readonly string[]): Uint8Array => {
  const doc = createPlanDoc(99)
  storyOf(doc).insert(
    0,
    texts.map((text) => {
      const paragraph = new Y.XmlElement('paragraph')
      if (text !== '') paragraph.insert(0, [new Y.XmlText(text)])
      return paragraph
    }),
  )
  return Y.encodeStateAsUpdate(doc)
}

type Run = { readonly who: number; readonly letters: string[]; mayLose: boolean }

const play = (count: number, texts: readonly string[], acts: readonly Act[]) => {
  const table = openTable(count, startOf(texts))
  const runs: Run[] = []
  const current = new Map<number, Run>()
  const typed = new Map<number, number>()
  try {
    const last = (editor: Editor): number => placesIn(editor.state.doc).at(-1) ?? 0
    for (const { editor } of table.people) editor.commands.setTextSelection(last(editor))
    for (const { who, act, at, sends, hears } of acts) {
      const { editor, ...person } = table.people[who]!
      if (hears) person.hear()
      const begin = (): Run => {
        const run: Run = { who, letters: [], mayLose: false }
        runs.push(run)
        current.set(who, run)
        return run
      }
      const next = (length: number): string => {
        const from = typed.get(who) ?? 0
        typed.set(who, from + length)
        return Array.from({ length }, (_, index) => runOf(who, from + index)).join('')
      }
      if (act === 'type') {
        const run = current.get(who) ?? begin()
        for (const letter of next(1 + (at % 3))) {
          editor.view.dispatch(editor.state.tr.insertText(letter))
          run.letters.push(letter)
        }
      } else {
        current.delete(who)
        typed.set(who, (typed.get(who) ?? 0) + 1) // a new run does not look like the end of the one before
      }
      if (act === 'place') {
        const places = placesIn(editor.state.doc)
        editor.view.dispatch(
          editor.state.tr.setSelection(TextSelection.create(editor.state.doc, places[at % places.length]!)),
        )
      }
      if (act === 'enter') pressKey(editor, 'Enter')
      if (act === 'backspace' && editor.state.selection.$from.parentOffset === 0) pressKey(editor, 'Backspace')
      if (act === 'heading') editor.commands.toggleHeading({ level: 2 })
      if (act === 'bulletList') editor.commands.toggleBulletList()
      if (act === 'orderedList') editor.commands.toggleOrderedList()
      if (act === 'bold') {
        const { $from } = editor.state.selection
        const range = { from: $from.start(), to: $from.end() }
        const { from } = editor.state.selection
        editor.chain().setTextSelection(range).toggleBold().setTextSelection(from).run()
      }
      if (act === 'paste') {
        const [one, two] = [next(3), (next(1), next(3))]
        for (const letters of [one, two]) runs.push({ who, letters: [...letters], mayLose: false })
        editor.commands.insertContent([
          { type: 'paragraph', content: [{ type: 'text', text: one }] },
          { type: 'paragraph', content: [{ type: 'text', text: two }] },
        ])
      }
      if (act === 'undo') {
        editor.commands.undo()
        for (const run of runs) if (run.who === who) run.mayLose = true
      }
      if (sends) person.send()
    }
    table.settle()
    return {
      runs,
      stories: table.people.map(({ editor }) => blocksOf(editor.state.doc)),
      html: table.people.map(({ editor }) => editor.getHTML()),
    }
  } finally {
    table.leave()
  }
}

/** What is wrong with a run in a story; `null`: nothing. */
const faultOf = ({ letters, mayLose }: Run, blocks: readonly string[]): string | null => {
  const whole = letters.join('')
  if (blocks.some((block) => block.includes(whole))) return null
  const left = letters.filter((letter) => blocks.some((block) => block.includes(letter)))
  if (!mayLose && left.length < letters.length) return `lost ${letters.length - left.length} of ${whole}`
  if (left.length === 0 || blocks.some((block) => block.includes(left.join('')))) return null
  return `parted ${whole}: ${blocks.filter((block) => letters.some((letter) => block.includes(letter))).join(' | ')}`
}

const check = (count: number, texts: readonly string[], acts: readonly Act[]): void => {
  const { runs, stories, html } = play(count, texts, acts)
  for (const other of html) expect(other).toBe(html[0])
  expect(runs.map((run) => faultOf(run, stories[0]!)).filter((fault) => fault !== null)).toEqual([])
}

const acts = (people: number, names: readonly Act['act'][], maxLength: number): fc.Arbitrary<readonly Act[]> =>
  fc.array(
    fc.record({
      who: fc.nat(people - 1),
      act: fc.constantFrom('type' as const, 'type' as const, ...names),
      at: fc.nat(40),
      sends: fc.boolean(),
      hears: fc.boolean(),
    }),
    { maxLength },
  )

/** The same schedules each time; RUNS and SEED try others. */
const SCHEDULES = { numRuns: Number(process.env['RUNS'] ?? 40), seed: Number(process.env['SEED'] ?? 12) }

test('five people at the end of one line: nobody gets words inside a word', () => {
  fc.assert(
    fc.property(acts(5, [], 40), (schedule) => check(5, ['Samen'], schedule)),
    SCHEDULES,
  )
})

test('in an empty story, and after tapping at the end of what others are writing', () => {
  fc.assert(
    fc.property(acts(3, ['place'], 40), (schedule) => check(3, [''], schedule)),
    SCHEDULES,
  )
})

test('while others press Enter and Backspace', () => {
  fc.assert(
    fc.property(acts(3, ['place', 'enter', 'backspace'], 30), (schedule) => check(3, ['Samen', 'verder'], schedule)),
    SCHEDULES,
  )
})

test('while others make lists and headings, in bold, paste and undo', () => {
  fc.assert(
    fc.property(acts(3, ACTS, 30), (schedule) => check(3, ['Samen', 'verder'], schedule)),
    SCHEDULES,
  )
})

test('two who divide one paragraph at once, one of them a letter behind: every letter is there', () => {
  const quiet = { at: 0, sends: false, hears: false }
  check(
    2,
    ['Samen', 'verder'],
    [
      { who: 1, act: 'type', ...quiet },
      { who: 1, act: 'place', ...quiet, at: 6 },
      { who: 1, act: 'type', ...quiet, sends: true },
      { who: 0, act: 'type', ...quiet, hears: true },
      { who: 1, act: 'enter', ...quiet },
      { who: 0, act: 'enter', ...quiet },
    ],
  )
})

test('a word that is composed is not interrupted by letters in the same paragraph, and is with the others at once', async () => {
  const table = openTable(2, startOf(['Samen']))
  const [one, two] = table.people as readonly [CoWriter, CoWriter]
  for (const { editor } of table.people) editor.commands.setTextSelection(6)
  const type = ({ editor }: CoWriter, letters: string) => editor.view.dispatch(editor.state.tr.insertText(letters))
  const before = one.editor.view.dom.querySelector('p')!.firstChild
  one.editor.view.dom.dispatchEvent(new CompositionEvent('compositionstart'))
  type(one, ' qw')
  type(two, '!')
  two.editor.commands.insertContentAt(0, { type: 'paragraph', content: [{ type: 'text', text: 'Boven' }] })
  const shown = () => one.editor.view.dom.querySelector('p')
  two.send()
  one.hear()
  expect(blocksOf(one.editor.state.doc)).toEqual(['Samen qw'])
  expect(shown()?.firstChild).toBe(before)
  type(one, 'erty')
  one.send()
  two.hear()
  expect(blocksOf(two.editor.state.doc)).toEqual(['Boven', expect.stringMatching(/^Samen(?: qwerty!|! qwerty)$/)])
  one.editor.view.dom.dispatchEvent(new CompositionEvent('compositionend'))
  await expect.poll(() => blocksOf(one.editor.state.doc)).toEqual(blocksOf(two.editor.state.doc))
  type(one, '4')
  expect(blocksOf(one.editor.state.doc)[1]).toContain('qwerty4')
  table.leave()
})
