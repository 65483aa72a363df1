/** When and where a conversation is, and how it comes into a calendar. */
import { fireEvent, screen as page, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { addConversation, readConversations, setConversation } from '#domain/conversations/conversations.ts'
import { parseWhen } from '#domain/document/when.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const words = nl.conversations
const randomness = createRandomness(40)
const choose = (label: string, value: string) => fireEvent.change(page.getByLabelText(label), { target: { value } })

const where = () => page.getByLabelText<HTMLInputElement>(new RegExp(`^${words.where.replace('?', '.')}`))
const writePlace = (value: string): void => {
  where().focus()
  fireEvent.input(where(), { target: { value } })
}

const open = async (values: Parameters<typeof setConversation>[2] = {}) => {
  const fake = createFakePlan()
  const id = addConversation(fake.doc, NOW, randomness)
  setConversation(fake.doc, id, values, randomness)
  const { platform } = await renderApp(`/plan/${fake.plan.id}/conversations/${id}`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: /Gesprek/ })
  return { fake, id, platform, read: () => readConversations(fake.doc)[0]! }
}

test('a day, its time and a place; the title and the calendar have all of them', async () => {
  const { read, platform } = await open()
  expect(page.queryByRole('button', { name: /agenda/ })).toBeNull()
  choose(words.day, '2026-11-24')
  choose(words.time, '14:30')
  writePlace('Buurthuis, zaal 2')
  fireEvent.focusOut(where())
  expect(read()).toMatchObject({ when: [parseWhen('2026-11-24', '14:30')], place: ['Buurthuis, zaal 2'] })
  expect(page.getByRole('heading', { level: 1 }).textContent).toMatch(/24 november om 14[:.]30/)
  fireEvent.click(page.getByRole('button', { name: /agenda/ }))
  const text = platform.files[0]?.text
  expect(text).toContain('DTSTART:20261124T143000\r\n')
  expect(text).toContain('LOCATION:Buurthuis\\, zaal 2\r\n')
  writePlace('')
  fireEvent.keyDown(where(), { key: 'Enter' })
  expect(read().place).toEqual([])
})

test('a place is saved without a button: when its field is left, at Enter, with its screen and with its page', async () => {
  const { read } = await open()
  expect(page.queryByRole('button', { name: nl.goals.save })).toBeNull()
  const place = () => read().place[0]
  writePlace('Buurthuis')
  expect(place()).toBeUndefined() // nobody sees half a word
  fireEvent.keyDown(where(), { key: 'Enter' })
  expect(place()).toBe('Buurthuis')
  writePlace('Buurthuis, zaal 2')
  fireEvent.focusOut(where())
  expect(place()).toBe('Buurthuis, zaal 2')
  writePlace('Bij oma')
  fireEvent(window, new Event('pagehide'))
  expect(place()).toBe('Bij oma')
  writePlace('Bij oma thuis')
  location.hash = `#/plan/${workspaceId(7)}/conversations` // as by the browser’s own way back
  await page.findByRole('heading', { level: 1, name: nl.plan.conversations })
  expect(place()).toBe('Bij oma thuis')
})

test('[rule 5] what another chose while a place was typed stands beside it until one is chosen, and none is lost', async () => {
  const { fake, id, read } = await open({ place: 'Kantoor' })
  writePlace('Bij oma')
  setConversation(fake.doc, id, { place: 'Buurthuis' }, randomness)
  expect(where().value).toBe('Bij oma') // nothing moves under a hand
  fireEvent.focusOut(where())
  expect(read().place).toEqual(['Buurthuis'])
  const choices = within(page.getByRole('group', { name: words.either.place })).getAllByRole('button')
  expect(choices.map(({ textContent }) => textContent)).toEqual(['Buurthuis', 'Bij oma'])
  fireEvent.click(choices[1]!)
  expect(read().place).toEqual(['Bij oma'])
  expect(where().value).toBe('Bij oma')
})

test('who may not write any more keeps the place that was being typed, and nobody else gets it', async () => {
  const { fake, read } = await open()
  writePlace('Bij oma')
  fake.setMembers([
    { ...ME, role: 'reader' },
    { ...WORKER, role: 'owner' },
  ])
  expect(read().place).toEqual([])
  expect(page.getByText('Bij oma')).toBeTruthy()
})

test('the next contact has a time too, and is one entry with the conversation that is prepared for it', async () => {
  const next = parseWhen('2026-12-08', '10:00')!
  const { fake, id, platform } = await open({ nextWhen: next, held: true })
  const calendar = (): void => void fireEvent.click(page.getByRole('button', { name: /agenda/ }))
  calendar()
  fireEvent.click(page.getByRole('link', { name: words.toAll }))
  fireEvent.click(await page.findByRole('button', { name: words.prepare }))
  await page.findByText(words.prepareTitle)
  fireEvent.click(page.getByText(nl.goals.calendar.fold))
  calendar()
  const prepared = readConversations(fake.doc).find((each) => each.id !== id)
  expect(prepared?.when).toEqual([next])
  const uids = platform.files.map(({ text }) => /UID:.*/.exec(text)?.[0])
  expect(uids).toHaveLength(2)
  expect(uids[0]).toBe(uids[1])
})
