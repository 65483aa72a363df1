/** Who stands on the paper, and what is left open on it. */
import { screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { finishCheckIn, setScore, startCheckIn } from '#domain/wheel/check-ins.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER, workspaceId } from '#testing/fake-plan.ts'
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

test.each([
  ['not finished', false, ''],
  ['finished', true, nl.wheel.none],
])('what is empty in a wheel that is %s: a place for a pen, or a word', async (_, finished, empty) => {
  const randomness = createRandomness(40)
  const fake = createFakePlan()
  const wheel = startCheckIn(fake.doc, { who: { person: ME.person }, at: NOW, pack: 'neutral' }, randomness)
  setScore(fake.doc, wheel, 'participation', 4, randomness)
  if (finished) finishCheckIn(fake.doc, wheel, randomness)
  const { container } = await renderApp(`/plan/${fake.plan.id}`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: nl.plan.overview })
  window.dispatchEvent(new Event('beforeprint'))
  const scores = () => [...container.querySelectorAll('.pp-wheel td')].map((cell) => cell.textContent)
  await expect.poll(scores).toEqual([empty, empty, empty, empty, '4', empty])
})
