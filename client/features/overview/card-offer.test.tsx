/** The key card is offered once with the first content, and once when a plan becomes mine. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { PlanSummary } from '#ports/device.ts'
import type { Ended } from '#ports/open-plan.ts'
import { addGoal } from '#domain/goals/goals.ts'
import { createFakePlan, createRandomness, ME, NOW, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import type { FakeDeviceOptions } from '#testing/fake-device.ts'

const open = async (options: { content: boolean; role?: 'owner' | 'reader'; ended?: Ended } & FakeDeviceOptions) => {
  const ended = options.ended ? { ended: options.ended } : {}
  const fake = createFakePlan({ members: [{ ...ME, role: options.role ?? 'owner' }], ...ended })
  if (options.content) addGoal(fake.doc, { title: 'Elke dag naar buiten' }, createRandomness())
  const screen = await renderApp(`/plan/${workspaceId(7)}`, { plan: fake.plan, proposed: [], ...options })
  await page.findByRole('heading', { level: 1, name: nl.plan.overview })
  return screen
}
const isOffered = () => page.queryByText(nl.cardOffer.title) !== null
const mine = {
  id: workspaceId(7),
  title: 'Plan',
  archived: false,
  openedAt: NOW,
  people: [],
  unshared: false,
  news: [],
}
const joined: PlanSummary = { ...mine, joined: true }

test('not for an empty plan, and not to a reader', async () => {
  await open({ content: false })
  expect(isOffered()).toBe(false)
})
test('not to a reader, who loses nothing of their own', async () => {
  await open({ content: true, role: 'reader', plans: [joined] })
  expect(isOffered()).toBe(false)
})
test('with the first content, until it is put away', async () => {
  const { device } = await open({ content: true, plans: [mine] })
  expect(page.getByText(nl.cardOffer.text)).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: nl.cardOffer.later }))
  expect([isOffered(), device.device.wasProposed('card-with-content')]).toEqual([false, true])
})
test('again when a plan has become mine, and then no more', async () => {
  await open({ content: true, plans: [joined], proposed: ['card-with-content'] })
  expect(page.getByText(nl.cardOffer.owner)).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: nl.cardOffer.later }))
  expect(isOffered()).toBe(false)
})
test('not in a plan in which one takes no part any more: the card brings nothing of it back', async () => {
  await open({ content: true, plans: [mine], ended: { how: 'removed', by: null } })
  expect(isOffered()).toBe(false)
})
test('not where nothing is kept', async () => {
  await open({ content: true, storage: { name: 'memory', reason: 'chosen' } })
  expect(isOffered()).toBe(false)
})
