/** The overview as it was last seen, while the plan is opened: the same words in the same places, and nothing that acts. */
import { cleanup, screen as page, waitFor, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { en } from '#copy/en.ts'
import { nl } from '#copy/nl.ts'
import { addGoal } from '#domain/goals/goals.ts'
import { setText } from '#domain/document/texts.ts'
import { addStep } from '#domain/goals/steps.ts'
import { setSectionHidden } from '#domain/plan/sections.ts'
import type { SeenLast } from '#ports/seen-last.ts'
import type { OpenState } from '#ports/open-plan.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { findHarm } from '#testing/find-harm.ts'
import { PAYLOAD } from '#testing/hostile-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { createSamplePlan } from '#testing/sample-plan.ts'

const PLAN = `/plan/${workspaceId(7)}`
const OPENING: OpenState = { name: 'opening' }
const sample = () => createFakePlan(createSamplePlan(createRandomness(), NOW))
type Fake = ReturnType<typeof createFakePlan>

/** What a device would keep of this plan. */
const seenOf = async (fake: Fake, path = PLAN): Promise<SeenLast | null> => {
  const { device } = await renderApp(path, { plan: fake.plan })
  await page.findByRole('heading', { level: 1 })
  await waitFor(() => expect(device.asked.seenLast).not.toBeNull())
  return device.asked.seenLast?.read() ?? null
}
const cards = (): readonly string[] => [...document.querySelectorAll('.ov-parts > .cd')].map(wordsOf)
/** What is drawn of a card, without what acts in it. */
const wordsOf = (card: Element): string => {
  const copy = card.cloneNode(true) as Element
  for (const control of copy.querySelectorAll('button, .ra')) control.remove()
  return copy.textContent?.trim() ?? ''
}
const openWith = async (seenLast: SeenLast, more: Parameters<typeof renderApp>[2] = {}, path = PLAN) =>
  renderApp(path, { openState: OPENING, seenLast }, more)
const painted = (): HTMLElement | null => document.querySelector('[data-seen-last]')
const paint = (): Promise<HTMLElement> => waitFor(() => painted() ?? Promise.reject(new Error('nothing painted')))

test('each card that the overview shows is painted with the same words, under the plan’s own title', async () => {
  const fake = sample()
  const seen = (await seenOf(fake))!
  const shown = cards()
  cleanup()
  await openWith(seen)
  await paint()
  expect(cards().slice(0, seen.parts.length)).toEqual(shown.slice(0, seen.parts.length))
  expect(seen.parts.map(({ section }) => section)).toContain('goals')
  expect(painted()!.querySelectorAll('svg').length).toBeGreaterThan(0)
  expect(page.getByText(nl.opening.asLastSeen)).toBeTruthy()
  expect(document.querySelector('.top-name')?.textContent).toBe(seen.title)
})

test('nothing in it acts but links to parts of the plan, and it is hidden from who listens, who hears that the plan opens', async () => {
  const seen = (await seenOf(sample()))!
  cleanup()
  await openWith(seen)
  const root = await paint()
  expect(root.querySelectorAll('button, input, textarea, select, [contenteditable]')).toHaveLength(0)
  expect([...root.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(
    seen.parts.map(({ section }) => `#${PLAN}/${section}`),
  )
  expect([...root.querySelectorAll('a')].every((link) => link.tabIndex === -1)).toBe(true)
  expect(page.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([nl.opening.title])
  expect(page.getByText(nl.general.wait).getAttribute('role')).toBe('status')
})

test('the plan takes its place when it is there, also where somebody has scrolled to', async () => {
  const fake = sample()
  const seen = (await seenOf(fake))!
  cleanup()
  const { device } = await openWith(seen)
  await paint()
  document.documentElement.scrollTop = 140
  device.setState({ name: 'open', plan: fake.plan })
  expect(await page.findByRole('heading', { level: 1, name: nl.plan.overview })).toBeTruthy()
  expect(painted()).toBeNull()
  expect(document.documentElement.scrollTop).toBe(140)
  expect(page.queryByText(nl.opening.asLastSeen)).toBeNull()
})

test('what the device proposed stands there too, out of reach, as long as it is proposed', async () => {
  const { plan } = sample()
  const { device } = await renderApp(PLAN, { plan, proposed: [] })
  await page.findByText(nl.cardOffer.title)
  const seen = device.asked.seenLast!.read()!
  cleanup()
  await renderApp(PLAN, { openState: OPENING, seenLast: seen, proposed: [] })
  expect(
    within(await paint())
      .getByText(nl.cardOffer.title)
      .closest('[inert]'),
  ).not.toBeNull()
  cleanup()
  await renderApp(PLAN, { openState: OPENING, seenLast: seen })
  expect(within(await paint()).queryByText(nl.cardOffer.title)).toBeNull()
})

test('it is not painted in another language, nor on another screen of the plan', async () => {
  const seen = (await seenOf(sample()))!
  cleanup()
  await openWith(seen, { language: 'en' })
  await page.findByText(en.general.wait)
  await waitFor(() => expect(document.querySelector('.only-heard.ps-opening')).toBeNull())
  expect(painted()).toBeNull()
  cleanup()
  await openWith(seen, {}, `${PLAN}/goals`)
  await page.findByText(nl.general.wait)
  await waitFor(() => expect(document.querySelector('.only-heard.ps-opening')).toBeNull())
  expect(painted()).toBeNull()
})

test('without one, people read that the plan is being opened', async () => {
  await renderApp(PLAN, { openState: OPENING })
  await page.findByRole('heading', { level: 1, name: nl.opening.title })
  await waitFor(() => expect(document.querySelector('.ps-opening')?.classList.contains('only-heard')).toBe(false))
})

test('what was taken out, hidden or changed since is not in it: a change outdates it on every screen of the plan', async () => {
  const fake = sample()
  const { device } = await renderApp(`${PLAN}/people`, { plan: fake.plan })
  await waitFor(() => expect(device.asked.seenLast?.isChanged).toBe(false))
  const goal = addGoal(fake.doc, { title: 'Zwemmen' }, createRandomness(50))
  expect(device.asked.seenLast?.isChanged).toBe(true)
  setText(fake.doc, 'goal', goal, 'title', 'Fietsen')
  setSectionHidden(fake.doc, 'contact', true, createRandomness(51))
  const seen = device.asked.seenLast!.read()!
  expect(JSON.stringify(seen)).not.toContain('Zwemmen')
  expect(seen.parts.some(({ section }) => section === 'contact')).toBe(false)
})

test.each<[string, () => Fake]>([
  ['a plan that still says how to begin', () => createFakePlan()],
  ['the practice plan', () => createFakePlan({ ...createSamplePlan(createRandomness(), NOW), practice: true })],
  [
    'a plan in which one takes no part any more',
    () =>
      createFakePlan({ ...createSamplePlan(createRandomness(), NOW), ended: { how: 'removed', by: WORKER.person } }),
  ],
])('of %s nothing is kept', async (_name, create) => {
  const { device } = await renderApp(PLAN, { plan: create().plan })
  await page.findByRole('heading', { level: 1 })
  expect(device.asked.seenLast?.read() ?? null).toBeNull()
})

test('words of others stand in it as words, each in its own direction', async () => {
  const fake = createFakePlan({ members: [ME, { ...WORKER, name: PAYLOAD }] })
  const randomness = createRandomness(60)
  const goal = addGoal(fake.doc, { title: PAYLOAD }, randomness)
  addStep(fake.doc, goal, { what: 'أتصل بالطبيب', who: { person: ME.person } }, randomness)
  const seen = (await seenOf(fake))!
  cleanup()
  await openWith(seen)
  const root = await paint()
  expect(within(root).getByText('أتصل بالطبيب').getAttribute('dir')).toBe('auto')
  expect(root.textContent).toContain(PAYLOAD)
  expect(findHarm(document.body)).toEqual([])
})
