/**
 * A page that its browser translates: the words of people stay as they were written, and are given to no translator; the app's own
 * words are translated, and go on changing. The screens are read from the routes, so a new one is looked at by itself.
 */
import { fireEvent } from '@solidjs/testing-library'
import { expect, onTestFinished, test } from 'vitest'
import { outliveTranslation } from '#app/browser/outlive-translation.ts'
import { nl } from '#copy/nl.ts'
import { readConversations } from '#domain/conversations/conversations.ts'
import { readGoals } from '#domain/goals/goals.ts'
import { readPassages } from '#domain/search/passages.ts'
import { nextTurn } from '#e2e/testing/time.ts'
import { readAddresses } from '#testing/every-route.ts'
import { createFakePlan, createRandomness, NOW, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { createSamplePlan } from '#testing/sample-plan.ts'
import { translatePage } from '#testing/translate-page.ts'

const sample = createSamplePlan(createRandomness(), NOW)
const TITLE = 'Plan van Ans'
const plans = [
  { id: workspaceId(7), title: TITLE, archived: false, openedAt: NOW, unshared: false, people: [], news: [] },
]
const ADDRESSES = readAddresses({
  ':id': workspaceId(7),
  ':goal': readGoals(sample.doc)[0]?.id ?? '',
  ':conversation': readConversations(sample.doc).find(({ held }) => held)?.id ?? '',
  ':link': `${workspaceId(7)}.k3Jx9_pQ-7sLmZ2vTbN8Ww`,
})
/** What people wrote, each text by itself. */
const WORDS = new Set([TITLE, ...readPassages(sample.doc).map(({ text }) => text)])

const draw = async (path: string) => {
  const { plan } = createFakePlan({ ...sample, title: TITLE })
  const screen = await renderApp(path, { plans, plan })
  onTestFinished(outliveTranslation(document.body))
  await screen.findByRole('heading', { level: 1 })
  await nextTurn()
  for (const closed of screen.container.querySelectorAll('[aria-expanded="false"], summary')) fireEvent.click(closed)
  await nextTurn()
  return screen
}
const textsIn = (root: Element): readonly Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text)
  return texts
}

let seen = 0
test.each(ADDRESSES)('at %s the words of people are left alone', async (path) => {
  const screen = await draw(path)
  const words = textsIn(screen.baseElement).filter(({ data }) => WORDS.has(data.trim()))
  seen += words.length
  const given = words.filter(({ parentElement }) => parentElement?.closest('[translate="no"]') === null)
  expect(
    given.map(({ data, parentElement }) => `<${parentElement?.localName}.${parentElement?.className}> ${data}`),
  ).toEqual([])
})

test('there were some on most screens', () => {
  expect(seen).toBeGreaterThan(25)
})

test('the app goes on: another screen comes, words change, nothing of before stays', async () => {
  const screen = await draw(`/plan/${workspaceId(7)}`)
  await translatePage(document.body)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(nl.plan.overview.toUpperCase())
  window.location.hash = `#/plan/${workspaceId(7)}/goals`
  const add = await screen.findByRole('button', { name: nl.goals.addGoal })
  await translatePage(document.body)
  expect(add.textContent).toContain(nl.goals.addGoal.toUpperCase())
  fireEvent.click(add)
  expect(await screen.findByLabelText(nl.goals.goalLabel)).toBeTruthy()
  await translatePage(document.body)
  fireEvent.click(screen.getByRole('button', { name: (name) => name.includes(nl.goals.cancel.toUpperCase()) }))
  expect(await screen.findByRole('button', { name: nl.goals.addGoal })).toBeTruthy()
})
