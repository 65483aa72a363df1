import { fireEvent, waitFor, within } from '@solidjs/testing-library'
import { expect, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import { VOICES_PATIENCE_MS } from '#reactive/use-speech.ts'
import { createFakePlan, createRandomness, NOW, workspaceId } from '#testing/fake-plan.ts'
import { createFakeVoices, DUTCH, REMOTE } from '#testing/fake-voices.ts'
import { renderApp } from '#testing/render-app.tsx'
import { createSamplePlan } from '#testing/sample-plan.ts'

const PATH = '/about'
const start = nl.readAloud.start

const open = async (fake: ReturnType<typeof createFakeVoices>, path = PATH) => {
  const screen = await renderApp(path, {}, { platform: { speech: fake.voices } })
  const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
  return { ...screen, press }
}

test('a screen is read in its order, with a local voice, and the current block is marked', async () => {
  const fake = createFakeVoices([REMOTE, DUTCH])
  const screen = await open(fake)
  await screen.press(start)
  await waitFor(() => expect(fake.said).toHaveLength(1))
  expect(fake.said[0]?.voice).toBe('Xander')
  expect(screen.container.querySelector('.ra-now')?.tagName).toBe('H1')
  fake.end()
  await waitFor(() => expect(fake.said).toHaveLength(2))
  expect(screen.container.querySelectorAll('.ra-now')).toHaveLength(1)
  expect(screen.container.querySelector('.ra-now')?.tagName).not.toBe('H1')
  expect(fake.said.map(({ text }) => text)).not.toContain(start)
})

test('after a stop it resumes where it was; reading a card silences the screen', async () => {
  const fake = createFakeVoices()
  const screen = await open(fake, `/plan/${workspaceId(7)}/manage`)
  await screen.press(start)
  await waitFor(() => expect(fake.said).toHaveLength(1))
  fake.end()
  await waitFor(() => expect(fake.said).toHaveLength(2))
  await screen.press(nl.readAloud.stop)
  expect(screen.container.querySelector('.ra-now')).toBeNull()
  await screen.press(nl.readAloud.goOn)
  await waitFor(() => expect(fake.said).toHaveLength(3))
  expect(fake.said[2]).toEqual(fake.said[1])
  await screen.press(nl.readAloud.of(start, nl.manage.archive.title))
  await waitFor(() => expect(fake.said.at(-1)?.text).toBe(nl.manage.archive.title))
  expect(screen.queryByRole('button', { name: nl.readAloud.stop })).toBeNull()
})

test('a card in a list is read by the button in its corner, and nothing else is', async () => {
  const fake = createFakeVoices()
  const { plan } = createFakePlan(createSamplePlan(createRandomness(), NOW))
  const screen = await renderApp(`/plan/${plan.id}/goals`, { plan }, { platform: { speech: fake.voices } })
  const title = (await screen.findAllByRole('heading', { level: 3 }))[0]!
  const card = title.closest('.cd')!
  const name = nl.readAloud.of(start, title.textContent!)
  fireEvent.click(await screen.findByRole('button', { name }))
  for (let said = 1; screen.queryByRole('button', { name }) === null; said += 1) {
    await waitFor(() => expect(fake.said).toHaveLength(said))
    expect(card.querySelector('.ra-now')).not.toBeNull()
    fake.end()
    await waitFor(() => expect(fake.said.length > said || screen.queryByRole('button', { name }) !== null).toBe(true))
  }
  const said = fake.said.map(({ text }) => text)
  expect(said).toContain(title.textContent)
  expect(said).not.toContain(nl.plan.goals)
})

test('one button reads each screen, from the bar; its words all stand in it, so that it keeps its width', async () => {
  const fake = createFakeVoices()
  const { plan } = createFakePlan(createSamplePlan(createRandomness(), NOW))
  const screen = await renderApp(`/plan/${plan.id}/goals`, { plan }, { platform: { speech: fake.voices } })
  await screen.findAllByRole('heading', { level: 3 })
  const bar = screen.getByRole('banner')
  const aloud = within(bar).getByRole('button', { name: start })
  expect(screen.getAllByRole('button', { name: start })).toEqual([aloud])
  expect(screen.getByRole('heading', { level: 1 }).parentElement?.querySelector('button')).toBeNull()
  const words = aloud.textContent
  expect(words).toBe([start, nl.readAloud.short.stop, nl.readAloud.short.goOn].join(''))
  for (const name of [nl.readAloud.stop, nl.readAloud.goOn]) {
    fireEvent.click(aloud)
    await waitFor(() => expect(within(bar).getByRole('button', { name })).toBe(aloud))
    expect(aloud.textContent).toBe(words)
  }
  fireEvent.click(screen.getByRole('link', { name: new RegExp(nl.plan.story) }))
  await screen.findByRole('heading', { level: 1, name: nl.plan.story })
  const said = fake.said.length
  fireEvent.click(within(bar).getByRole('button', { name: start }))
  await waitFor(() => expect(fake.said.length).toBeGreaterThan(said))
  expect(fake.said[said]?.text).toBe(nl.plan.story)
})

test('when the page is hidden nothing more is spoken, and it resumes where it was', async () => {
  const fake = createFakeVoices()
  const screen = await open(fake)
  await screen.press(start)
  await waitFor(() => expect(fake.said).toHaveLength(1))
  fake.hide()
  const goOn = await screen.findByRole('button', { name: nl.readAloud.goOn })
  expect(fake.said).toHaveLength(1)
  expect(screen.container.querySelector('.ra-now')).toBeNull()
  fireEvent.click(goOn)
  await waitFor(() => expect(fake.said).toHaveLength(2))
  expect(fake.said[1]).toEqual(fake.said[0])
})

test('voices that load late are waited for', async () => {
  const fake = createFakeVoices([])
  const screen = await open(fake)
  await screen.press(start)
  expect(fake.said).toEqual([])
  await waitFor(() => expect(fake.isHeard()).toBe(true))
  fake.load([DUTCH])
  await waitFor(() => expect(fake.said).toHaveLength(1))
})

test('with remote voices only nothing is spoken, and a message says so', async () => {
  const fake = createFakeVoices([REMOTE])
  const screen = await open(fake)
  const button = await screen.findByRole('button', { name: start })
  vi.useFakeTimers()
  try {
    fireEvent.click(button)
    await vi.advanceTimersByTimeAsync(VOICES_PATIENCE_MS)
  } finally {
    vi.useRealTimers()
  }
  expect(await screen.findByText(nl.readAloud.none)).toBeTruthy()
  expect(fake.said).toEqual([])
})

test('a browser without speech synthesis says so too', async () => {
  const screen = await renderApp(PATH)
  const button = await screen.findByRole('button', { name: start })
  await fireEvent.click(button)
  expect(await screen.findByText(nl.readAloud.none)).toBeTruthy()
})
