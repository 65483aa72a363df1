/** An address that asks what others took away: the news leads here (client/features/plan/taken-notice.tsx). */
import { screen as page, waitFor, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { storyOf } from '#domain/document/plan-doc.ts'
import { writeStory } from '#domain/testing/story.ts'
import { paths } from '#reactive/paths.ts'
import { createFakeHistory } from '#testing/fake-history.ts'
import { createFakePlan } from '#testing/fake-plan.ts'
import { happened } from '#testing/happened.ts'
import { renderApp } from '#testing/render-app.tsx'

const words = nl.history

const lineOf = async (sentence: string) => within((await page.findByText(sentence)).closest('li')!)

test('an address that asks what was taken away opens it, marks it, and has the focus there', async () => {
  const { plan } = createFakePlan()
  const { ans, recorded } = happened()
  const taken = recorded.log().entries.at(-2)!.seq
  const fake = createFakePlan({ doc: ans.doc, history: createFakeHistory(recorded.log, 'start') })
  await renderApp(paths.taken(plan.id, taken), { plan: fake.plan })
  const line = await lineOf('Wanda haalde tekst weg uit het verhaal')
  expect((await line.findByText(/Ik woon hier al jaren/)).tagName).toBe('DEL')
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Wanda haalde tekst weg'))
  const other = await lineOf('Jij schreef in het verhaal')
  expect(other.queryByText(words.before)).toBeNull()
})

test('it is marked too where new words stand in its place, and never what I took away myself afterwards', async () => {
  const { plan } = createFakePlan()
  const { ans, mine, hers, recorded } = happened()
  mine((peer) => writeStory(peer, 'Mijn zus helpt mij met brieven.'))
  const taken = recorded.log().entries.at(-1)!.seq + 1
  hers((peer) => {
    storyOf(peer.doc).delete(0, 1)
    writeStory(peer, 'De hulpverlener doet voortaan alle post.')
  })
  mine(({ doc }) => storyOf(doc).delete(0, storyOf(doc).length))
  const fake = createFakePlan({ doc: ans.doc, history: createFakeHistory(recorded.log, 'start') })
  await renderApp(paths.taken(plan.id, taken), { plan: fake.plan })
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Wanda veranderde het verhaal'))
  expect([...document.querySelectorAll('[data-place=taken] .hi-what')].map(({ textContent }) => textContent)).toEqual([
    'Wanda veranderde het verhaal',
  ])
})
