import { screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createFakePlan, ME, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

test.each([
  ['editor', nl.story.editor.placeholder],
  ['reader', nl.story.empty],
] as const)('in an empty story stands what an %s can do with it', async (role, words) => {
  const members = [
    { ...ME, role },
    { ...WORKER, role: 'owner' as const },
  ]
  await renderApp(`/plan/${workspaceId(7)}/story`, { plan: createFakePlan({ members }).plan })
  const story = await page.findByRole('textbox', { name: nl.story.editor.story })
  expect(story.dataset['placeholder']).toBe(words)
})
