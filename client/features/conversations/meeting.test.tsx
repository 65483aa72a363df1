/** When and where a conversation is, and how it comes into a calendar. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { addConversation, readConversations, setConversation } from '#domain/conversations/conversations.ts'
import { parseWhen } from '#domain/document/when.ts'
import { createFakePlan, createRandomness, NOW } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const words = nl.conversations
const randomness = createRandomness(40)
const press = (name: string) => fireEvent.click(page.getByRole('button', { name }))
const choose = (label: string, value: string) => fireEvent.change(page.getByLabelText(label), { target: { value } })

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
  press(words.addPlace)
  fireEvent.input(page.getByLabelText(words.where), { target: { value: 'Buurthuis, zaal 2' } })
  press(nl.goals.save)
  expect(read()).toMatchObject({ when: [parseWhen('2026-11-24', '14:30')], place: ['Buurthuis, zaal 2'] })
  expect(page.getByText(words.at('Buurthuis, zaal 2'))).toBeTruthy()
  expect(page.getByRole('heading', { level: 1 }).textContent).toMatch(/24 november om 14[:.]30/)
  fireEvent.click(page.getByRole('button', { name: /agenda/ }))
  const text = platform.files[0]?.text
  expect(text).toContain('DTSTART:20261124T143000\r\n')
  expect(text).toContain('LOCATION:Buurthuis\\, zaal 2\r\n')
  press(words.clearPlace)
  expect(read().place).toEqual([])
})

test('the next contact has a time too, and is one entry with the conversation that is prepared for it', async () => {
  const next = parseWhen('2026-12-08', '10:00')!
  const { fake, id, platform } = await open({ nextWhen: next, held: true })
  const calendar = (): void => void fireEvent.click(page.getByRole('button', { name: /agenda/ }))
  calendar()
  fireEvent.click(page.getByRole('link', { name: words.toAll }))
  fireEvent.click(await page.findByRole('button', { name: words.prepare }))
  await page.findByText(words.prepareTitle)
  const prepared = readConversations(fake.doc).find((each) => each.id !== id)
  expect(prepared?.when).toEqual([next])
  calendar()
  const uids = platform.files.map(({ text }) => /UID:.*/.exec(text)?.[0])
  expect(uids).toHaveLength(2)
  expect(uids[0]).toBe(uids[1])
})
