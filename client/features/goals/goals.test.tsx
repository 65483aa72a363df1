/** Goals on the screen: steps, reordering by keys, answers, setting aside, and undo. */
import { cleanup, fireEvent, screen as page, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { setAnswer } from '#domain/goals/answers.ts'
import { readAnswers } from '#domain/testing/read-parts.ts'
import { setAside } from '#domain/document/aside.ts'
import type { Day } from '#domain/document/days.ts'
import { readGoals, setGoalStatus } from '#domain/goals/goals.ts'
import { readSteps, setStep } from '#domain/goals/steps.ts'
import { addWish, readWishes } from '#domain/goals/wishes.ts'
import { withoutReadAloud } from '#testing/controls.ts'
import { ME, NOW, WORKER } from '#testing/fake-plan.ts'
import { MINE, press, random, setUp, show, statusOf, words } from '#testing/open-goals.tsx'

test('ticking the last step does not end the goal', async () => {
  const setting = setUp()
  await show(setting, '')
  for (const box of page.getAllByRole('checkbox')) fireEvent.click(box)
  expect(readSteps(setting.doc).map(({ status }) => status)).toEqual([['completed'], ['completed']])
  expect(statusOf(setting.doc, setting.goal)).toEqual(['proposed'])
})

test('an answer that another wrote down names the writer; my own does not', async () => {
  const setting = setUp()
  setAnswer(setting.other, setting.goal, { person: ME.person }, { answer: 'agree', words: 'Goed idee' }, random)
  setting.merge()
  await show(setting, `/${setting.goal}`)
  expect(page.getByText('Ans (jij): ermee eens. “Goed idee”')).toBeTruthy()
  expect(page.getByText(words.answers.by(['Wanda']))).toBeTruthy()
  const form = page.getByRole('group', { name: words.answers.mine }).closest('form') as HTMLFormElement
  fireEvent.click(within(form).getByRole('radio', { name: words.answers.choices.disagree }))
  fireEvent.input(within(form).getByRole('textbox'), { target: { value: 'Te snel.' } })
  fireEvent.submit(form)
  expect(readAnswers(setting.doc, setting.goal)).toMatchObject([
    { answer: 'disagree', words: 'Te snel.', client: MINE },
  ])
  expect(page.queryByText(words.answers.by(['Wanda']))).toBeNull()
})

test('reordering by keys and by buttons keeps the focus, and is announced', async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`)
  press(words.move.order)
  const handle = page.getByRole('button', { name: words.move.handleOf('Fietsen') })
  handle.focus()
  fireEvent.keyDown(handle, { key: 'ArrowUp' })
  expect(readSteps(setting.doc).map(({ what }) => what)).toEqual(['Fietsen', 'Bellen'])
  expect(document.activeElement).toBe(handle)
  expect(page.getByText('Fietsen: nu op plaats 1 van 2.')).toBeTruthy()
  fireEvent.keyDown(handle, { key: 'ArrowUp' })
  press(words.move.upOf('Bellen'))
  expect(readSteps(setting.doc).map(({ what }) => what)).toEqual(['Bellen', 'Fietsen'])
})

test('what and by when of a step are visible with the button; who and how are folded away', async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`)
  press(words.changeOf('Bellen'))
  const folded = (element: HTMLElement) => element.closest('details:not([open])') !== null
  expect(folded(page.getByLabelText(words.fields.when))).toBe(false)
  expect(folded(page.getByText(words.ready))).toBe(false)
  expect(folded(page.getByText(words.fields.who))).toBe(true)
  expect(folded(page.getByText(words.fields.form))).toBe(true)
  const filled = () => [...page.getByRole('main').querySelectorAll('.bt-main')].map(({ textContent }) => textContent)
  expect(filled()).toEqual([words.ready])
  press(words.ready)
  expect(filled()).toEqual([words.addStep])
})

test('a peer who moves a step does not take the focus from the field that I write in', async () => {
  const setting = setUp()
  const { moveAfter } = await import('#domain/document/order.ts')
  await show(setting, `/${setting.goal}`)
  press(words.changeOf('Bellen'))
  const field = page.getByRole('textbox', { name: words.stepLabel }) as HTMLTextAreaElement
  field.focus()
  field.setSelectionRange(2, 2)
  moveAfter(setting.other, 'step', setting.first, readSteps(setting.other), setting.second, random)
  setting.merge()
  expect(page.getAllByRole('checkbox').map((box) => box.getAttribute('aria-label'))).toEqual([
    words.stepDone('Fietsen'),
    words.stepDone('Bellen'),
  ])
  expect(document.activeElement).toBe(field)
  expect(field.selectionStart).toBe(2)
})

test('a thing set aside names who did it, and comes back', async () => {
  const setting = setUp()
  setAside(setting.other, 'wish', addWish(setting.other, 'Een bank', random), NOW, random)
  setting.merge()
  await show(setting, '')
  expect(page.getByText(words.aside.by('Wanda', NOW, NOW))).toBeTruthy()
  press(words.aside.backOf('Een bank'))
  expect(readWishes(setting.doc)[0]?.aside).toBeNull()
  expect(page.getByRole('heading', { name: 'Een bank' })).toBeTruthy()
})

test('what I set aside is said where it stood, with the way back under my hand; a goal at the foot of its screen', async () => {
  const setting = setUp()
  const wish = addWish(setting.doc, 'Een bank', random)
  const back = () => page.getByRole('button', { name: words.aside.back })
  await show(setting, '')
  press(words.changeOf('Een bank'))
  press(words.aside.goOf('Een bank'))
  const said = page.getByText(words.aside.gone('Een bank'))
  expect(said.closest('[data-place]')?.getAttribute('data-place')).toBe(`wish:${wish}`)
  expect(document.activeElement).toBe(back())
  fireEvent.click(back())
  expect(readWishes(setting.doc)[0]?.aside).toBeNull()
  expect(page.getByRole('button', { name: words.changeOf('Een bank') }).getAttribute('aria-expanded')).toBe('false')
  cleanup()

  await show(setting, `/${setting.goal}`)
  press(words.changeOf('Bellen'))
  press(words.aside.goOf('Bellen'))
  expect(page.getByText(words.aside.gone('Bellen'))).toBeTruthy()
  fireEvent.click(back())
  expect(readSteps(setting.doc).map(({ aside }) => aside)).toEqual([null, null])

  press(words.aside.goOf(readGoals(setting.doc)[0]!.title))
  expect(page.getAllByText(words.aside.here)).toHaveLength(2) // for who comes later at the top, for me where I look
  expect(document.activeElement).toBe(back())
  fireEvent.click(back())
  expect(readGoals(setting.doc)[0]?.aside).toBeNull()
})

test('a goal from the wheel knows its topic, and then asks for its first step', async () => {
  const setting = setUp()
  await show(setting, '?topic=meaningfulness')
  const field = await page.findByRole('textbox', { name: words.goalLabel })
  expect(document.activeElement).toBe(field)
  fireEvent.input(field, { target: { value: 'Weer zingen' } })
  fireEvent.submit(field.closest('form') as HTMLFormElement)
  await page.findByText(words.noSteps)
  expect(readGoals(setting.doc).at(-1)).toMatchObject({ title: 'Weer zingen', topic: 'meaningfulness' })
})

test('a step with one day can go into a calendar, one with conflicting days cannot', async () => {
  const setting = setUp()
  const { platform } = await show(setting, '')
  press(words.calendar.all)
  expect(platform.files[0]).toMatchObject({
    type: 'text/calendar',
    text: expect.stringContaining('SUMMARY:Bellen\r\n'),
  })
  setStep(setting.doc, setting.first, { day: '2026-12-05' as Day }, random)
  setStep(setting.other, setting.first, { day: '2026-12-12' as Day }, random)
  setting.merge()
  expect(page.queryByRole('button', { name: words.calendar.all })).toBeNull()
})

test('a reader sees everything and can change nothing', async () => {
  const setting = setUp()
  setGoalStatus(setting.doc, setting.goal, 'active', random)
  setGoalStatus(setting.other, setting.goal, 'on-hold', random)
  setting.merge()
  await show(setting, '', [{ ...ME, role: 'reader' }, WORKER])
  const main = within(page.getByRole('main'))
  expect(main.getByText(/(^Verschillend gekozen| koos )/)).toBeTruthy()
  expect(withoutReadAloud(main.queryAllByRole('button')).map((button) => button.textContent)).toEqual([
    words.calendar.all,
  ])
  expect(main.getAllByRole('checkbox').every((box) => (box as HTMLInputElement).disabled)).toBe(true)
})

test("Ctrl+Z reverts what I did and never a peer's edit; in a field with its own history it stays there", async () => {
  const setting = setUp()
  await show(setting, '')
  fireEvent.click(page.getByRole('checkbox', { name: words.stepDone('Bellen') }))
  setStep(setting.other, setting.second, { status: 'completed' }, random)
  setting.merge()
  expect(page.getByRole('button', { name: `${nl.undo.undo}: ${nl.undo.kinds.step}` })).toBeTruthy()
  press(words.addWish)
  fireEvent.keyDown(page.getByRole('textbox', { name: words.wishLabel }), { key: 'z', ctrlKey: true })
  expect(readSteps(setting.doc).map(({ status }) => status)).toEqual([['completed'], ['completed']])
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  expect(readSteps(setting.doc).map(({ status }) => status)).toEqual([[], ['completed']])
  fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true })
  expect(readSteps(setting.doc).map(({ status }) => status)).toEqual([['completed'], ['completed']])
  fireEvent.keyDown(document.body, { key: 'z', metaKey: true })
  fireEvent.keyDown(document.body, { key: 'y', ctrlKey: true })
  expect(readSteps(setting.doc).map(({ status }) => status)).toEqual([['completed'], ['completed']])
})
