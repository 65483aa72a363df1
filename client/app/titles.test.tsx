/**
 * Whatever people write that the app puts into a sentence of its own reaches nothing around it: a goal, a step or a title that is written from
 * right to left stands isolated there (Unicode TR 9). The screens are read from the routes, so a new one is looked at by itself.
 */
import { fireEvent } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { readConversations } from '#domain/conversations/conversations.ts'
import { ENTITY_KINDS } from '#domain/document/plan-doc.ts'
import { readPlan } from '#domain/document/read-plan.ts'
import { setText } from '#domain/document/texts.ts'
import { readGoals } from '#domain/goals/goals.ts'
import { setTitle } from '#domain/plan/plan.ts'
import { SECTIONS, setSectionTitle } from '#domain/plan/sections.ts'
import { nextTurn } from '#e2e/testing/time.ts'
import { readAddresses } from '#testing/every-route.ts'
import { createFakePlan, createRandomness, NOW, workspaceId } from '#testing/fake-plan.ts'
import { createChangedPlan } from '#testing/history-scene.ts'
import { renderApp } from '#testing/render-app.tsx'
import { createSamplePlan } from '#testing/sample-plan.ts'

/** With a number, which a sentence around it would carry off. */
const WORDS = 'المشي 3'
const sample = createSamplePlan(createRandomness(), NOW)
for (const kind of ENTITY_KINDS)
  for (const [id, { texts }] of readPlan(sample.doc).entities[kind])
    for (const name of texts.keys()) setText(sample.doc, kind, id, name, WORDS)
setTitle(sample.doc, WORDS, createRandomness(4))
for (const section of SECTIONS) setSectionTitle(sample.doc, section, WORDS, createRandomness(5))
const goal = readGoals(sample.doc)[0]?.id ?? ''
const conversations = readConversations(sample.doc)
const parameters = {
  ':id': workspaceId(7),
  ':goal': goal,
  ':conversation': conversations[0]?.id ?? '',
  ':link': `${workspaceId(7)}.k3Jx9_pQ-7sLmZ2vTbN8Ww`,
}
const held = conversations.find((each) => each.held)?.id ?? ''
const ADDRESSES = new Set([...readAddresses(parameters), ...readAddresses({ ...parameters, ':conversation': held })])

const ATTRIBUTES = ['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'label']
const textsOf = (root: Element): readonly string[] => {
  const texts: string[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node.textContent ?? '')
  for (const element of root.querySelectorAll('*'))
    for (const attribute of ATTRIBUTES) texts.push(element.getAttribute(attribute) ?? '')
  return texts
}
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/u
/** Words of both directions in one text, not held apart. */
const isMixed = (text: string): boolean =>
  RIGHT_TO_LEFT.test(text.replaceAll(/\u2068[^\u2068\u2069]*\u2069/gu, '')) && /\p{Script=Latin}/u.test(text)

const plans = [
  {
    id: workspaceId(7),
    title: WORDS,
    archived: false,
    openedAt: NOW,
    unshared: true,
    people: [],
    news: [{ name: 'Wanda', at: NOW, parts: [{ part: 'wheel' as const, title: WORDS, things: 1, letters: 90 }] }],
  },
]

test.each([...ADDRESSES])('at %s', async (path) => {
  const { plan } = createFakePlan({
    ...sample,
    title: WORDS,
    ...(path.endsWith('/changes') ? { history: await createChangedPlan().plan.history() } : {}),
  })
  const screen = await renderApp(path, { plans, plan })
  await screen.findByRole('heading', { level: 1 })
  await nextTurn()
  for (const closed of screen.container.querySelectorAll('[aria-expanded="false"], summary')) fireEvent.click(closed)
  await nextTurn()
  expect([...new Set(textsOf(screen.baseElement).filter(isMixed))]).toEqual([])
})
