/** What each phase of a conversation says of what is not there. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { addConversation, addTalkPoint } from '#domain/conversations/conversations.ts'
import { createFakePlan, createRandomness, NOW } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

const words = nl.conversations
const randomness = createRandomness(40)
const press = (name: string) => fireEvent.click(page.getByRole('button', { name }))

test('each phase says what is there: nothing below to choose, one point without a next, and in the past tense at the end', async () => {
  const fake = createFakePlan()
  const id = addConversation(fake.doc, NOW, randomness)
  await renderApp(`/plan/${fake.plan.id}/conversations/${id}`, { plan: fake.plan })
  await page.findByRole('heading', { level: 1, name: words.title })
  expect(page.getByText(words.noPoints)).toBeTruthy()
  press(`2. ${words.phases.talk}`)
  expect(page.getByText(words.nothingPrepared)).toBeTruthy()
  expect(page.getByText(words.noAgreements)).toBeTruthy()
  expect(page.queryByRole('radio', { name: words.newGoal })).toBeNull() // one choice is none
  addTalkPoint(fake.doc, id, { text: 'De hond', source: null }, randomness)
  expect(await page.findByText('De hond')).toBeTruthy()
  expect(page.queryByRole('button', { name: words.next })).toBeNull()
  press(`3. ${words.phases.close}`)
  press(words.close)
  expect(page.getByRole('heading', { name: words.heldTitle })).toBeTruthy()
  expect(page.getByText(words.noAgreementsMade)).toBeTruthy()
})
