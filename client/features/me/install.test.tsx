/** Having the app at hand: the words of this browser, and never where nothing is kept or it is installed already. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { PlanSummary } from '#ports/device.ts'
import { NOW, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
const plan: PlanSummary = {
  id: workspaceId(1),
  title: 'Mijn plan',
  archived: false,
  openedAt: NOW,
  people: [],
  unshared: false,
  news: [],
}

test('the browser’s own question is asked from the button', async () => {
  let asked = 0
  await renderApp('/me', {}, { platform: { askToInstall: () => () => void (asked += 1) } })
  fireEvent.click(await page.findByRole('button', { name: nl.install.go }))
  expect(asked).toBe(1)
})

test('on an iPhone the app begins empty: that is said first, with the way to the card', async () => {
  await renderApp('/me?part=install', {}, { platform: { userAgent: IPHONE } })
  expect(await page.findByText(nl.install.apple)).toBeTruthy()
  expect(page.getByText(nl.install.empty)).toBeTruthy()
  await expect.poll(() => page.getByText(nl.install.apple).closest('details')?.open).toBe(true)
  fireEvent.click(page.getAllByRole('button', { name: nl.lock.toCard })[0]!)
  await expect.poll(() => document.activeElement?.textContent).toBe(nl.me.card.show)
})

test('home says it where the browser may clear what is here', async () => {
  const ways = () => page.queryAllByRole('link', { name: nl.install.home })
  const screen = await renderApp('/', { plans: [plan], persistence: 'refused' })
  await expect.poll(ways).toHaveLength(1)
  expect(ways()[0]?.getAttribute('href')).toBe('#/me?part=install')
  screen.unmount()
  await renderApp('/', { plans: [plan], persistence: 'granted' })
  await page.findByText(nl.device.persistence.granted)
  expect(ways()).toEqual([])
})

test.each([
  ['installed already', {}, { installed: true }],
  ['where nothing is kept', { storage: { name: 'memory', reason: 'chosen' } as const }, {}],
])('%s: nothing about it', async (_name, device, platform) => {
  await renderApp('/me', device, { platform })
  await page.findByRole('heading', { level: 2, name: nl.me.card.title })
  expect(page.queryByText(nl.install.title)).toBeNull()
})
