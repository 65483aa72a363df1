/** What is done while a plan is opened, so that drawing it is a shorter task. */
import { waitFor } from '@solidjs/testing-library'
import { expect, test, vi } from 'vitest'
import { workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

test('the first formatter, which costs more than a card, is made before the plan is there', async () => {
  const made = [vi.spyOn(Intl, 'ListFormat'), vi.spyOn(Intl, 'DateTimeFormat')]
  await renderApp(`/plan/${workspaceId(7)}`, { openState: { name: 'opening' } })
  await waitFor(() => expect(made.map(({ mock }) => mock.calls.length)).toEqual([1, 1]))
})
