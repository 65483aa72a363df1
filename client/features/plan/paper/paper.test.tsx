/** Who stands on the paper. */
import { screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createFakePlan, ME, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

test('people with what they may do; on their own paper nobody reads that they have no name', async () => {
  const onPaper = async (members: readonly (typeof ME)[]): Promise<readonly (string | null)[]> => {
    const { container, unmount } = await renderApp(`/plan/${workspaceId(1)}`, {
      plan: createFakePlan({ members }).plan,
    })
    await page.findByRole('heading', { level: 1, name: nl.plan.overview })
    window.dispatchEvent(new Event('beforeprint'))
    await expect.poll(() => container.querySelector('.pp-people')).not.toBe(null)
    const people = [...container.querySelectorAll('.pp-people li')].map((item) => item.textContent)
    unmount()
    return people
  }
  const nameless = { ...ME, name: '', given: '' }
  expect(await onPaper([nameless])).toEqual([])
  expect(await onPaper([nameless, WORKER])).toHaveLength(2)
  expect(await onPaper([ME])).toHaveLength(1)
})
