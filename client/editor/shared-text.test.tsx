/** Two people write in one short text, each on their own device. */
import { cleanup, fireEvent, render } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRandomness } from '#testing/fake-plan.ts'
import { entitiesOf, createPlanDoc, type PlanDoc } from '#domain/document/plan-doc.ts'
import { setText, readText } from '#domain/document/texts.ts'
import { createUndo } from '#domain/undo/undo.ts'
import { addWish } from '#domain/goals/wishes.ts'
import { SharedText, WRITTEN_LIMIT } from './shared-text.tsx'

afterEach(cleanup)

const sync = (from: PlanDoc, to: PlanDoc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from))

const setUp = (text: string, more: { single?: boolean; readOnly?: boolean } = {}) => {
  const [mine, theirs] = [createPlanDoc(1), createPlanDoc(2)]
  const id = addWish(mine, text, createRandomness())
  sync(mine, theirs)
  const page = render(() => <SharedText doc={mine} kind="wish" id={id} field="text" label="Wens" {...more} />)
  const area = page.getByLabelText('Wens') as HTMLTextAreaElement
  const type = (value: string): void => void fireEvent.input(area, { target: { value } })
  const they = (value: string): void => {
    setText(theirs, 'wish', id, 'text', value)
    sync(theirs, mine)
  }
  const read = (doc = mine): string => readText(doc, 'wish', id, 'text')
  return { mine, theirs, id, area, type, they, read }
}

test("typed text is in the plan, and a peer's text is in the area", () => {
  const { area, type, they, read, mine, theirs } = setUp('Een tuin')
  expect(area.value).toBe('Een tuin')
  type('Een grote tuin')
  sync(mine, theirs)
  they('Een grote tuin met bomen')
  expect([area.value, read()]).toEqual(['Een grote tuin met bomen', 'Een grote tuin met bomen'])
})

test('the caret stays between the same letters while others write before and after it', () => {
  const { area, they } = setUp('een tuin')
  area.focus()
  area.setSelectionRange(4, 8)
  they('Ooit een tuin')
  expect([area.selectionStart, area.selectionEnd]).toEqual([9, 13])
  they('Ooit een tuin met bomen')
  expect([area.selectionStart, area.selectionEnd]).toEqual([9, 13])
  they('een tuin met bomen')
  expect([area.selectionStart, area.selectionEnd]).toEqual([4, 8])
  they('een')
  expect([area.selectionStart, area.selectionEnd]).toEqual([3, 3])
})

test('a word that is being composed is not interrupted, and concurrent text is kept', () => {
  const { area, type, they, read } = setUp('een tuin')
  area.focus()
  fireEvent.compositionStart(area)
  type('een tuin 庭')
  expect(read()).toBe('een tuin')
  they('Ooit een tuin')
  expect(area.value).toBe('een tuin 庭')
  type('een tuin 庭園')
  fireEvent.compositionEnd(area)
  expect([area.value, read()]).toEqual(['Ooit een tuin 庭園', 'Ooit een tuin 庭園'])
})

test('a deleted text stays on the screen, and cannot be written into', () => {
  const { area, type, mine, id } = setUp('een tuin')
  entitiesOf(mine, 'wish').delete(id)
  expect(area.readOnly).toBe(true)
  expect(() => type('een tuin!')).not.toThrow()
})

test('a reader cannot write', () => {
  expect(setUp('een tuin', { readOnly: true }).area.readOnly).toBe(true)
})

test("undo belongs to the plan: it reverts what I typed, and never a peer's edit", () => {
  const { area, type, they, mine, theirs, read } = setUp('een tuin')
  const undo = createUndo(mine)
  type('een mooie tuin')
  sync(mine, theirs)
  they('een mooie tuin met bomen')
  const asked = new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true })
  area.dispatchEvent(asked)
  expect(asked.defaultPrevented).toBe(true)
  undo.undo()
  expect([area.value, read()]).toEqual(['een tuin met bomen', 'een tuin met bomen'])
})

test('a title has no line breaks, neither by a key nor by pasting', () => {
  const { area, type, read } = setUp('een tuin', { single: true })
  expect(fireEvent.keyDown(area, { key: 'Enter' })).toBe(false)
  type('een\ntuin')
  expect(read()).toBe('een tuin')
})

test('a text that is too long to type, or has characters that an area lacks, is edited only where it changed', () => {
  const long = `a\r\nb${'c'.repeat(WRITTEN_LIMIT)}`
  const { area, type, read } = setUp(long)
  type(`${area.value}!`)
  expect(read()).toBe(`${long}!`)
  expect(area.maxLength).toBe(WRITTEN_LIMIT)
})
