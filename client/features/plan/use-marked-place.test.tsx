/** An address that names a place leads to it: it has the focus, only it is marked, and it stays in view until hands do something. */
import { cleanup, fireEvent, screen as page } from '@solidjs/testing-library'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
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
  await expect
    .poll(() => new Set(came.mock.contexts.map((element) => (element as Element).textContent)))
    .toEqual(new Set(['Dan.']))
  expect(document.activeElement?.contains(story)).toBe(true)
  expect(document.querySelector('.ps-marked')).toBeNull()
  cleanup()
  await open(doc, '/story?', toPassagePlace([third]))
  await expect.poll(() => document.querySelector<HTMLElement>('.ps-marked')?.dataset['place']).toBe('story')
})

/** What grows, as a browser tells it. */
const watchSizes = () => {
  const told: (() => void)[] = []
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: () => void) {
        told.push(tell)
      }
      observe(): void {}
      disconnect(): void {}
    },
  )
  onTestFinished(() => void vi.unstubAllGlobals())
  return { grow: () => told.forEach((tell) => tell()) }
}

const openGoal = async () => {
  const doc = createPlanDoc(4)
  beginPlan(doc, 'Mijn plan', randomness)
  const goal = addGoal(doc, { title: 'Werk' }, randomness)
  const came = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {})
  await open(doc, `/goals/${goal}?`, `goal:${goal}`)
  await expect.poll(() => came.mock.calls.length).toBeGreaterThan(0)
  const place = document.querySelector<HTMLElement>('.ps-marked')
  const isBroughtBy = async (act: () => void): Promise<boolean> => {
    await Promise.resolve() // what was drawn before has been told
    came.mockClear()
    act()
    await Promise.resolve()
    return came.mock.contexts.includes(place)
  }
  return { isBroughtBy, came, place }
}
const comeAbove = (): void => document.querySelector('#content')?.before(document.createElement('p'))

test('what comes above it, what grows, and a screen that scrolls to its top do not push it out of view', async () => {
  const sizes = watchSizes()
  const { isBroughtBy } = await openGoal()
  expect(await isBroughtBy(comeAbove)).toBe(true)
  expect(await isBroughtBy(sizes.grow)).toBe(true)
  expect(await isBroughtBy(() => fireEvent.scroll(document))).toBe(true)
})

test.each(['pointerdown', 'touchmove', 'wheel', 'keydown', 'beforeinput'])(
  'hands that do something go their own way: %s',
  async (hand) => {
    const { isBroughtBy, place } = await openGoal()
    expect(await isBroughtBy(comeAbove)).toBe(true)
    fireEvent(document.body, new InputEvent(hand, { bubbles: true, inputType: 'insertText' }))
    expect(await isBroughtBy(comeAbove)).toBe(false)
    expect(await isBroughtBy(() => fireEvent.scroll(document))).toBe(false)
    expect(place?.classList.contains('ps-marked')).toBe(true)
  },
)

test('a screen reader that reads on is not held back', async () => {
  const { isBroughtBy } = await openGoal()
  document.documentElement.scrollTop = 300
  expect(await isBroughtBy(() => fireEvent.scroll(document))).toBe(false)
  document.documentElement.scrollTop = 0
})

test('one that is higher than half a screen shows its beginning', async () => {
  const height = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(2_000)
  const { came, isBroughtBy } = await openGoal()
  expect(came.mock.calls[0]).toEqual([{ block: 'start' }])
  height.mockReturnValue(100)
  await isBroughtBy(comeAbove)
  expect(came.mock.calls[0]).toEqual([{ block: 'center' }])
})

test('one that is drawn anew is marked anew', async () => {
  const { place } = await openGoal()
  const other = document.createElement('div')
  other.dataset['place'] = place?.dataset['place']
  place?.replaceWith(other)
  await expect.poll(() => other.classList.contains('ps-marked')).toBe(true)
  expect(document.activeElement).toBe(other)
})
