/** The navigation of a plan. */
import { fireEvent, screen as page, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { moveSection, setSectionTitle } from '#domain/plan/sections.ts'
import { createFakePlan, createRandomness } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const show = async (path: string) => {
  const fake = createFakePlan()
  await renderApp(`/plan/${fake.plan.id}${path}`, { plan: fake.plan })
  const ways = within(await page.findByRole('navigation', { name: nl.plan.sections }))
  const more = ways.getByRole('button', { name: nl.overview.more })
  return { ...fake, ways, more }
}

test('four links come before "more"; the order of the plan decides which', async () => {
  const { doc, ways } = await show('')
  const order = () => ways.getAllByRole('link').map((link) => link.getAttribute('href')?.split('/')[3] ?? 'plan')
  expect(order().slice(0, 4)).toEqual(['plan', 'story', 'wheel', 'goals'])
  moveSection(doc, 'contact', null, createRandomness(40))
  expect(order().slice(0, 4)).toEqual(['plan', 'contact', 'story', 'wheel'])
  setSectionTitle(doc, 'story', 'Dit ben ik', createRandomness(50))
  expect(ways.getByRole('link', { name: /Dit ben ik/ })).toBeTruthy()
})

test('"more" opens, and closes by its button, by Escape, by a tap elsewhere, and by navigating', async () => {
  const { ways, more } = await show('')
  const isOpen = () => more.getAttribute('aria-expanded')
  fireEvent.click(more)
  expect(isOpen()).toBe('true')
  fireEvent.keyDown(document.body, { key: 'Escape' })
  expect(isOpen()).toBe('false')
  expect(document.activeElement).toBe(more)
  fireEvent.click(more)
  fireEvent.click(page.getByRole('main'))
  expect(isOpen()).toBe('false')
  fireEvent.click(more)
  fireEvent.click(ways.getByRole('link', { name: new RegExp(nl.plan.contact) }))
  expect(isOpen()).toBe('false')
})

test('on a conversation, "conversations" is the current link', async () => {
  const { ways } = await show('/conversations/AAAAAAAAAAA')
  const link = ways.getByRole('link', { name: new RegExp(nl.plan.conversations) })
  expect(link.getAttribute('aria-current')).toBe('true')
})
