/**
 * Several people in one story: each person's run of typed characters stays together and in order, whatever the others do with
 * Enter, Backspace, lists, headings, bold, paste and undo at the same time.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CoWriter, openTable } from '#testing/co-writers.ts'
import { type Act, acts, ACTS, blocksOf, check, startOf } from '#testing/writing-schedules.ts'

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

test('whoever types on where letters were moved, and behind a copy of their own, is not parted', () => {
  const types = (who: number, at: number, sends: boolean, hears = false): Act => ({
    who,
    act: 'type',
    at,
    sends,
    hears,
  })
  const does = (who: number, act: Act['act'], hears = false): Act => ({ who, act, at: 0, sends: false, hears })
  const moved = [types(2, 0, true), types(0, 1, true, true), types(2, 2, false), { ...does(1, 'place', true), at: 2 }]
  check(3, [''], [...moved, types(2, 0, true, true), types(2, 2, false), types(0, 0, false, true), types(1, 1, true)])
  const gaps = [
    types(2, 0, true),
    types(1, 0, false, true),
    types(2, 0, true),
    types(2, 0, false),
    types(0, 0, false, true),
  ]
  check(3, [''], gaps)
  const divided = [{ ...does(1, 'place'), at: 33 }, types(0, 0, true, true), does(1, 'enter', true), types(1, 0, true)]
  check(3, ['Samen', 'verder'], [...divided, types(2, 0, false), types(0, 0, true, true)])
  const copied = [does(1, 'heading'), types(1, 0, true), types(2, 0, false, true), types(0, 0, false)]
  check(3, ['Samen', 'verder'], [...copied, does(2, 'paste'), types(1, 0, false), types(0, 0, false, true)])
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

test('undo right after a list was made and unmade leaves what another wrote in between', () => {
  const quiet = { at: 0, sends: false, hears: false }
  check(
    2,
    ['Samen'],
    [
      { who: 1, act: 'type', ...quiet, at: 2 },
      { who: 0, act: 'orderedList', ...quiet, sends: true },
      { who: 1, act: 'type', ...quiet, sends: true, hears: true },
      { who: 0, act: 'orderedList', ...quiet, hears: true },
      { who: 0, act: 'undo', ...quiet },
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
