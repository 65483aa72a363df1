/** Coming back with a key card: mistakes at their place, and nothing happens before somebody has chosen. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { CardFault, CardTaken } from '#ports/own-keys.ts'
import { CARD } from '#testing/fake-device.ts'
import { renderApp } from '#testing/render-app.tsx'

const type = async (text: string = CARD.characters): Promise<void> => {
  fireEvent.input(await page.findByLabelText(nl.card.characters), { target: { value: text } })
  fireEvent.click(page.getByRole('button', { name: nl.card.go }))
}
const isHome = () => expect.poll(() => window.location.hash).toBe('#/')

test('a card is typed, and home shows what comes', async () => {
  const screen = await renderApp('/card')
  const field = await page.findByLabelText(nl.card.characters)
  expect([field.getAttribute('autocomplete'), field.getAttribute('spellcheck')]).toEqual(['off', 'false'])
  await type()
  await isHome()
  expect(screen.device.asked.taken).toEqual([CARD.characters])
})

test.each<[CardFault, string]>([
  [{ name: 'empty' }, 'Typ eerst de tekens van je kaart.'],
  [{ name: 'character', group: 2, character: 'U' }, 'In het tweede groepje staat U.'],
  [{ name: 'group', group: 7 }, 'Kijk het zevende groepje nog eens na.'],
  [{ name: 'length', count: 24 }, 'Een kaart heeft 28 tekens. Dit zijn er 24.'],
  [{ name: 'check' }, 'Er zit ergens een foutje in.'],
])('a mistake is told at its place: %j', async (fault, words) => {
  const screen = await renderApp('/card', { checked: { ok: false, fault } })
  await type('ABC')
  const alert = await page.findByRole('alert')
  expect(alert.textContent).toContain(words)
  expect(page.getByLabelText(nl.card.characters).getAttribute('aria-describedby')).toContain(alert.id)
  expect(screen.device.asked.taken).toEqual([])
  fireEvent.input(page.getByLabelText(nl.card.characters), { target: { value: 'ABCD' } })
  expect(page.queryByRole('alert')).toBeNull()
})

test.each<Extract<CardTaken, { ok: false }>['reason']>(['no-plans', 'full', 'unavailable', 'not-a-card'])(
  'a card that does nothing says why: %s',
  async (reason) => {
    await renderApp('/card', { taken: { ok: false, reason } })
    await type()
    expect((await page.findByRole('alert')).textContent).toContain(nl.card.failed[reason])
    expect(window.location.hash).toBe('#/card')
  },
)

test('on a device with plans of somebody else it asks first, and no is no', async () => {
  const screen = await renderApp('/card', { checked: { ok: true, device: 'other' } })
  await type()
  await page.findByRole('heading', { name: nl.card.other.title })
  expect(screen.device.asked.taken).toEqual([])
  fireEvent.click(page.getByRole('button', { name: nl.card.other.stop }))
  await isHome()
  expect(screen.device.asked.taken).toEqual([])
})

test('on a device with plans of somebody else, yes takes the card', async () => {
  const screen = await renderApp('/card', { checked: { ok: true, device: 'other' } })
  await type()
  fireEvent.click(await page.findByRole('button', { name: nl.card.other.go }))
  await isHome()
  expect(screen.device.asked.taken).toHaveLength(1)
})

test('my own card changes nothing, and gets what is missing when asked', async () => {
  const screen = await renderApp('/card', { checked: { ok: true, device: 'same' } })
  await type()
  await page.findByRole('heading', { name: nl.card.same.title })
  expect(screen.device.asked.taken).toEqual([])
  fireEvent.click(await page.findByRole('button', { name: nl.card.same.missing }))
  await isHome()
  expect(screen.device.asked.taken).toHaveLength(1)
})

test('on a device of others nothing is kept: said before the card is taken', async () => {
  const screen = await renderApp('/card', { checked: { ok: true, device: 'other' } })
  fireEvent.click(await page.findByLabelText(nl.onlyForNow.check))
  await type()
  await isHome()
  expect([screen.device.asked.taken.length, screen.device.device.storage()]).toEqual([
    1,
    { name: 'memory', reason: 'chosen' },
  ])
})

const bringCard = async (options: Parameters<typeof renderApp>[1] = {}) => {
  const [card, setCard] = createSignal<string | null>(null)
  const screen = await renderApp('/card', options, {
    platform: { incomingCard: card, forgetIncomingCard: () => setCard(null) },
  })
  await page.findByLabelText(nl.card.characters)
  setCard(CARD.characters)
  return { screen, card }
}

test('a card from a link is never taken by itself: it may be somebody else’s', async () => {
  const { screen, card } = await bringCard()
  await page.findByRole('heading', { name: nl.card.incoming.title })
  expect([card(), screen.device.asked.taken]).toEqual([null, []])
  expect(page.getByText(nl.card.incoming.warning)).toBeTruthy()
  fireEvent.click(await page.findByRole('button', { name: nl.card.incoming.go }))
  await isHome()
  expect(screen.device.asked.taken).toEqual([CARD.characters])
})

test('a damaged card from a link says what is wrong, and can be mended', async () => {
  await bringCard({ checked: { ok: false, fault: { name: 'check' } } })
  expect((await page.findByRole('alert')).textContent).toContain(nl.card.fault.check())
  expect(page.getByLabelText<HTMLInputElement>(nl.card.characters).value).toBe(CARD.characters)
})

test('Enter sends the card, as in a field of one line', async () => {
  const screen = await renderApp('/card')
  const field = await page.findByLabelText(nl.card.characters)
  fireEvent.input(field, { target: { value: CARD.characters } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await isHome()
  expect(screen.device.asked.taken).toEqual([CARD.characters])
})
