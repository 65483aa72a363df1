/** What is half typed during a conversation, when people go on in it. */
import { cleanup, fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { addConversation, addTalkPoint, setPhase, setTalked } from '#domain/conversations/conversations.ts'
import { addGoal, readGoals } from '#domain/goals/goals.ts'
import { readSteps } from '#domain/goals/steps.ts'
import { createFakePlan, createRandomness, NOW } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const words = nl.conversations
const randomness = createRandomness(40)

/** A conversation whose only point was talked about. */
const setUp = () => {
  const fake = createFakePlan()
  for (const title of ['Buiten komen', 'Post op orde']) addGoal(fake.doc, { title }, randomness)
  const id = addConversation(fake.doc, NOW, randomness)
  setTalked(fake.doc, addTalkPoint(fake.doc, id, { text: 'De hond', source: null }, randomness), true, randomness)
  setPhase(fake.doc, id, 'talk', randomness)
  const show = async (drafts: Readonly<Record<string, string>> = {}) => {
    const shown = await renderApp(`/plan/${fake.plan.id}/conversations/${id}`, { plan: fake.plan, drafts })
    await page.findByRole('heading', { level: 1, name: words.title })
    return shown
  }
  return { ...fake, conversation: id, show }
}
const type = (label: string, value: string): void =>
  void fireEvent.input(page.getByLabelText(label), { target: { value } })
const button = (name: string): HTMLElement => page.getByRole('button', { name })
const isMain = (name: string): boolean => button(name).classList.contains('bt-main')
const valueOf = (label: string): string => (page.getByLabelText(label) as HTMLInputElement).value

test('no button beside an agreement that is not saved is the main one; going on keeps it, opens it and says so', async () => {
  const { doc, show } = setUp()
  await show()
  expect([isMain(words.toClose), isMain(words.agree)]).toEqual([true, false])
  type(words.what, 'Elke dag een rondje')
  fireEvent.click(page.getByRole('radio', { name: 'Post op orde' }))
  fireEvent.change(page.getByLabelText(words.by), { target: { value: '2026-12-01' } })
  fireEvent.click(page.getByRole('radio', { name: words.forms.alone }))
  expect([isMain(words.toClose), isMain(words.agree)]).toEqual([false, true])
  fireEvent.click(button(words.toClose))
  expect(valueOf(words.what)).toBe('Elke dag een rondje')
  expect(page.getByText(nl.field.found)).toBeTruthy()
  expect(page.getByText(words.make).closest('details')?.open).toBe(true)
  expect(isMain(words.close)).toBe(false)
  fireEvent.click(button(words.agree))
  const goal = readGoals(doc).find(({ title }) => title === 'Post op orde')?.id
  expect(readSteps(doc)).toMatchObject([{ goal, what: 'Elke dag een rondje', day: ['2026-12-01'], form: ['alone'] }])
  await expect.poll(() => isMain(words.close)).toBe(true)
})

test('one agreement is found, and thrown away, as one', async () => {
  const { doc, show } = setUp()
  const before = await show()
  fireEvent.click(page.getByRole('radio', { name: words.newGoal }))
  type(words.newGoalName, 'Meer bewegen')
  type(words.what, 'Elke dag een rondje')
  const kept = Object.fromEntries(before.device.drafts)
  cleanup()
  const { device } = await show(kept)
  expect([valueOf(words.newGoalName), valueOf(words.what)]).toEqual(['Meer bewegen', 'Elke dag een rondje'])
  fireEvent.click(button(nl.field.throwAwayOf(words.what)))
  expect([page.queryByLabelText(words.newGoalName), valueOf(words.what), [...device.drafts]]).toEqual([null, '', []])
  expect(readSteps(doc)).toEqual([])
})

test('an agreement under a goal that was set aside meanwhile asks for a goal again', async () => {
  const { doc, conversation, show } = setUp()
  await show({
    [`conversation/${conversation}/agreement/what`]: 'Elke dag een rondje',
    [`conversation/${conversation}/agreement/goal`]: 'verdwenen01',
  })
  fireEvent.click(button(words.agree))
  expect(page.getByText(words.goalMissing)).toBeTruthy()
  expect(readSteps(doc)).toEqual([])
})
