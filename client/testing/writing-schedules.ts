/** Schedules of what several people write in one story, with delays, and whether each person's runs of letters stayed whole. */
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { createPlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { openTable } from './co-writers.ts'
import { pressKey } from './show-story.tsx'

export const ACTS = [
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
export type Act = {
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

export const blocksOf = (doc: Node): readonly string[] => {
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

export const startOf = (texts: readonly string[]): Uint8Array => {
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

export const check = (count: number, texts: readonly string[], acts: readonly Act[]): void => {
  const { runs, stories, html } = play(count, texts, acts)
  for (const other of html) expect(other).toBe(html[0])
  expect(runs.map((run) => faultOf(run, stories[0]!)).filter((fault) => fault !== null)).toEqual([])
}

export const acts = (people: number, names: readonly Act['act'][], maxLength: number): fc.Arbitrary<readonly Act[]> =>
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
