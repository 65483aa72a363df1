import { screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { addWish } from '#domain/goals/wishes.ts'
import { createFakePlan, createRandomness, ME, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

test.each([
  ['editor', nl.story.editor.placeholder],
  ['reader', nl.story.empty],
] as const)('an empty story says what an %s can do with it', async (role, words) => {
  const members = [
    { ...ME, role },
    { ...WORKER, role: 'owner' as const },
  ]
  await renderApp(`/plan/${workspaceId(7)}/story`, { plan: createFakePlan({ members }).plan })
  const story = await page.findByRole('textbox', { name: nl.story.editor.story })
  expect(story.dataset['placeholder']).toBe(words)
})

test.each(['story', 'invite'] as const)('undo does not offer what was done on other screens (%s)', async (part) => {
  const fake = createFakePlan({ members: [ME] })
  const randomness = createRandomness(5)
  await renderApp(`/plan/${fake.plan.id}/goals`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: nl.plan.goals })
  addWish(fake.doc, 'Rust in huis', randomness)
  const undo = () => page.queryByRole('region', { name: nl.undo.title })
  expect(undo()).toBeTruthy()
  for (const [where, title] of [
    [part, part === 'story' ? nl.story.title : nl.invite.title],
    ['goals', nl.plan.goals],
  ] as const) {
    window.location.hash = `/plan/${fake.plan.id}/${where}`
    await page.findByRole('heading', { level: 1, name: title })
    expect(undo() === null).toBe(where === part)
  }
})
