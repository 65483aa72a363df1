/** What others change moves no control under a finger: a tap is for what stood there when the finger set out. */
import { cleanup, createEvent, fireEvent, render, screen as page } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { setAside } from '#domain/document/aside.ts'
import { readSteps, setStep } from '#domain/goals/steps.ts'
import { NOW } from '#testing/fake-plan.ts'
import { random, setUp, show, words } from '#testing/open-goals.tsx'
import { ForId } from '#ui/for-id.tsx'
import { guardTaps } from '#ui/guard-taps.ts'

/** In CSS pixels: the rows of a list, each as high as the others. */
const ROW = 100

/** Each row stands below the one before it; what is in it fills it. */
beforeEach(() => {
  onTestFinished(guardTaps(window))
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const row = this.closest('li')
    const place = row?.parentElement ? [...row.parentElement.children].indexOf(row) : -1
    return place < 0 ? new DOMRect() : new DOMRect(0, ROW * place, 300, ROW - 1)
  })
  onTestFinished(() => void vi.restoreAllMocks())
})

type By = 'mouse' | 'touch'
/** `at`: the moment, in ms from what was done before. `row`: where the finger comes down, from 0. */
const press = (target: Element, at: number, row: number, by: By = 'touch'): void => {
  const down = createEvent.pointerDown(target, { pointerType: by, clientX: 40, clientY: ROW * row + 50 })
  Object.defineProperty(down, 'timeStamp', { value: at })
  fireEvent(target, down)
}
const lift = (target: Element, at: number, row: number): void => {
  const click = createEvent.click(target, { detail: 1, clientX: 40, clientY: ROW * row + 50 })
  Object.defineProperty(click, 'timeStamp', { value: at })
  fireEvent(target, click)
}
const tap = (target: Element, at: number, row: number, by: By = 'touch'): void => {
  press(target, at, row, by)
  lift(target, at + 80, row)
}
const point = (x: number, by: By = 'mouse'): void =>
  void fireEvent(document.body, createEvent.pointerMove(document.body, { pointerType: by, clientX: x, clientY: 50 }))
/** Now, as events count it. */
const now = (): number => new Event('now').timeStamp

const Names = (props: { names: readonly string[]; onTap: (name: string) => void }) => (
  <ul>
    <ForId each={props.names.map((id) => ({ id }))} by={({ id }) => id}>
      {(name) => (
        <li>
          <button onClick={() => props.onTap(name().id)}>{name().id}</button>
        </li>
      )}
    </ForId>
  </ul>
)
const showNames = (...first: readonly string[]) => {
  const [names, setNames] = createSignal(first)
  const taps: string[] = []
  onTestFinished(cleanup)
  render(() => <Names names={names()} onTap={(name) => taps.push(name)} />)
  return { become: (...next: readonly string[]): number => (setNames(next), now()), taps }
}
const button = (name: string): HTMLElement => page.getByRole('button', { name })

test("a step of another's goes: the next one that comes under the finger is not ticked, half a second later it is", async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`)
  const box = (name: string) => page.getByRole('checkbox', { name: words.stepDone(name) })
  const isDone = (): boolean =>
    readSteps(setting.doc).find(({ id }) => id === setting.second)?.status[0] === 'completed'
  setAside(setting.other, 'step', setting.first, NOW, random)
  setting.merge()
  const came = now()
  expect(page.queryByRole('checkbox', { name: words.stepDone('Bellen') })).toBeNull()
  tap(box('Fietsen'), came + 100, 0)
  expect(isDone()).toBe(false)
  tap(box('Fietsen'), came + 600, 0)
  expect(isDone()).toBe(true)
})

test("what grows by another's change moves what is below it, without a row that comes or goes", async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`)
  const before = vi.mocked(Element.prototype.getBoundingClientRect).getMockImplementation()
  setStep(setting.other, setting.first, { form: 'phone' }, random)
  setting.merge()
  vi.mocked(Element.prototype.getBoundingClientRect).mockImplementation(function (this: Element) {
    const rect = before?.call(this) ?? new DOMRect()
    return new DOMRect(rect.x, rect.y + ROW, rect.width, rect.height) // a row lower
  })
  const box = page.getByRole('checkbox', { name: words.stepDone('Bellen') })
  tap(box, now() + 100, 1)
  expect(readSteps(setting.doc).find(({ id }) => id === setting.first)?.status).not.toContain('completed')
})

test('a list of no plan too: a row that comes or goes moves the others; where nothing stood, nothing was aimed at', () => {
  const { become, taps } = showNames('Ans', 'Bo', 'Cas')
  const came = become('Bo', 'Cas', 'Dirk')
  tap(button('Bo'), came + 100, 0)
  tap(button('Cas'), came + 200, 1)
  expect(taps).toEqual([])
  tap(button('Cas'), came + 600, 1)
  expect(taps).toEqual(['Cas'])
  const grew = become('Bo', 'Cas', 'Dirk', 'Eva')
  tap(button('Eva'), grew + 2_000, 3)
  tap(button('Bo'), grew + 2_500, 0)
  expect(taps).toEqual(['Cas', 'Eva', 'Bo'])
})

test('a finger that is down when the list moves meets only what it came down on', () => {
  const { become, taps } = showNames('Ans', 'Bo')
  press(button('Ans'), now(), 0)
  const came = become('Bo')
  lift(button('Bo'), came + 40, 0)
  expect(taps).toEqual([])
})

test.each([
  ['has typed since', () => fireEvent.input(document.body)],
  ['has come to another screen', () => fireEvent(window, new HashChangeEvent('hashchange'))],
])('whoever %s has looked again', (_, act) => {
  const { become, taps } = showNames('Ans', 'Bo')
  const came = become('Bo')
  act()
  tap(button('Bo'), came + 100, 0)
  expect(taps).toEqual(['Bo'])
})

test('one change after another does not make the new place the aim', () => {
  const { become, taps } = showNames('Ans', 'Bo', 'Cas')
  const clock = vi.spyOn(Event.prototype, 'timeStamp', 'get')
  clock.mockReturnValue(5_000)
  become('Bo', 'Cas')
  clock.mockReturnValue(5_200)
  become('Bo')
  tap(button('Bo'), 5_300, 0)
  expect(taps).toEqual([])
})

test('what this person did is an answer: the row that comes next is tapped at once, and so is one that a mouse went to', () => {
  const { become, taps } = showNames('Ans', 'Bo', 'Cas', 'Dirk')
  const began = now()
  tap(button('Ans'), began, 0)
  const answered = become('Bo', 'Cas', 'Dirk')
  tap(button('Bo'), answered + 490, 0)
  expect(taps).toEqual(['Ans', 'Bo'])
})

test('a mouse that rests has aimed before, one that moved since has aimed anew', () => {
  const { become, taps } = showNames('Ans', 'Bo', 'Cas')
  point(40)
  const came = become('Bo', 'Cas')
  point(40) // as browsers say it when the page moves under it
  tap(button('Bo'), came + 100, 0, 'mouse')
  expect(taps).toEqual([])
  const again = become('Cas')
  point(41)
  tap(button('Cas'), again + 100, 0, 'mouse')
  expect(taps).toEqual(['Cas'])
})

test('keys go where the focus is', () => {
  const { become, taps } = showNames('Ans', 'Bo')
  become('Bo')
  fireEvent.click(button('Bo'))
  expect(taps).toEqual(['Bo'])
})
