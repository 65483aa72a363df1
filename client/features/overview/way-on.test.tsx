/** Each screen leads on to the next until the beginning is complete: story, wheel, one thing to change, first step. */
import { fireEvent, screen as page, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { nl } from '#copy/nl.ts'
import { finishCheckIn, readCheckIns, setTalkAbout, startCheckIn } from '#domain/wheel/check-ins.ts'
import { DIMENSIONS, type Topic } from '#domain/document/choices.ts'
import { addGoal, readGoals } from '#domain/goals/goals.ts'
import { storyOf } from '#domain/document/plan-doc.ts'
import { addStep } from '#domain/goals/steps.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const randomness = createRandomness(50)
const { on } = nl.overview.begin

const show = async (part: string, fake = createFakePlan()) => {
  await renderApp(`/plan/${fake.plan.id}/${part}`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1 })
  return fake
}
const way = (piece: keyof typeof on) => page.queryByRole('link', { name: on[piece] })
/** The primary buttons of this screen. */
const mains = () => [...page.getByRole('main').querySelectorAll('.bt-main')].map(({ textContent }) => textContent)
const fill = (fake: ReturnType<typeof createFakePlan>, ticked: readonly Topic[] = []): void => {
  const wheel = startCheckIn(fake.doc, { who: { person: ME.person }, at: NOW, pack: 'neutral' }, randomness)
  for (const topic of ticked) setTalkAbout(fake.doc, wheel, topic, true, randomness)
  finishCheckIn(fake.doc, wheel, randomness)
}

test('[rule 1] the story leads on: quietly while it is empty, then as the main way, and not after a first step', async () => {
  const { doc, plan } = await show('story')
  expect(way('wheel')?.getAttribute('href')).toBe(`#/plan/${plan.id}/wheel`)
  expect(mains()).toEqual([])
  storyOf(doc).insert(0, [new Y.XmlElement('paragraph')])
  ;(storyOf(doc).get(0) as Y.XmlElement).insert(0, [new Y.XmlText('Ik zit te veel alleen.')])
  expect(mains()).toEqual([on.wheel])
  const goal = addGoal(doc, { title: 'Buiten komen' }, randomness)
  expect(way('step')?.getAttribute('href')).toBe(`#/plan/${plan.id}/goals/${goal}`)
  addStep(doc, goal, { what: 'Hond uitlaten' }, randomness)
  expect(mains()).toEqual([])
})

test('[rule 1] any question of the wheel may be the last, and then one thing to change is the main way', async () => {
  const { doc, plan } = await show('wheel?way=questions')
  fireEvent.click(await page.findByRole('button', { name: nl.wheel.ways.questions }))
  expect(mains()).toEqual([nl.wheel.skip])
  document.documentElement.scrollTop = 900 // below the optional fields of the last question
  fireEvent.click(page.getByRole('button', { name: nl.wheel.finish }))
  expect(readCheckIns(doc)[0]).toMatchObject({ finished: true })
  // The result is in view and read, and right after its name comes the way on.
  expect(document.documentElement.scrollTop).toBe(0)
  const name = page.getByRole('heading', { level: 2, name: 'jouw wiel van vandaag' })
  expect(document.activeElement).toBe(name)
  expect(name.parentElement?.nextElementSibling).toBe(way('goal'))
  expect(mains()).toEqual([on.goal])
  expect(way('goal')?.getAttribute('href')).toBe(`#/plan/${plan.id}/goals?new=1`)
  expect(page.getByRole('button', { name: nl.wheel.start.again })).toBeTruthy()
})

test('a skipped wheel has a way on beside it; a wheel just finished leads on, one of last month asks for another', async () => {
  const fake = await show('wheel')
  expect(mains()).toEqual([])
  expect(way('goal')).toBeTruthy()
  addStep(fake.doc, addGoal(fake.doc, { title: 'Buiten komen' }, randomness), { what: 'Hond uitlaten' }, randomness)
  expect(way('goal')).toBeNull()
  fill(fake)
  expect(mains()).toEqual([nl.wheel.start.again])
  fireEvent.click(page.getByRole('button', { name: nl.wheel.start.again }))
  fireEvent.click(await page.findByRole('button', { name: nl.wheel.finish }))
  expect(mains()).toEqual([on.goal])
})

test('one thing to change is asked for at once, about what was ticked; then its first step is the main way', async () => {
  const fake = createFakePlan()
  fill(fake, ['meaningfulness'])
  await show('goals?new=1', fake)
  const field = await page.findByRole('textbox', { name: nl.goals.goalLabel })
  expect(document.activeElement).toBe(field)
  const about = within(page.getByRole('group', { name: nl.goals.whichOne }))
  const ticked = about.getByLabelText<HTMLInputElement>(nl.wheel.topics.meaningfulness)
  expect(ticked.checked).toBe(true)
  expect(about.getAllByRole('radio')[0]).toBe(ticked)
  expect(about.getAllByRole('radio')).toHaveLength(DIMENSIONS.length) // another topic can still be chosen
  fireEvent.input(field, { target: { value: 'Weer zingen' } })
  fireEvent.submit(field.closest('form') as HTMLFormElement)
  await page.findByRole('heading', { level: 1, name: 'Weer zingen' })
  expect(readGoals(fake.doc)).toMatchObject([{ title: 'Weer zingen', topic: 'meaningfulness' }])
  expect(mains()).toEqual([nl.goals.addStep])
  fireEvent.click(page.getByRole('link', { name: nl.goals.toAll }))
  await page.findByRole('heading', { level: 1, name: nl.plan.goals })
  expect(mains()).toEqual([on.step])
})

test('without a ticked topic, one thing to change may be about any topic, or none', async () => {
  const fake = await show('goals?new=1')
  const about = within(await page.findByRole('group', { name: nl.goals.whichOne }))
  expect(about.getAllByRole('radio')).toHaveLength(6)
  expect(way('step')).toBeNull() // a step needs its goal
  const field = page.getByRole('textbox', { name: nl.goals.goalLabel })
  fireEvent.input(field, { target: { value: 'Weer zingen' } })
  fireEvent.submit(field.closest('form') as HTMLFormElement)
  expect(readGoals(fake.doc)).toMatchObject([{ title: 'Weer zingen', topic: null }])
})

test('a reader is guided nowhere', async () => {
  const fake = createFakePlan({ members: [{ ...ME, role: 'reader' }, WORKER] })
  fill(fake)
  await show('wheel', fake)
  expect(way('goal')).toBeNull()
})
