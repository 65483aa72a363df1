/** A conversation from its preparation to looking back. */
import { cleanup, fireEvent, screen as page, waitFor, within } from '@solidjs/testing-library'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import {
  addConversation,
  addTalkPoint,
  readConversations,
  setConversation,
  setPhase,
} from '#domain/conversations/conversations.ts'
import { type Day, parseDay, toDay } from '#domain/document/days.ts'
import { addGoal, readGoals } from '#domain/goals/goals.ts'
import { createPlanDoc } from '#domain/document/plan-doc.ts'
import { readSteps } from '#domain/goals/steps.ts'
import { createUndo } from '#domain/undo/undo.ts'
import { withoutReadAloud } from '#testing/controls.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { createSamplePlan } from '#testing/sample-plan.ts'

const words = nl.conversations
const randomness = createRandomness(40)
const sample = () => createFakePlan(createSamplePlan(createRandomness(), NOW))

const show = async (fake: ReturnType<typeof createFakePlan>, path = '') => {
  await renderApp(`/plan/${fake.plan.id}/conversations${path}`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: /Gesprek/ })
  return fake
}
const press = (name: string) => fireEvent.click(page.getByRole('button', { name }))
const type = (label: string, value: string) => fireEvent.input(page.getByLabelText(label), { target: { value } })

test('[rule 1] prepared, held, closed: an agreement is a step under its goal', async () => {
  const fake = createFakePlan()
  const goal = addGoal(fake.doc, { title: 'Buiten komen' }, randomness)
  await show(fake)
  press(words.prepare)
  await page.findByRole('heading', { level: 1, name: words.title })
  type(words.ownPoint, 'De hond')
  press(words.add)
  type(words.ownPoint, 'De post')
  press(words.add)
  fireEvent.change(page.getByLabelText(words.day), { target: { value: '2026-11-24' } })
  fireEvent.click(page.getByRole('radio', { name: words.forms.phone }))
  const [conversation] = readConversations(fake.doc)
  expect(conversation).toMatchObject({ day: ['2026-11-24'], form: ['phone'], held: false })

  press(words.begin)
  expect(page.getByText('De hond')).toBeTruthy()
  expect(page.queryByText('De post')).toBeNull()
  press(words.talked)
  expect(page.getByText('De post')).toBeTruthy()
  expect(readConversations(fake.doc)[0]?.points.map(({ talked }) => talked)).toEqual([true, false])

  press(words.agree)
  expect(page.getByText(words.whatMissing)).toBeTruthy()
  expect(readSteps(fake.doc)).toEqual([])
  type(words.what, 'Elke dag een rondje')
  fireEvent.click(page.getByRole('radio', { name: 'Ans (jij)' }))
  fireEvent.change(page.getByLabelText(words.by), { target: { value: '2026-12-01' } })
  fireEvent.click(page.getByRole('radio', { name: words.forms.alone }))
  press(words.agree)
  expect(readSteps(fake.doc)).toMatchObject([
    {
      goal,
      conversation: conversation?.id,
      what: 'Elke dag een rondje',
      who: [{ person: ME.person }],
      day: ['2026-12-01'],
      form: ['alone'],
      status: ['not-started'],
    },
  ])

  press(words.toClose)
  fireEvent.change(page.getByLabelText(words.nextDay), { target: { value: '2026-12-08' } })
  fireEvent.click(
    within(page.getByRole('group', { name: words.nextForm })).getByRole('radio', { name: words.forms.together }),
  )
  press(words.close)
  expect(readConversations(fake.doc)[0]).toMatchObject({ held: true, nextDay: ['2026-12-08'], nextForm: ['together'] })
  expect(page.getByText(words.nextOn(['8 december', words.forms.together]))).toBeTruthy()
  expect(page.getByText(/Elke dag een rondje/)).toBeTruthy()
})

test('an agreement without a goal creates one', async () => {
  const fake = createFakePlan()
  const id = addConversation(fake.doc, NOW, randomness)
  await show(fake, `/${id}`)
  press(`3. ${words.phases.close}`)
  type(words.what, 'Bellen met de gemeente')
  press(words.agree)
  expect(page.getByText(words.goalMissing)).toBeTruthy()
  expect(readGoals(fake.doc)).toEqual([])
  type(words.newGoalName, 'Geld op orde')
  press(words.agree)
  expect(readGoals(fake.doc)).toMatchObject([{ title: 'Geld op orde', steps: [{ what: 'Bellen met de gemeente' }] }])
})

test('ticked topics, due steps and proposed endings are suggested, but not what is a point already', async () => {
  const fake = sample()
  await show(fake)
  press(words.prepare)
  const offered = await page.findByRole('heading', { name: words.also })
  const list = () =>
    within(offered.closest('section')!)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
  expect(list().map((text) => text?.replace(words.add, ''))).toEqual([
    expect.stringContaining('Mentaal welbevinden'),
    expect.stringContaining('Wanda: Dagelijks functioneren'),
    words.endItem('De post is geopend en op volgorde'),
    expect.stringContaining('Zus vragen of ze meegaat'),
  ])
  press(words.addOf(words.endItem('De post is geopend en op volgorde')))
  expect(list()).toHaveLength(3)
  const point = readConversations(fake.doc).find(({ points }) => points.length === 1)?.points[0]
  expect(point).toMatchObject({ source: { goal: expect.any(String) }, talked: false })
})

test('a new one starts with the day and the form that were agreed last time', async () => {
  const fake = sample()
  await show(fake)
  press(words.prepare)
  await page.findByText(words.prepareTitle)
  type(words.ownPoint, 'De hond')
  expect(readConversations(fake.doc)[0]).toMatchObject({ day: [toDay(NOW + 2 * 86_400_000)], form: ['together'] })
})

test('points are reordered, set aside and brought back', async () => {
  const fake = createFakePlan()
  const id = addConversation(fake.doc, NOW, randomness)
  for (const text of ['Eén', 'Twee']) addTalkPoint(fake.doc, id, { text, source: null }, randomness)
  await show(fake, `/${id}`)
  const points = () =>
    readConversations(fake.doc)[0]!
      .points.filter(({ aside }) => aside === null)
      .map(({ text }) => text)
  press(nl.goals.move.order)
  press(nl.goals.move.upOf('Twee'))
  expect(points()).toEqual(['Twee', 'Eén'])
  press(words.aside.goOf('Twee'))
  expect(points()).toEqual(['Eén'])
  press(words.aside.backOf('Twee'))
  expect(points()).toEqual(['Twee', 'Eén'])
})

test('[rule 5] two days set at once are side by side until one is chosen', async () => {
  const fake = createFakePlan()
  const id = addConversation(fake.doc, NOW, randomness)
  const other = createPlanDoc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(fake.doc))
  setConversation(fake.doc, id, { day: parseDay('2026-11-24') as Day }, createRandomness(90))
  setConversation(other, id, { day: parseDay('2026-11-26') as Day }, createRandomness(95))
  Y.applyUpdate(fake.doc, Y.encodeStateAsUpdate(other))
  await show(fake, `/${id}`)
  expect(page.getByText(words.either.when)).toBeTruthy()
  press('26 november')
  await waitFor(() => expect(page.queryByText(words.either.when)).toBeNull())
  expect(readConversations(fake.doc)[0]?.day).toEqual(['2026-11-26'])
})

test('a conversation closed too soon can be opened again; a missing one says so', async () => {
  const fake = sample()
  const held = readConversations(fake.doc).find((conversation) => conversation.held)!
  await show(fake, `/${held.id}`)
  press(words.reopen)
  expect(readConversations(fake.doc).find(({ id }) => id === held.id)?.held).toBe(false)
  expect(page.getByRole('button', { name: words.begin })).toBeTruthy()
})

const twoDevices = () => {
  const fake = createFakePlan()
  const id = addConversation(fake.doc, NOW, randomness)
  const other = createPlanDoc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(fake.doc))
  const meet = (): void => Y.applyUpdate(fake.doc, Y.encodeStateAsUpdate(other))
  return { fake, id, other, meet }
}
const phase = () => page.getByRole('button', { current: 'step' }).textContent

test('a reloaded page and a second device show the current phase', async () => {
  const { fake, id, other, meet } = twoDevices()
  await show(fake, `/${id}`)
  expect(phase()).toBe(`1. ${words.phases.prepare}`)
  press(words.begin)
  cleanup()
  await show(fake, `/${id}`)
  expect(phase()).toBe(`2. ${words.phases.talk}`)
  setPhase(other, id, 'close', createRandomness(90))
  meet()
  expect(phase()).toBe(`3. ${words.phases.close}`)
  press(`1. ${words.phases.prepare}`)
  expect(phase()).toBe(`1. ${words.phases.prepare}`)
})

test('a person who is typing is asked before the phase changes', async () => {
  const { fake, id, other, meet } = twoDevices()
  await show(fake, `/${id}`)
  type(words.ownPoint, 'Half een zin')
  setPhase(other, id, 'talk', createRandomness(90))
  meet()
  expect(phase()).toBe(`1. ${words.phases.prepare}`)
  expect(page.getByText(words.elsewhere(words.phases.talk))).toBeTruthy()
  press(words.add)
  press(words.along)
  expect(phase()).toBe(`2. ${words.phases.talk}`)
  expect(page.queryByRole('button', { name: words.along })).toBeNull()
  expect(page.getByText('Half een zin')).toBeTruthy()
})

test('of two different phases set at once, the furthest counts', () => {
  const { fake, id, other, meet } = twoDevices()
  const undo = createUndo(fake.doc)
  setPhase(fake.doc, id, 'talk', randomness)
  setPhase(other, id, 'close', createRandomness(90))
  meet()
  expect(readConversations(fake.doc)[0]?.phase).toBe('close')
  setPhase(fake.doc, id, 'prepare', randomness)
  expect(readConversations(fake.doc)[0]?.phase).toBe('prepare')
  expect(undo.undoStack, 'to go on is no work that could be undone').toEqual([])
})

test('a reader sees the points, and no controls', async () => {
  const made = createSamplePlan(createRandomness(), NOW)
  const fake = createFakePlan({
    ...made,
    members: [
      { ...ME, role: 'reader' },
      { ...WORKER, role: 'owner' },
    ],
  })
  const coming = readConversations(fake.doc).find((conversation) => !conversation.held)!
  await show(fake, `/${coming.id}`)
  expect(page.getByText(/Slapen lukt niet/)).toBeTruthy()
  const main = within(page.getByRole('main'))
  expect([...withoutReadAloud(main.queryAllByRole('button')), ...main.queryAllByRole('textbox')]).toEqual([])
})
