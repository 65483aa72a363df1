/** An address that names a place leads to it: it has the focus, and only it is marked. */
import { cleanup, screen as page } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { nl } from '#copy/nl.ts'
import { addCard } from '#domain/contact/contact.ts'
import { addConversation, addTalkPoint } from '#domain/conversations/conversations.ts'
import { createPlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { addGoal } from '#domain/goals/goals.ts'
import { toPassagePlace } from '#domain/history/passage-place.ts'
import { paragraphId } from '#domain/history/paragraphs.ts'
import { beginPlan } from '#domain/plan/plan.ts'
import { startCheckIn } from '#domain/wheel/check-ins.ts'
import { DEFAULT_PACK } from '#packs/packs.ts'
import { createFakePlan, createRandomness, ME, NOW, WORKER, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'

afterEach(() => vi.restoreAllMocks())

const randomness = createRandomness(3)
const open = async (doc: ReturnType<typeof createPlanDoc>, screen: string, place: string) => {
  await renderApp(`/plan/${workspaceId(7)}${screen}place=${encodeURIComponent(place)}`, {
    plan: createFakePlan({ doc, members: [ME, WORKER] }).plan,
  })
  await page.findByRole('heading', { level: 1 })
}

test('a thing on each screen', async () => {
  const doc = createPlanDoc(4)
  beginPlan(doc, 'Mijn plan', randomness)
  const goal = addGoal(doc, { title: 'Werk' }, randomness)
  const conversation = addConversation(doc, NOW, randomness)
  const point = addTalkPoint(doc, conversation, { text: 'De buurt', source: null }, randomness)
  const card = addCard(doc, { person: ME.person }, randomness)
  const wheel = startCheckIn(doc, { who: { person: ME.person }, at: NOW, pack: DEFAULT_PACK }, randomness)
  for (const [screen, place] of [
    [`/goals/${goal}?`, `goal:${goal}`],
    [`/conversations/${conversation}?`, `conversation:${conversation}`],
    [`/conversations/${conversation}?`, `talkPoint:${point}`],
    ['/contact?', `contactCard:${card}`],
    [`/wheel?at=${wheel}&`, `checkIn:${wheel}`],
    ['/people?', `person:${WORKER.person}`],
  ] as const) {
    await open(doc, screen, place)
    const marked = () => document.querySelector<HTMLElement>('.ps-marked')?.dataset['place']
    await expect.poll(marked).toContain(place)
    expect(document.activeElement?.classList.contains('ps-marked')).toBe(true)
    cleanup()
  }
})

test('a passage of the story, or the one before it once it went', async () => {
  const doc = createPlanDoc(4)
  beginPlan(doc, 'Mijn plan', randomness)
  const paragraphs = ['Eerst.', 'Dan.', 'Laatst.'].map((text) => {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(text)])
    return element
  })
  storyOf(doc).insert(0, paragraphs)
  const [, second = '', third = ''] = paragraphs.map(paragraphId)
  storyOf(doc).delete(2, 1)
  const came = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {})
  await open(doc, '/story?', toPassagePlace([third, second]))
  const story = await page.findByRole('textbox', { name: nl.plan.story })
  await expect.poll(() => came.mock.contexts.map((element) => (element as Element).textContent)).toEqual(['Dan.'])
  expect(document.activeElement?.contains(story)).toBe(true)
  expect(document.querySelector('.ps-marked')).toBeNull()
  cleanup()
  await open(doc, '/story?', toPassagePlace([third]))
  await expect.poll(() => document.querySelector<HTMLElement>('.ps-marked')?.dataset['place']).toBe('story')
})
