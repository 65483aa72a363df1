/** What is typed in a form and not saved: found again, saved, thrown away; and too much of it. */
import { cleanup, fireEvent, screen as page, within } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { ANSWER_LIMIT } from '#domain/goals/answers.ts'
import { addWish, readWishes } from '#domain/goals/wishes.ts'
import { readAnswers } from '#domain/testing/read-parts.ts'
import { readGoals } from '#domain/goals/goals.ts'
import { readSteps } from '#domain/goals/steps.ts'
import { createFakePlan, WORKER } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { press, random, setUp, show, words } from '#testing/open-goals.tsx'

const { field } = nl
const type = (label: string, value: string): void =>
  void fireEvent.input(page.getByLabelText(label), { target: { value } })
const valueOf = (label: string): string => (page.getByLabelText(label) as HTMLInputElement).value
const lookOf = (name: string): string => page.getByRole('button', { name }).className

/** Leaves the screen, and comes back to it on the same device. */
const comeBack = async (setting: ReturnType<typeof setUp>, path: string, drafts: Map<string, string>) => {
  cleanup()
  return show(setting, path, undefined, Object.fromEntries(drafts))
}

test('a wish that was half typed opens its question again, and is gone from there once it is saved', async () => {
  const setting = setUp()
  const before = await show(setting, '')
  press(words.addWish)
  type(words.wishLabel, 'Een hond om mee te wan')
  expect(page.queryByText(field.found)).toBeNull()
  const { device } = await comeBack(setting, '', before.device.drafts)
  expect(valueOf(words.wishLabel)).toBe('Een hond om mee te wan')
  expect(page.getByText(field.found)).toBeTruthy()
  expect(page.getByLabelText(words.wishLabel).getAttribute('aria-describedby')).toContain('found')
  type(words.wishLabel, 'Een hond om mee te wandelen')
  press(words.save)
  expect(readWishes(setting.doc).map(({ text }) => text)).toEqual(['Een hond om mee te wandelen'])
  expect([...device.drafts]).toEqual([])
  await comeBack(setting, '', device.drafts)
  expect(page.queryByLabelText(words.wishLabel)).toBeNull()
})

test('it is thrown away by hand, where it was found and where it was asked', async () => {
  const setting = setUp()
  const before = await show(setting, '')
  press(words.addWish)
  type(words.wishLabel, 'Toch niet')
  const found = await comeBack(setting, '', before.device.drafts)
  press(field.throwAwayOf(words.wishLabel))
  expect([valueOf(words.wishLabel), [...found.device.drafts]]).toEqual(['', []])
  expect(document.activeElement).toBe(page.getByLabelText(words.wishLabel))
  type(words.wishLabel, 'Ook niet')
  press(words.cancel)
  expect([...found.device.drafts]).toEqual([])
})

test('a goal that was being made of a wish comes back with its wish', async () => {
  const setting = setUp()
  const wish = addWish(setting.doc, 'Een hond', random)
  const before = await show(setting, '')
  press(words.toGoal)
  type(words.goalLabel, 'Een hond lenen van de bu')
  await comeBack(setting, '', before.device.drafts)
  expect(valueOf(words.goalLabel)).toBe('Een hond lenen van de bu')
  press(words.save)
  expect(readGoals(setting.doc).find(({ title }) => title.startsWith('Een hond lenen'))?.wish).toBe(wish)
})

test('an answer keeps its words and its choice; under a fold, the fold is open', async () => {
  const setting = setUp()
  const path = `/${setting.goal}`
  const before = await show(setting, path)
  const form = (legend: string) => page.getByRole('group', { name: legend }).closest('form') as HTMLFormElement
  const write = (legend: string, text: string): void => {
    fireEvent.click(within(form(legend)).getByRole('radio', { name: words.answers.choices.disagree }))
    fireEvent.input(within(form(legend)).getByRole('textbox'), { target: { value: text } })
  }
  write(words.answers.mine, 'Het gaat me te')
  await comeBack(setting, path, before.device.drafts)
  expect(page.getByText(words.answers.forOther).closest('details')?.open).toBe(false)
  expect((within(form(words.answers.mine)).getByRole('textbox') as HTMLInputElement).value).toBe('Het gaat me te')
  fireEvent.submit(form(words.answers.mine))
  expect(readAnswers(setting.doc, setting.goal)).toMatchObject([{ answer: 'disagree', words: 'Het gaat me te' }])
  cleanup()
  const again = await show(setting, path)
  write(words.answers.theirs, 'Zegt Wanda')
  await comeBack(setting, path, again.device.drafts)
  expect(page.getByText(words.answers.forOther).closest('details')?.open).toBe(true)
})

test('the name of who else does a step saves itself, as the choices around it do, and stays there to be changed', async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`)
  press(words.changeOf('Bellen'))
  const step = page.getByRole('group', { name: words.fields.who }).parentElement as HTMLElement
  fireEvent.click(within(step).getByRole('radio', { name: words.someoneElse }))
  type(words.nameLabel, 'Oom Piet')
  fireEvent.focusOut(page.getByLabelText(words.nameLabel))
  expect(readSteps(setting.doc)[0]?.who).toEqual([{ name: 'Oom Piet' }])
  expect(valueOf(words.nameLabel)).toBe('Oom Piet')
  fireEvent.click(within(step).getByRole('radio', { name: 'Wanda' }))
  expect(readSteps(setting.doc)[0]?.who).toEqual([{ person: WORKER.person }])
})

test('for whom an answer is written down comes back with its words, and goes with them', async () => {
  const setting = setUp()
  const path = `/${setting.goal}`
  const before = await show(setting, path)
  fireEvent.click(page.getAllByRole('radio', { name: words.someoneElse }).at(-1)!)
  type(words.nameLabel, 'Oom Piet')
  fireEvent.focusOut(page.getByLabelText(words.nameLabel))
  const again = await comeBack(setting, path, before.device.drafts)
  const form = page.getByRole('group', { name: words.answers.theirs }).closest('form') as HTMLFormElement
  fireEvent.click(within(form).getByRole('radio', { name: words.answers.choices.agree }))
  fireEvent.submit(form)
  expect(readAnswers(setting.doc, setting.goal)).toMatchObject([{ who: { name: 'Oom Piet' }, answer: 'agree' }])
  expect([...again.device.drafts]).toEqual([])
})

test('what the disk does not keep is said where it is typed, for as long as it is so', async () => {
  const setting = setUp()
  const [refused, setRefused] = createSignal<string | null>(null)
  const { plan } = createFakePlan({ doc: setting.doc })
  await renderApp(`/plan/${plan.id}/goals`, { plan, refusedDrafts: refused })
  await page.findByRole('heading', { name: words.wishes })
  press(words.addWish)
  type(words.wishLabel, 'Een hond')
  expect(page.queryByText(field.notKept)).toBeNull()
  setRefused('wish/new')
  expect(page.getByText(field.notKept).getAttribute('role')).toBe('alert')
  expect(page.getByLabelText(words.wishLabel).getAttribute('aria-describedby')).toContain('error')
  setRefused(null)
  expect(page.queryByText(field.notKept)).toBeNull()
})

test('too much is said and not cut, is not saved, and is saved once it fits', async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`)
  const form = page.getByRole('group', { name: words.answers.mine }).closest('form') as HTMLFormElement
  const box = within(form).getByRole('textbox') as HTMLInputElement
  fireEvent.click(within(form).getByRole('radio', { name: words.answers.choices.agree }))
  const long = 'x'.repeat(ANSWER_LIMIT + 400)
  fireEvent.input(box, { target: { value: long } })
  expect(within(form).getByRole('alert').textContent).toBe(field.tooLong(ANSWER_LIMIT))
  expect(within(form).getByText(field.over(400))).toBeTruthy()
  expect([box.value, box.getAttribute('aria-invalid')]).toEqual([long, 'true'])
  fireEvent.submit(form)
  expect(readAnswers(setting.doc, setting.goal)).toEqual([])
  expect(document.activeElement).toBe(box)
  fireEvent.input(box, { target: { value: long.slice(0, ANSWER_LIMIT) } })
  fireEvent.submit(form)
  expect(readAnswers(setting.doc, setting.goal)).toMatchObject([{ words: long.slice(0, ANSWER_LIMIT) }])
})

test('while a form has unsaved words, the button that saves them is the main one, and no other is', async () => {
  const setting = setUp()
  await show(setting, '')
  expect(lookOf(words.addGoal)).toContain('bt-main')
  press(words.addWish)
  expect(lookOf(words.addGoal)).toContain('bt-main')
  type(words.wishLabel, 'Een hond')
  expect([lookOf(words.addGoal), lookOf(words.save)].map((look) => look.includes('bt-main'))).toEqual([false, true])
  press(words.cancel)
  await expect.poll(() => lookOf(words.addGoal)).toContain('bt-main')
})
