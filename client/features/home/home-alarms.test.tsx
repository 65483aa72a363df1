/** What did not add up in one's own home is told where one looks first, with what to do about it. */
import { fireEvent, waitFor } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { en } from '#copy/en.ts'
import { nl } from '#copy/nl.ts'
import { alarm, ME, NOW } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const words = nl.homeAlarms

test('by whom and how often, with the way to a new key card; and it can be put away', async () => {
  const homeAlarms = [
    alarm('not-own', { person: ME.person, place: 3 }),
    alarm('incomplete', { person: ME.person, place: 4 }),
    alarm('unsigned', { place: 5 }),
  ]
  const screen = await renderApp('/', { homeAlarms })
  expect(await screen.findAllByText(words.mine)).toHaveLength(1)
  expect(screen.getByText(nl.alarms.when(NOW - 60_000, NOW, 2))).toBeTruthy()
  expect(screen.getByText(words.adviceMine)).toBeTruthy()
  expect(screen.getByText(words.nobodys)).toBeTruthy()
  expect(screen.getAllByRole('link', { name: nl.me.title })[0]?.getAttribute('href')).toBe('#/me')
  fireEvent.click(screen.getByRole('button', { name: nl.alarms.dismiss }))
  await waitFor(() => expect(screen.queryByText(words.title)).toBeNull())
})

test('what may be a lost race is no news, and own words that have no place can be copied', async () => {
  const quiet = await renderApp('/', { homeAlarms: [alarm('too-late', { person: ME.person })] })
  expect(await quiet.findByText(nl.home.welcome)).toBeTruthy()
  expect(quiet.queryByText(words.title)).toBeNull()
  quiet.unmount()
  const homeAlarms = [alarm('bad-checkpoint', { person: ME.person, lost: 'sleutel bij Ria' })]
  const screen = await renderApp('/', { homeAlarms })
  fireEvent.click(await screen.findByRole('button', { name: nl.alarms.copyLost }))
  await waitFor(() => expect(screen.platform.copied).toEqual(['sleutel bij Ria']))
})

test('in English', async () => {
  const screen = await renderApp('/', { homeAlarms: [alarm('unsigned')] }, { language: 'en' })
  expect(await screen.findByText(en.homeAlarms.nobodys)).toBeTruthy()
})
