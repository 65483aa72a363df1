/** Wishes and goals are asked for as of whose plan it is. */
import { screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { createFakePlan, ME, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const leadOf = async (planPerson: typeof ME.person | null): Promise<string> => {
  const fake = createFakePlan({ members: [ME, WORKER], planPerson })
  const screen = await renderApp(`/plan/${workspaceId(1)}/goals?new=1`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: nl.plan.goals })
  const words = screen.container.querySelector('main')?.textContent ?? ''
  screen.unmount()
  return words
}

test('the owner is asked what they want, whoever writes along what the other wants, and nobody of nobody', async () => {
  expect(await leadOf(ME.person)).toContain(nl.goals.goalLabel)
  const theirs = await leadOf(WORKER.person)
  expect(theirs).toContain(nl.whose.goals.of(WORKER.name).goal)
  expect(theirs).not.toContain(nl.goals.goalLabel)
  expect(await leadOf(null)).toContain(nl.whose.goals.nobodys.goal)
})
