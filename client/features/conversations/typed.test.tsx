/** What is half typed during a conversation, when people go on in it. */
import { cleanup, fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import {
  addConversation,
  addTalkPoint,
  readConversations,
  setConversation,
  setPhase,
  setTalked,
} from '#domain/conversations/conversations.ts'
import { setAside } from '#domain/document/aside.ts'
import { addGoal, readGoals } from '#domain/goals/goals.ts'
import { readSteps } from '#domain/goals/steps.ts'
import { createFakePlan, createRandomness, type FakePlanOptions, NOW, WORKER } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const words = nl.conversations
const randomness = createRandomness(40)

/** A conversation whose only point was talked about. */
const setUp = (options: FakePlanOptions = {}) => {
  const fake = createFakePlan(options)
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

test('a point that is set aside under somebody’s hands stays there and says so; what they write on brings it back', async () => {
  const { doc, conversation, show } = setUp()
  setPhase(doc, conversation, 'prepare', randomness)
  await show()
  const field = page.getByRole<HTMLInputElement>('textbox', { name: words.from.own })
  field.focus()
  const [point] = readConversations(doc)[0]!.points
  setAside(doc, 'talkPoint', point!.id, NOW, randomness)
  expect(document.activeElement).toBe(field)
  expect(page.getByRole('alert').textContent).toContain('legde dit opzij')
  fireEvent.input(field, { target: { value: 'De hond en de kat' } })
  expect(readConversations(doc)[0]!.points).toMatchObject([{ text: 'De hond en de kat', aside: null }])
})

test('a conversation that another ends stays open under somebody who is typing, says so, and follows when asked', async () => {
  const { doc, conversation, show } = setUp()
  await show()
  type(words.what, 'Elke dag een')
  setConversation(doc, conversation, { held: true }, randomness)
  type(words.what, 'Elke dag een rondje')
  expect(page.getByText(words.ended(null))).toBeTruthy() // nobody knows who
  fireEvent.click(page.getByRole('radio', { name: 'Post op orde' }))
  fireEvent.click(button(words.agree))
  expect(readSteps(doc)).toMatchObject([{ what: 'Elke dag een rondje' }])
  fireEvent.click(button(words.along))
  expect(page.getByRole('heading', { name: words.heldTitle })).toBeTruthy()
})

test('a conversation that was ended says by whom', async () => {
  const { doc, conversation, show } = setUp({ personAt: () => WORKER.person })
  await show()
  type(words.what, 'Elke dag een')
  setConversation(doc, conversation, { held: true }, randomness)
  expect(page.getByText(/^Wanda rondde dit gesprek af\./)).toBeTruthy()
})

test('a conversation that another ends is over at once for who only reads it', async () => {
  const { doc, conversation, show } = setUp()
  await show()
  setConversation(doc, conversation, { held: true }, randomness)
  expect(page.getByRole('heading', { name: words.heldTitle })).toBeTruthy()
})
