/** The report of a conversation, for the record that a worker keeps elsewhere. */
import { fireEvent, screen as page, waitFor } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { en } from '#copy/en.ts'
import { nl } from '#copy/nl.ts'
import { readConversations } from '#domain/conversations/conversations.ts'
import { createFakePlan, createRandomness, NOW } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { createSamplePlan } from '#testing/sample-plan.ts'

const show = async (held: boolean, language: 'nl' | 'en' = 'nl') => {
  const fake = createFakePlan(createSamplePlan(createRandomness(), NOW))
  const conversation = readConversations(fake.doc).find((each) => each.held === held)!
  const path = `/plan/${fake.plan.id}/conversations/${conversation.id}`
  const screen = await renderApp(path, { plan: fake.plan }, { language })
  await page.findByRole('heading', { level: 1, name: /Gesprek|Conversation/ })
  return screen
}

test('of a conversation that was held, one tap copies the report', async () => {
  const { platform } = await show(true)
  fireEvent.click(page.getByRole('button', { name: nl.conversations.copyReport }))
  await waitFor(() => expect(page.getByText(nl.general.copied)).toBeTruthy())
  const [report] = platform.copied
  expect(report).toContain(nl.paper.savedOn(NOW))
  for (const said of ['Hoe gaat het thuis?', 'We beginnen klein.', 'Bellen hoe de tuin was', 'Volgend contact'])
    expect(report).toContain(said)
})

test('in English too', async () => {
  const { platform } = await show(true, 'en')
  fireEvent.click(page.getByRole('button', { name: en.conversations.copyReport }))
  await waitFor(() => expect(platform.copied[0]).toContain(en.conversations.agreements))
})

test('of one that is still to come there is none', async () => {
  await show(false)
  expect(page.queryByRole('button', { name: nl.conversations.copyReport })).toBeNull()
})
