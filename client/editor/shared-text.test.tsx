/** Two people write in one short text, each on their own device. */
import { cleanup, fireEvent, render } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { nl } from '#copy/nl.ts'
import { createFakeDrafts } from '#testing/fake-drafts.ts'
import { createRandomness } from '#testing/fake-plan.ts'
import { entitiesOf, createPlanDoc, type PlanDoc } from '#domain/document/plan-doc.ts'
import { setText, readText } from '#domain/document/texts.ts'
import { createUndo } from '#domain/undo/undo.ts'
import { addWish } from '#domain/goals/wishes.ts'
import { DraftsContext } from '#ui/draft.ts'
import { SharedText, WRITTEN_LIMIT } from './shared-text.tsx'

afterEach(cleanup)

const sync = (from: PlanDoc, to: PlanDoc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from))

const setUp = (text: string, more: { single?: boolean; readOnly?: boolean } = {}) => {
  const kept = new Map<string, string>()
  const [mine, theirs] = [createPlanDoc(1), createPlanDoc(2)]
  const id = addWish(mine, text, createRandomness())
  sync(mine, theirs)
  const show = () =>
    render(() => (
      <DraftsContext.Provider value={createFakeDrafts(kept)}>
        <SharedText doc={mine} kind="wish" id={id} field="text" label="Wens" {...more} />
      </DraftsContext.Provider>
    ))
  const page = show()
  const area = page.getByLabelText('Wens') as HTMLTextAreaElement
  const type = (value: string): void => void fireEvent.input(area, { target: { value } })
  const they = (value: string): void => {
    setText(theirs, 'wish', id, 'text', value)
    sync(theirs, mine)
  }
  const read = (doc = mine): string => readText(doc, 'wish', id, 'text')
  return { mine, theirs, id, area, type, they, read, page, show }
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
  const { area, type, they, read, mine, theirs } = setUp('een tuin')
  area.focus()
  fireEvent.compositionStart(area)
  type('een tuin 庭')
  expect(read()).toBe('een tuin 庭') // in the plan at once: the page may go before the word is finished
  sync(mine, theirs)
  they('Ooit een tuin 庭')
  they('Ooit een tuin 庭, met bomen')
  expect(area.value).toBe('een tuin 庭')
  type('een tuin 庭園')
  fireEvent.compositionEnd(area)
  expect([area.value, read()]).toEqual(['Ooit een tuin 庭園, met bomen', 'Ooit een tuin 庭園, met bomen'])
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

test.each([
  ['by itself', () => {}],
  ['when the page is left', () => void window.dispatchEvent(new Event('pagehide'))],
  [
    'when the page is hidden',
    () => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
      Reflect.deleteProperty(document, 'visibilityState')
    },
  ],
  ['when the field is left', (area: HTMLElement) => void fireEvent.blur(area)],
])('a word that is being composed is in the plan before it is finished: %s', (how, leave) => {
  const { area, type, they, read } = setUp('een tuin')
  area.focus()
  fireEvent.compositionStart(area)
  if (how !== 'by itself') they('Ooit een tuin') // others write: the word waits
  type('een tuin met bo')
  leave(area)
  expect(read()).toBe(how === 'by itself' ? 'een tuin met bo' : 'Ooit een tuin met bo')
  expect(area.value).toBe('een tuin met bo')
  type('een tuin met bomen')
  fireEvent.compositionEnd(area)
  const all = how === 'by itself' ? 'een tuin met bomen' : 'Ooit een tuin met bomen'
  expect([area.value, read()]).toEqual([all, all])
})

test('what is pasted and does not fit stays beside the text, also after a reload, until it is thrown away', () => {
  const { area, type, read, page, show } = setUp('Brief: einde')
  const room = WRITTEN_LIMIT - 'Brief: einde'.length
  area.setSelectionRange(7, 7)
  type(`Brief: ${'a'.repeat(room - 1)}🌷en de rest.einde`)
  expect(read()).toBe(`Brief: ${'a'.repeat(room - 1)}einde`)
  expect(area.value).toBe(read())
  const besideOn = (one: typeof page) => (one.getByLabelText(nl.field.restLabel) as HTMLTextAreaElement).value
  expect(page.getByRole('alert').textContent).toBe(nl.field.rest(WRITTEN_LIMIT))
  expect(besideOn(page)).toBe('🌷en de rest.')
  cleanup()
  const again = show()
  expect(besideOn(again)).toBe('🌷en de rest.')
  fireEvent.click(again.getByRole('button', { name: nl.field.throwRestAway }))
  expect(again.queryByLabelText(nl.field.restLabel)).toBeNull()
})

test('a text that is too long to type, or has characters that an area lacks, is edited only where it changed', () => {
  const long = `a\r\nb${'c'.repeat(WRITTEN_LIMIT)}`
  const { area, type, read, page } = setUp(long)
  type(`${area.value}!`)
  expect([read(), area.value.endsWith('!')]).toEqual([long, false])
  expect((page.getByLabelText(nl.field.restLabel) as HTMLTextAreaElement).value).toBe('!')
  type(area.value.slice(0, -1))
  expect(read()).toBe(long.slice(0, -1))
})

test('a picture is refused in words, until something is typed', () => {
  const { area, type, page } = setUp('Een tuin')
  const picture = { files: [new File([], 'x', { type: 'image/png' })], types: ['Files'] }
  expect(fireEvent.paste(area, { clipboardData: { files: [], types: ['text/plain'] } })).toBe(true)
  expect(page.queryByRole('alert')).toBeNull()
  expect(fireEvent.paste(area, { clipboardData: picture })).toBe(false)
  expect(page.getByRole('alert').textContent).toBe(nl.field.noPictures)
  type('Een grote tuin')
  expect(page.queryByRole('alert')).toBeNull()
})
