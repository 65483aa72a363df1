/** A goal's own screen: its steps, and the rest folded away, to be read and written one by one. */
import { fireEvent, screen as page, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { setText } from '#domain/document/texts.ts'
import { setUp, show, words } from '#testing/open-goals.tsx'

const foldOf = (title: string) =>
  [...document.querySelectorAll('details')].find((fold) => fold.querySelector('summary')?.textContent === title)!
/** As a browser does when somebody presses its title. */
const open = (fold: HTMLDetailsElement, now = true): void => {
  fold.open = now
  fireEvent(fold, new Event('toggle'))
}

test('nothing but the steps is open at first; what was written is read without opening it', async () => {
  const setting = setUp()
  setText(setting.doc, 'goal', setting.goal, 'why', 'Ik zit te veel alleen.')
  await show(setting, `/${setting.goal}`)
  const folds = [...document.querySelectorAll('main details')] as HTMLDetailsElement[]
  expect(folds.length).toBeGreaterThan(5)
  expect(folds.filter((fold) => fold.open)).toEqual([])
  expect(page.getByRole('checkbox', { name: words.stepDone('Bellen') })).toBeTruthy()
  const why = foldOf(words.texts.why)
  const read = () => page.queryAllByText('Ik zit te veel alleen.', { selector: 'p' })
  expect(read()).toHaveLength(1)
  open(why)
  expect(read()).toEqual([]) // the field has it
  expect((within(why).getByLabelText(words.texts.why) as HTMLTextAreaElement).value).toBe('Ik zit te veel alleen.')
  open(why, false)
  expect(read()).toHaveLength(1)
})

test('what somebody thinks, and the end of a goal, are folded under what they do', async () => {
  const setting = setUp()
  await show(setting, `/${setting.goal}`)
  expect(within(foldOf(words.answers.say)).getByRole('group', { name: words.answers.mine })).toBeTruthy()
  expect(within(foldOf(words.ending.decide)).getByText(words.ending.propose.completed)).toBeTruthy()
  fireEvent.click(within(foldOf(words.answers.say)).getByRole('radio', { name: words.answers.choices.agree }))
  fireEvent.click(within(foldOf(words.answers.say)).getByRole('button', { name: words.save }))
  expect(foldOf(words.answers.sayElse)).toBeTruthy()
})
