/** Text that somebody took away, put back from the list of plans. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import type { PlanSummary } from '#ports/device.ts'
import { NOW, WORKER } from '#testing/fake-plan.ts'
import { createChangedPlan } from '#testing/history-scene.ts'
import { renderApp } from '#testing/render-app.tsx'

const NEWS = {
  name: 'Wanda',
  at: NOW,
  parts: [{ part: 'story', things: 0, letters: 0, taken: { letters: 99, from: 9 } }],
} as const

const open = async (circle?: PlanSummary['circle']) => {
  const { plan, doc } = createChangedPlan()
  const summary: PlanSummary = {
    id: plan.id,
    title: 'Plan',
    archived: false,
    openedAt: NOW,
    people: [],
    unshared: false,
    news: [NEWS],
    ...(circle ? { circle } : {}),
  }
  const news = () => [{ ...NEWS, person: WORKER.person }]
  await renderApp('/', { plans: [summary], plan: { ...plan, news } })
  await page.findByText(/Wanda haalde tekst weg uit het verhaal\./)
  return { plan, doc }
}

test('one tap opens the plan and puts it back, once', async () => {
  const { doc } = await open()
  fireEvent.click(page.getByRole('button', { name: nl.history.news.back }))
  await page.findByText(nl.history.isBack)
  expect(readStoryText(doc)).toContain('Ik woon hier nu elf jaar.')
})

test('whoever only looks at it, or opens the plan, puts nothing back', async () => {
  const { doc } = await open()
  fireEvent.click(page.getByRole('link', { name: 'Plan' }))
  await page.findByRole('button', { name: nl.history.news.back })
  expect(page.queryByText(nl.history.isBack)).toBeNull()
  expect(readStoryText(doc)).toBe('')
})

test.each([
  ['reads along', { role: 'reader', ended: null }],
  ['takes no part any more', { role: 'editor', ended: 'removed' }],
] as const)('it is not offered to one who %s', async (_, mine) => {
  await open({ newcomers: [], mayRemove: false, ...mine })
  expect(page.queryByRole('button', { name: nl.history.news.back })).toBeNull()
})
