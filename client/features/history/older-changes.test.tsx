/** What was before this device's history comes from the relay when asked for. */
import { cleanup, fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { nl } from '#copy/nl.ts'
import { addWish } from '#domain/goals/wishes.ts'
import { createPeer } from '#domain/testing/peers.ts'
import type { History, OlderOutcome } from '#ports/open-plan.ts'
import { createFakeHistory } from '#testing/fake-history.ts'
import { createFakePlan, NOW, workspaceId } from '#testing/fake-plan.ts'
import { happened } from '#testing/happened.ts'
import { renderApp } from '#testing/render-app.tsx'

const PATH = `/plan/${workspaceId(7)}/changes`
const words = nl.history

/** A device that has the last entry; all of them come when asked for, unless `how` says otherwise. */
const showLate = async (how: OlderOutcome, full = false, { ans, recorded } = happened()) => {
  const { entries } = recorded.log()
  const before = createPeer(9).doc
  for (const { update } of entries.slice(0, -1)) Y.applyUpdate(before, update)
  const late = { base: Y.encodeStateAsUpdate(before), entries: entries.slice(-1) }
  let now: History = { ...createFakeHistory(() => late, NOW - 90_000_000), full }
  let end = (_how: OlderOutcome): void => {}
  const outcome = new Promise<OlderOutcome>((resolve) => (end = resolve))
  const { plan } = createFakePlan({
    doc: ans.doc,
    readOlder: (progress) => (progress(0.4), { outcome, cancel: () => end('cancelled') }),
  })
  await renderApp(PATH, { plan: { ...plan, history: async () => now } }, { language: 'nl' })
  await page.findByText('Wanda veranderde het doel “Werk”')
  return () => {
    if (how === 'read') now = createFakeHistory(recorded.log, 'start', { least: 2, most: 2 })
    end(how)
  }
}

test('what this device does not have comes when asked for, with how far it is', async () => {
  const come = await showLate('read')
  fireEvent.click(page.getByRole('button', { name: words.fetch.ask }))
  expect(page.getByRole('progressbar', { name: words.fetch.reading }).getAttribute('value')).toBe('40')
  come()
  await page.findByText('Wanda haalde tekst weg uit het verhaal')
  fireEvent.click(await page.findByRole('button', { name: words.older }))
  fireEvent.click(await page.findByRole('button', { name: words.older }))
  await page.findByText('Jij schreef in het verhaal')
  expect(page.getByText(words.start)).toBeDefined()
  expect(page.queryByRole('button', { name: words.fetch.ask })).toBeNull()
})

test('what is open stays so, where it is, when older changes have come, and newer ones', async () => {
  const it = happened()
  const come = await showLate('read', false, it)
  const [line, day] = ['li', 'section'].map((of) => page.getByText('Wanda veranderde het doel “Werk”').closest(of))
  const way = page.getByRole('button', { name: new RegExp(words.details) })
  fireEvent.click(way)
  way.focus()
  it.hers(({ doc, randomness }) => addWish(doc, 'Een hond', randomness))
  fireEvent.click(page.getByRole('button', { name: words.fetch.ask }))
  way.focus()
  come()
  const newest = (await page.findByText('Wanda maakte een wens “Een hond”')).closest('li')
  expect(newest?.nextElementSibling).toBe(line)
  expect(newest?.closest('section')).toBe(day)
  expect(page.getByText(nl.goals.status.proposed)).toBeDefined()
  expect(document.activeElement).toBe(way)
})

test('without a connection it says so, stopping is possible, and both leave the way to ask again', async () => {
  const end = await showLate('offline')
  fireEvent.click(page.getByRole('button', { name: words.fetch.ask }))
  end()
  await page.findByText(words.fetch.ended.offline)
  expect(page.getByRole('button', { name: words.fetch.ask })).toBeDefined()
  cleanup()
  await showLate('read')
  fireEvent.click(page.getByRole('button', { name: words.fetch.ask }))
  fireEvent.click(page.getByRole('button', { name: words.fetch.stop }))
  await page.findByText(words.fetch.ended.cancelled)
  expect(page.getByRole('button', { name: words.fetch.ask })).toBeDefined()
})

test('what is older than fits is said, and not offered', async () => {
  await showLate('read', true)
  expect(page.getByText(words.fetch.ended['too-much'])).toBeDefined()
  expect(page.queryByRole('button', { name: words.fetch.ask })).toBeNull()
})
