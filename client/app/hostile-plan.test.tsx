/** Every screen of a poisoned plan, and home with its title, people and news: nothing on them runs, loads or navigates. */
import { waitFor } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { setMyName } from '#domain/plan/people.ts'
import { createPlanDoc, type PlanDoc } from '#domain/document/plan-doc.ts'
import { readTitles } from '#domain/plan/plan.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { findHarm } from '#testing/find-harm.ts'
import { PAYLOAD, POISONS } from '#testing/hostile-plan.ts'
import { MARKUP } from '#testing/hostile-words.ts'
import { planScreens } from '#testing/plan-screens.ts'
import { renderApp } from '#testing/render-app.tsx'

const PLAN = `/plan/${workspaceId(7)}`

const poisoned = (): PlanDoc => {
  const doc = createPlanDoc()
  for (const poison of Object.values(POISONS)) poison(doc)
  setMyName(doc, WORKER.person, PAYLOAD, createRandomness(1))
  return doc
}
const doc = poisoned() // viewing does not change it
const expectHarmless = (): void => {
  expect(findHarm(document.body)).toEqual([])
  expect(window).not.toHaveProperty('harmed')
}

test.each(planScreens(doc))('a poisoned plan shows only words at %s', async (part) => {
  const members = [ME, { ...WORKER, name: PAYLOAD }]
  const parts = [{ part: 'wheel', title: PAYLOAD, things: 1, letters: 9 }] as const
  const news = [{ person: WORKER.person, name: PAYLOAD, parts, at: NOW }]
  const { plan } = createFakePlan({ doc, members, news })
  const screen = await renderApp(`${PLAN}${part}`, { plan })
  await screen.findByRole('heading', { level: 1 })
  await waitFor(() => expect(screen.container.textContent).toContain('<img src'))
  expectHarmless()
})

test('home shows its title, its people and its news as words, beside the other plans', async () => {
  const summary = { archived: false, openedAt: NOW, unshared: false }
  const poison = MARKUP.map((words, index) => ({
    ...summary,
    id: workspaceId(index + 20),
    title: words,
    people: [{ name: words, colour: Number.NaN }],
    news: [{ name: words, parts: [{ part: 'wheel' as const, title: words, things: 1, letters: 9 }], at: NOW }],
  }))
  const plans = [...poison, { ...summary, id: workspaceId(7), title: 'Heel plan', people: [], news: [] }]
  const screen = await renderApp('/', { plans })
  await screen.findByRole('link', { name: 'Heel plan' })
  expect(readTitles(doc)).toEqual([PAYLOAD])
  expectHarmless()
})
