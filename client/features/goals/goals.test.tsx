/** Goals as people meet them: two values at once, ending together, order by keys, and who said what. */
import { fireEvent, screen as page, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { nl } from '#copy/nl.ts'
import { readAnswers, setAnswer } from '#domain/answers.ts'
import { setAside } from '#domain/aside.ts'
import type { Day } from '#domain/days.ts'
import { proposeEnding } from '#domain/endings.ts'
import type { EntityId } from '#domain/entities.ts'
import { addGoal, readGoals, setGoalStatus } from '#domain/goals.ts'
import { createPlanDoc, type PlanDoc } from '#domain/plan-doc.ts'
import { addStep, readSteps, setStep } from '#domain/steps.ts'
import { addWish, readWishes } from '#domain/wishes.ts'
import { withoutReadAloud } from '#testing/controls.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const PATIENCE = { timeout: 5_000 } // ms: lazy screens are compiled on first use
const words = nl.goals
const random = createRandomness(3)
const [MINE, THEIRS] = [11, 22]

/** A goal with two steps, on my device and on the worker's. */
const setUp = () => {
  const [doc, other] = [createPlanDoc(MINE), createPlanDoc(THEIRS)]
  const goal = addGoal(doc, { title: 'Naar de tuin', topic: 'participation' }, random)
  const first = addStep(doc, goal, { what: 'Bellen', day: '2026-11-28' as Day }, random)
  const second = addStep(doc, goal, { what: 'Fietsen' }, random)
  const merge = (): void => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  }
  merge()
  const personAt = (client: number) => (client === MINE ? ME.person : client === THEIRS ? WORKER.person : null)
  return { doc, other, goal, first, second, merge, personAt }
}
type Setting = ReturnType<typeof setUp>

const show = async (setting: Setting, path: string, members = [ME, WORKER]) => {
  const fake = createFakePlan({ doc: setting.doc, personAt: setting.personAt, members })
  const shown = await renderApp(`/plan/${workspaceId(7)}/goals${path}`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1 }, PATIENCE)
  await page.findByRole('heading', { name: path.startsWith('/') ? words.steps : words.goals }, PATIENCE)
  return { ...fake, ...shown }
}
const press = (name: string | RegExp): void => void fireEvent.click(page.getByRole('button', { name }))
const statusOf = (doc: PlanDoc, goal: EntityId) => readGoals(doc).find(({ id }) => id === goal)?.status

test('two days set at once stand side by side until one is chosen', async () => {
  const setting = setUp()
  setStep(setting.doc, setting.first, { day: '2026-12-05' as Day }, random)
  setStep(setting.other, setting.first, { day: '2026-12-12' as Day }, random)
  setting.merge()
  await show(setting, '')
  const choice = page.getByRole('group', { name: /^Twee dagen: .*5 december.*Kies samen\.$/ })
  fireEvent.click(within(choice).getByRole('button', { name: '12 december' }))
  expect(readSteps(setting.doc).find(({ id }) => id === setting.first)?.day).toEqual(['2026-12-12'])
  expect(page.queryByText(/Kies samen/)).toBeNull()
})

test('a status of two at once is no end, and choosing settles it', async () => {
  const setting = setUp()
  setGoalStatus(setting.doc, setting.goal, 'cancelled', random)
  setGoalStatus(setting.other, setting.goal, 'completed', random)
  setting.merge()
  await show(setting, `/${setting.goal}`)
  const choice = page.getByRole('group', { name: /^Twee keer gekozen/ })
  expect(page.queryByRole('button', { name: words.ending.reopen })).toBeNull()
  fireEvent.click(within(choice).getByRole('button', { name: words.status.completed }))
  expect(statusOf(setting.doc, setting.goal)).toEqual(['completed'])
  expect(page.getByRole('button', { name: words.ending.reopen })).toBeTruthy()
})

test('a goal ends when another says yes to it, and whoever proposed it cannot say yes', async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`)
  press(words.ending.propose.completed)
  expect(page.getByText(words.ending.waiting)).toBeTruthy()
  expect(page.queryByRole('button', { name: words.ending.agree })).toBeNull()
  expect(statusOf(setting.doc, setting.goal)).toEqual(['proposed'])
  press(words.ending.withdraw)
  proposeEnding(setting.other, setting.goal, 'completed', NOW, random)
  setting.merge()
  expect(page.getByText('Wanda stelt voor: bereikt.')).toBeTruthy()
  press(words.ending.agree)
  expect(page.getByRole('heading', { name: words.ending.ended.completed })).toBeTruthy()
  expect(page.getByText('Ans (jij) zei ja.')).toBeTruthy()
  press(words.ending.reopen)
  expect(statusOf(setting.doc, setting.goal)).toEqual(['active'])
})

test('saying "not yet" takes the proposal away and ends nothing', async () => {
  const setting = setUp()
  proposeEnding(setting.other, setting.goal, 'cancelled', NOW, random)
  setting.merge()
  await show(setting, `/${setting.goal}`)
  press(words.ending.notYet)
  expect(readGoals(setting.doc)[0]).toMatchObject({ ending: null, status: ['proposed'] })
})

test('who writes alone decides alone, and readers do not count', async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`, [ME, { ...WORKER, role: 'reader' }])
  press(words.ending.propose.completed)
  expect(statusOf(setting.doc, setting.goal)).toEqual(['completed'])
})

test('ticking the last step ends no goal', async () => {
  const setting = setUp()
  await show(setting, '')
  for (const box of page.getAllByRole('checkbox')) fireEvent.click(box)
  expect(readSteps(setting.doc).map(({ status }) => status)).toEqual([['completed'], ['completed']])
  expect(statusOf(setting.doc, setting.goal)).toEqual(['proposed'])
})

test('an answer that another wrote down says so; my own says nothing more', async () => {
  const setting = setUp()
  setAnswer(setting.other, setting.goal, { person: ME.person }, { answer: 'agree', words: 'Goed idee' }, random)
  setting.merge()
  await show(setting, `/${setting.goal}`)
  expect(page.getByText('Ans (jij): eens. “Goed idee”')).toBeTruthy()
  expect(page.getByText(words.answers.by('Wanda'))).toBeTruthy()
  const form = page.getByRole('group', { name: words.answers.mine }).closest('form') as HTMLFormElement
  fireEvent.click(within(form).getByRole('radio', { name: words.answers.choices.disagree }))
  fireEvent.input(within(form).getByRole('textbox'), { target: { value: 'Te snel.' } })
  fireEvent.submit(form)
  expect(readAnswers(setting.doc, setting.goal)).toMatchObject([
    { answer: 'disagree', words: 'Te snel.', client: MINE },
  ])
  expect(page.queryByText(words.answers.by('Wanda'))).toBeNull()
})

test('the order is changed by keys and by buttons, the focus stays, and it is said', async () => {
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

test('somebody who moves a step takes nobody out of the field they are writing in', async () => {
  const setting = setUp()
  const { moveAfter } = await import('#domain/order.ts')
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

test('what is set aside says by whom, and comes back', async () => {
  const setting = setUp()
  setAside(setting.other, 'wish', addWish(setting.other, 'Een bank', random), NOW, random)
  setting.merge()
  await show(setting, '')
  expect(page.getByText(words.aside.by('Wanda', NOW, NOW))).toBeTruthy()
  press(words.aside.backOf('Een bank'))
  expect(readWishes(setting.doc)[0]?.aside).toBeNull()
  expect(page.getByRole('heading', { name: 'Een bank' })).toBeTruthy()
})

test('a goal from the wheel knows its place, and then asks for its first step', async () => {
  const setting = setUp()
  await show(setting, '?topic=meaningfulness')
  const field = await page.findByRole('textbox', { name: words.goalLabel }, PATIENCE)
  expect(document.activeElement).toBe(field)
  fireEvent.input(field, { target: { value: 'Weer zingen' } })
  fireEvent.submit(field.closest('form') as HTMLFormElement)
  await page.findByText(words.noSteps, undefined, PATIENCE)
  expect(readGoals(setting.doc).at(-1)).toMatchObject({ title: 'Weer zingen', topic: 'meaningfulness' })
})

test('a step with one day goes into a calendar, one that two people choose about does not', async () => {
  const setting = setUp()
  const { surroundings } = await show(setting, '')
  press(words.calendar.all)
  expect(surroundings.files[0]).toMatchObject({
    type: 'text/calendar',
    text: expect.stringContaining('SUMMARY:Bellen\r\n'),
  })
  setStep(setting.doc, setting.first, { day: '2026-12-05' as Day }, random)
  setStep(setting.other, setting.first, { day: '2026-12-12' as Day }, random)
  setting.merge()
  expect(page.queryByRole('button', { name: words.calendar.all })).toBeNull()
})

test('who reads along sees everything and can change nothing', async () => {
  const setting = setUp()
  setGoalStatus(setting.doc, setting.goal, 'active', random)
  setGoalStatus(setting.other, setting.goal, 'on-hold', random)
  setting.merge()
  await show(setting, '', [{ ...ME, role: 'reader' }, WORKER])
  const main = within(page.getByRole('main'))
  expect(main.getByText(/^Twee keer gekozen/)).toBeTruthy()
  expect(withoutReadAloud(main.queryAllByRole('button')).map((button) => button.textContent)).toEqual([
    words.calendar.all,
  ])
  expect(main.getAllByRole('checkbox').every((box) => (box as HTMLInputElement).disabled)).toBe(true)
})

test('Ctrl+Z takes back what I did and never what others did; in a field of its own it stays there', async () => {
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
