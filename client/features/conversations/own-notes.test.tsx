/** Preparing a conversation in private: a point is everybody's from the moment it is shared, and not before. */
import { fireEvent, screen as page, waitFor, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { addConversation, readConversations } from '#domain/conversations/conversations.ts'
import { unfold } from '#testing/controls.ts'
import { createFakePlan, createRandomness, NOW } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const show = async (practice = false) => {
  const fake = createFakePlan({ practice })
  const id = addConversation(fake.doc, NOW, createRandomness(3))
  const screen = await renderApp(`/plan/${fake.plan.id}/conversations/${id}`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: nl.conversations.title })
  return { fake, id, ...screen }
}
const drafts = (count: number): HTMLElement => page.getByText(nl.notes.drafts(count)).closest('details')!
const points = ({ fake }: Awaited<ReturnType<typeof show>>) =>
  readConversations(fake.doc)[0]?.points.map(({ text }) => text)

test('a point that I prepare for myself is shared by a tap, and then it is private no more', async () => {
  const shown = await show()
  unfold(drafts(0))
  fireEvent.input(within(drafts(0)).getByLabelText(nl.notes.field), { target: { value: 'De huur' } })
  fireEvent.click(within(drafts(0)).getByRole('button', { name: nl.notes.add }))
  await within(drafts(1)).findByText('De huur')
  expect(points(shown)).toEqual([])
  fireEvent.click(within(drafts(1)).getByRole('button', { name: nl.notes.shareOf('De huur') }))
  await waitFor(() => expect(points(shown)).toEqual(['De huur']))
  await waitFor(() => expect(shown.device.device.home.notes()).toEqual([]))
})

test('a note on a conversation is another thing, and has nothing to share', async () => {
  const { id, fake, device } = await show()
  const notes = page.getByText(nl.notes.conversation(0)).closest('details')!
  unfold(notes)
  fireEvent.input(within(notes).getByLabelText(nl.notes.field), { target: { value: 'Rustig aan' } })
  fireEvent.click(within(notes).getByRole('button', { name: nl.notes.add }))
  await page.findByText('Rustig aan')
  expect(device.device.home.notes()).toMatchObject([{ kind: 'note', place: { plan: fake.plan.id, conversation: id } }])
  expect(page.queryByRole('button', { name: nl.notes.shareOf('Rustig aan') })).toBeNull()
})

test('the practice plan has none', async () => {
  await show(true)
  expect(page.queryByText(nl.notes.drafts(0))).toBeNull()
  expect(page.queryByText(nl.notes.conversation(0))).toBeNull()
})
