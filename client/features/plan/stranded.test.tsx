/** What somebody was typing when its form went: it is shown, copied and thrown away, and nothing is said of what still has its form. */
import { cleanup, fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { addConversation, addTalkPoint, setConversation } from '#domain/conversations/conversations.ts'
import { addGoal, readGoals, setGoalStatus } from '#domain/goals/goals.ts'
import { finishCheckIn, startCheckIn } from '#domain/wheel/check-ins.ts'
import { createFakePlan, createRandomness, ME, NOW, SHARED, WORKER } from '#testing/fake-plan.ts'
import { halfTyped } from '#testing/half-typed.ts'
import { renderApp } from '#testing/render-app.tsx'

const title = nl.field.stranded
const random = createRandomness(60)

const setUp = () => {
  const fake = createFakePlan({ members: [ME, WORKER] })
  const conversation = addConversation(fake.doc, NOW, random)
  const point = addTalkPoint(fake.doc, conversation, { text: 'De hond', source: null }, random)
  const goal = addGoal(fake.doc, { title: 'Fietsen' }, random)
  const wheel = startCheckIn(fake.doc, { who: { person: ME.person }, at: NOW, pack: 'weef' }, random)
  const show = async (drafts: Readonly<Record<string, string>>, plan = fake.plan) => {
    cleanup()
    const shown = await renderApp(`/plan/${plan.id}`, { plan, drafts })
    await page.findByRole('heading', { level: 1 })
    return shown
  }
  return { ...fake, conversation, point, goal, wheel, show }
}
const shown = (): readonly string[] =>
  page.queryByText(title) === null
    ? []
    : [...page.getByRole('region', { name: title }).children].map((one) => one.textContent)

test('whoever may not write any more sees what they had typed, copies it and throws it away', async () => {
  const { show, plan } = setUp()
  const drafts = {
    'wish/new': 'Een hond',
    'choice/contact/for-other': 'Oma',
    'notes/plan': 'Alleen van mij',
    'invite/organisation': 'Buurtteam',
    'plan/title': ' ',
    'goal/AAAAAAAAAAA/step': 'Bellen\nmet oma',
  }
  const readOnly = { ...plan, role: () => 'reader' as const }
  const { device, platform } = await show(drafts, readOnly)
  expect(shown()).toEqual(['Een hond', 'Bellen\nmet oma'])
  fireEvent.click(page.getByRole('button', { name: nl.alarms.copyLost }))
  await page.findByRole('button', { name: nl.general.copied })
  expect(platform.copied).toEqual(['Een hond\n\nBellen\nmet oma'])
  fireEvent.click(page.getByRole('button', { name: nl.field.throwAway }))
  expect(shown()).toEqual([])
  expect([...device.drafts.keys()]).toEqual([
    'choice/contact/for-other',
    'notes/plan',
    'invite/organisation',
    'plan/title',
  ])
})

test('what has its form is not shown; it is as soon as others close what it belongs to', async () => {
  const { doc, show, conversation, point, goal, wheel } = setUp()
  const drafts = {
    [`conversation/${conversation}/agreement/what`]: 'Elke dag een rondje',
    [`talkPoint/${point}/text/rest`]: 'Wat niet paste',
    [`goal/${goal}/step`]: 'Band plakken',
    [`goal/${goal}/why/rest`]: 'Hoort bij het doel zelf',
    [`answer/${goal}/words`]: 'Ik denk er nog over',
    [`checkIn/${wheel}/note:meaning/rest`]: 'Bij de vraag',
  }
  await show(drafts)
  expect(shown()).toEqual([])
  setConversation(doc, conversation, { held: true }, random)
  expect(shown()).toEqual(['Elke dag een rondje', 'Wat niet paste'])
  finishCheckIn(doc, wheel, random)
  setGoalStatus(doc, goal, 'completed', random)
  expect(shown()).toEqual(['Elke dag een rondje', 'Wat niet paste', 'Band plakken', 'Bij de vraag'])
  setConversation(doc, conversation, { held: false }, random)
  expect(shown()).toEqual(['Band plakken', 'Bij de vraag'])
})

test('what belongs to a thing that is not there, such as a goal that was undone, is shown', async () => {
  const { show } = setUp()
  await show({ 'answer/AAAAAAAAAAA/words': 'Nog even niet', 'conversation/AAAAAAAAAAA/point': 'De hond' })
  expect(shown()).toEqual(['Nog even niet', 'De hond'])
})

test('half typed words of a plan that goes on are where they were typed', async () => {
  const { doc, show } = setUp()
  expect(readGoals(doc)).toHaveLength(1)
  await show(halfTyped(doc))
  expect(shown()).toEqual([])
})

const READING = [{ ...ME, role: 'reader' as const }, WORKER]
const unsharedPlan = () =>
  createFakePlan({ members: READING, sharing: { ...SHARED, unshared: [{ id: '7/40', text: 'naar de markt' }] } })

test('words that could not leave before the pen was taken are told, kept apart from the plan, and put away for good', async () => {
  const fake = unsharedPlan()
  const { device } = await renderApp(`/plan/${fake.plan.id}`, { plan: fake.plan })
  await page.findByText(title)
  expect(shown()).toEqual(['naar de markt'])
  fake.setSharing(SHARED) // others deleted the paragraph
  expect(shown()).toEqual(['naar de markt'])
  fireEvent.click(page.getByRole('button', { name: nl.field.throwAway }))
  fake.setSharing({ ...SHARED, unshared: [{ id: '7/40', text: 'naar de markt' }] })
  expect(shown()).toEqual([])
  expect([...device.drafts.keys()]).toEqual(['unshared/7/40'])
})

test('whoever may write again is told only of words that did not leave', async () => {
  const fake = createFakePlan({ members: READING })
  addGoal(fake.doc, { title: 'Ik wil naar de markt' }, random)
  const drafts = { 'unshared/7/40': 'naar de markt', 'unshared/7/90': 'weg is weg' }
  const { device } = await renderApp(`/plan/${fake.plan.id}`, { plan: fake.plan, drafts })
  await page.findByText(title)
  expect(shown()).toEqual(['naar de markt', 'weg is weg'])
  fake.setMembers([ME, WORKER])
  expect(shown()).toEqual(['weg is weg'])
  expect([...device.drafts.keys()]).toEqual(['unshared/7/90'])
})
