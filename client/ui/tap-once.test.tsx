/** A double tap is one tap: nothing is made twice, taken back at once, or opened because it came under the finger. */
import { createEvent, fireEvent, render, screen as page } from '@solidjs/testing-library'
import { beforeEach, expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { addConversation, conversationsOf, setPhase } from '#domain/conversations/conversations.ts'
import { readPlan } from '#domain/document/read-plan.ts'
import { createFakePlan, createRandomness, NOW } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { tapOnce } from '#ui/tap-once.ts'

beforeEach(() => tapOnce(window))

const random = createRandomness(61)
const button = (name: string): HTMLElement => page.getByRole('button', { name })

type Tap = { readonly at: number; readonly detail?: number; readonly x?: number; readonly by?: 'mouse' | 'touch' }
/** `at`: the moment, in ms. */
const tap = (target: Element, { at, detail = 1, x = 40, by = 'touch' }: Tap): void => {
  fireEvent.pointerDown(target, { pointerType: by })
  const click = createEvent.click(target, { detail, clientX: x, clientY: 300 })
  Object.defineProperty(click, 'timeStamp', { value: at })
  fireEvent(target, click)
}
const setUp = async (path: string, fake = createFakePlan()) => {
  await renderApp(`/plan/${fake.plan.id}${path}`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1 })
  return fake
}

test('a conversation that is prepared with a double tap is one', async () => {
  const { doc } = await setUp('/conversations')
  const prepare = button(nl.conversations.prepare)
  let taken = 0
  prepare.addEventListener('click', () => (taken += 1))
  tap(prepare, { at: 1_000, by: 'mouse' })
  tap(prepare, { at: 1_150, by: 'mouse', detail: 2 })
  fireEvent.input(await page.findByLabelText(nl.conversations.ownPoint), { target: { value: 'De hond' } })
  expect([taken, conversationsOf(readPlan(doc)).length]).toEqual([1, 1])
})

test('a conversation that is closed with a double tap stays closed; a later tap opens it again', async () => {
  const fake = createFakePlan()
  const id = addConversation(fake.doc, NOW, random)
  setPhase(fake.doc, id, 'close', random)
  await setUp(`/conversations/${id}`, fake)
  const isHeld = (): boolean | undefined => conversationsOf(readPlan(fake.doc))[0]?.held
  tap(button(nl.conversations.close), { at: 1_000 })
  tap(button(nl.conversations.reopen), { at: 1_300 })
  expect(isHeld()).toBe(true)
  tap(button(nl.conversations.reopen), { at: 1_701 })
  expect(isHeld()).toBe(false)
})

test('what is no second tap is heard: beside it, later, from the keyboard, again and again, in a text, a box by its label', () => {
  const heard: string[] = []
  const hear = (name: string) => () => void heard.push(name)
  const Controls = () => (
    <>
      <button onClick={hear('one')}>een</button>
      <button data-repeats="" onClick={hear('undo')}>
        terug
      </button>
      <label>
        <input type="checkbox" onChange={hear('box')} />
        <span>vinkje</span>
      </label>
      <input aria-label="tekst" onClick={hear('text')} />
    </>
  )
  render(() => <Controls />)
  const heardOf = (name: string, ...taps: readonly Tap[]): readonly string[] => {
    heard.length = 0
    for (const one of taps) tap(page.queryByText(name) ?? page.getByLabelText(name), one)
    return heard
  }
  expect(heardOf('een', { at: 1_000 }, { at: 1_200 }, { at: 1_400 })).toEqual(['one'])
  expect(heardOf('een', { at: 2_000 }, { at: 2_200, x: 90 })).toEqual(['one', 'one'])
  expect(heardOf('een', { at: 3_000 }, { at: 3_401 })).toEqual(['one', 'one'])
  expect(heardOf('een', { at: 4_000 }, { at: 4_100, detail: 0 })).toEqual(['one', 'one'])
  expect(heardOf('een', { at: 5_000, by: 'mouse' }, { at: 5_200, by: 'mouse' })).toEqual(['one', 'one'])
  expect(heardOf('terug', { at: 6_000 }, { at: 6_200 })).toEqual(['undo', 'undo'])
  expect(heardOf('vinkje', { at: 7_000 }, { at: 7_200 })).toEqual(['box'])
  expect(heardOf('tekst', { at: 8_000 }, { at: 8_200 })).toEqual(['text', 'text'])
})

test('whoever has typed since the first tap means the second', () => {
  const heard: string[] = []
  render(() => (
    <>
      <button onClick={() => heard.push('tap')}>verder</button>
      <input aria-label="veld" />
    </>
  ))
  tap(button('verder'), { at: 1_000 })
  fireEvent(page.getByLabelText('veld'), new InputEvent('beforeinput', { bubbles: true }))
  tap(button('verder'), { at: 1_100 })
  expect(heard).toHaveLength(2)
})
