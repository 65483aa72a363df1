/** Files that cannot be fetched, such as those of an earlier version without a connection, while home is shown. */
import { screen as page } from '@solidjs/testing-library'
import { expect, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import { manyPlans } from '#testing/many-plans.ts'
import { renderApp } from '#testing/render-app.tsx'

vi.mock('./many-plans.tsx', () => {
  throw new Error('There is no such file any more.')
})
vi.mock('./notices.tsx', () => {
  throw new Error('There is no such file any more.')
})

test('every plan, and the ways to another, are there without the search and the notices', async () => {
  await renderApp('/', { ...manyPlans([]).device, restore: { name: 'listing', trouble: null } })
  expect((await page.findAllByRole('link', { name: 'Rustig wonen' })).length).toBeGreaterThan(5)
  expect(page.getByRole('link', { name: nl.home.start })).toBeTruthy()
  expect(page.queryByText(nl.general.notFetched.title)).toBeNull()
})
