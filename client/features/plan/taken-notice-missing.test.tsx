/** A file that cannot be fetched, such as one of an earlier version without a connection, while a plan is open. */
import { screen as page } from '@solidjs/testing-library'
import { expect, test, vi } from 'vitest'
import { createChangedPlan } from '#testing/history-scene.ts'
import { renderApp } from '#testing/render-app.tsx'

vi.mock('./taken-notice.tsx', () => {
  throw new Error('There is no such file any more.')
})

test('who took text away is told all the same, and the plan stays on the screen', async () => {
  const { plan } = createChangedPlan()
  const parts = [{ part: 'story', things: 0, letters: 0, taken: { letters: 99, from: 9 } }] as const
  const news = [{ person: plan.me, name: 'Wanda', at: null, parts }] as const
  await renderApp(`/plan/${plan.id}`, { plan: { ...plan, news: () => news } })
  await page.findByText('Wanda haalde tekst weg uit het verhaal.')
  expect(page.getByRole('heading', { level: 1 }).textContent).toBe('Plan')
})
