/** What comes next in each plan, on its card. */
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { PlanSummary } from '#ports/device.ts'
import { NOW, workspaceId } from '#testing/fake-plan.ts'
import { inDays, step, talk } from '#testing/sample-agenda.ts'
import { renderApp } from '#testing/render-app.tsx'

const plan = (changes: Partial<PlanSummary>): PlanSummary => ({
  id: workspaceId(1),
  title: 'Rustig wonen',
  archived: false,
  openedAt: NOW,
  people: [],
  unshared: false,
  news: [],
  ...changes,
})
const cardOf = async (changes: Partial<PlanSummary>) => {
  const screen = await renderApp('/', { plans: [plan(changes)] })
  return (await screen.findByRole('link', { name: 'Rustig wonen' })).closest('li')?.textContent ?? ''
}
const { talk: nextTalk, step: nextStep } = nl.today

test('the next conversation and step, with day, time and how', async () => {
  const agenda = [talk(1, inDays(-3)), talk(2, inDays(1, '14:00')), step(2, inDays(2)), step(0, inDays(5))]
  const card = await cardOf({ agenda })
  expect(card).toMatch(new RegExp(`${nextTalk}23 november om 14[:.]00 · bellen`))
  expect(card).toContain(`${nextStep} · 24 novemberKijken bij de buurttuin`)
})

test('what has no day yet, and what should have been', async () => {
  const card = await cardOf({ agenda: [talk(1, null), step(2, inDays(-2))] })
  expect(card).toContain(`${nextTalk}${nl.today.noDay} · samen`)
  expect(card).toContain(`${nextStep} · ${nl.overview.wasBy('20 november')}Kijken bij de buurttuin`)
})

test('nothing is said of a plan without anything to come, or that is over', async () => {
  for (const changes of [{}, { agenda: [] }, { agenda: [talk(1, inDays(1))], archived: true }])
    expect(await cardOf(changes).catch(() => '')).not.toContain(nextTalk)
})
