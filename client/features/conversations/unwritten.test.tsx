/** A conversation that is being prepared is in no plan before something is written or chosen in it. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { addConversation, readConversations, setConversation } from '#domain/conversations/conversations.ts'
import type { Day } from '#domain/document/days.ts'
import { createFakePlan, createRandomness, NOW } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const words = nl.conversations
const press = (name: string) => fireEvent.click(page.getByRole('button', { name }))
const type = (value: string) => fireEvent.input(page.getByLabelText(words.ownPoint), { target: { value } })
const prepare = async () => {
  fireEvent.click(await page.findByRole('button', { name: words.prepare }))
  await page.findByText(words.prepareTitle)
}
const setUp = async () => {
  const fake = createFakePlan()
  await renderApp(`/plan/${fake.plan.id}/conversations`, { plan: fake.plan })
  return { ...fake, read: () => readConversations(fake.doc), stored: () => Y.encodeStateAsUpdate(fake.doc) }
}

test.each([
  ['a word that is typed', () => type('D'), {}],
  ['a choice', () => fireEvent.click(page.getByRole('radio', { name: words.forms.phone })), { form: ['phone'] }],
  [
    'a day',
    () => fireEvent.change(page.getByLabelText(words.day), { target: { value: '2026-11-24' } }),
    { day: ['2026-11-24'] },
  ],
  ['its beginning', () => press(words.begin), { phase: 'talk' }],
])(
  '%s brings it into the plan; going straight back leaves nothing to see, to undo or to send',
  async (_, act, made) => {
    const { read, stored } = await setUp()
    const before = stored()
    await prepare()
    fireEvent.click(page.getByRole('link', { name: words.toAll }))
    await prepare()
    expect(stored()).toEqual(before)
    act()
    expect(read()).toMatchObject([made])
  },
)

test('the screen stays the same when it comes into the plan, and when undo takes it away; the next word brings it back', async () => {
  const { read } = await setUp()
  await prepare()
  const field = page.getByLabelText(words.ownPoint)
  type('D')
  press(nl.undo.of(nl.undo.undo, nl.undo.kinds.conversation))
  expect(read()).toEqual([])
  type('De')
  expect(read()).toHaveLength(1)
  expect(page.getByLabelText(words.ownPoint)).toBe(field)
})

test('what was agreed last time stands there already, and is taken back with one tap', async () => {
  const { doc, read } = await setUp()
  const last = addConversation(doc, NOW, createRandomness(40))
  setConversation(doc, last, { held: true, nextForm: 'phone', nextDay: '2026-12-08' as Day }, createRandomness(41))
  await prepare()
  const phone = () => page.getByRole<HTMLInputElement>('radio', { name: words.forms.phone })
  expect([phone().checked, read().length]).toEqual([true, 1])
  fireEvent.click(phone())
  expect(read()).toHaveLength(2)
  expect(read().find(({ id }) => id !== last)).toMatchObject({ form: [], day: ['2026-12-08'] })
})
