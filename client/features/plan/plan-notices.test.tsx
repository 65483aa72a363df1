/** Notices of problems in a plan, and their remedies. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, onTestFinished, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { PersonNews } from '#ports/open-plan.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { BROTHER, createFakePlan, ME, SHARED, WORKER } from '#testing/fake-plan.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import { createChangedPlan } from '#testing/history-scene.ts'
import { renderApp } from '#testing/render-app.tsx'

test("repairing the relay's log may fail on this device: that is shown until it works", async () => {
  const { plan } = createFakePlan({ sharing: { ...SHARED, connection: { refused: 'log-differs' } } })
  const answers = [{ ok: false }, { ok: true }]
  await renderApp(`/plan/${plan.id}`, { plan: { ...plan, repairRelay: async () => answers.shift() ?? { ok: true } } })
  const again = await page.findByRole('button', { name: nl.sharing.repairRelay })
  expect(page.queryByText(nl.sharing.healFailed)).toBeNull()
  fireEvent.click(again)
  await page.findByText(nl.sharing.healFailed)
  fireEvent.click(again)
  await expect.poll(() => page.queryByText(nl.sharing.healFailed)).toBeNull()
})

test('who joined while I was away is told, by the name they have by now, until I say that it is fine', async () => {
  const fake = createFakePlan({ members: [ME, WORKER, BROTHER], newcomers: [{ ...WORKER, name: '' }] })
  await renderApp(`/plan/${fake.plan.id}`, { plan: fake.plan })
  const title = nl.circle.newcomers.title(['Wanda'])
  expect(await page.findByText(title)).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: nl.circle.newcomers.fine }))
  expect(page.queryByText(title)).toBeNull()
})

test('who may only read since their last look is told so, and what stays, until they say that it is fine', async () => {
  const members = [{ ...ME, role: 'reader' as const }, WORKER]
  const fake = createFakePlan({ members, roleBefore: 'editor' })
  await renderApp(`/plan/${fake.plan.id}`, { plan: fake.plan })
  const { title, text } = nl.circle.role.reader
  expect([await page.findByText(title), page.getByText(text)]).toHaveLength(2)
  fireEvent.click(page.getByRole('button', { name: nl.circle.newcomers.fine }))
  expect(page.queryByText(title)).toBeNull()
})

test('who takes no part any more is told, until I say that it is fine', async () => {
  const fake = createFakePlan({ members: [ME], gone: [WORKER, BROTHER] })
  await renderApp(`/plan/${fake.plan.id}`, { plan: fake.plan })
  const title = nl.circle.gone(['Wanda', nl.general.namelessWithin])
  await page.findByText(title)
  fireEvent.click(page.getByRole('button', { name: nl.circle.newcomers.fine }))
  expect(page.queryByText(title)).toBeNull()
})

test('a newcomer who was taken out since is not told of', async () => {
  const fake = createFakePlan({ members: [ME, WORKER], newcomers: [WORKER] })
  await renderApp(`/plan/${fake.plan.id}`, { plan: fake.plan })
  await page.findByText(nl.circle.newcomers.title(['Wanda']))
  fake.setMembers([ME])
  expect(page.queryByText(nl.circle.newcomers.title(['Wanda']))).toBeNull()
})

const TAKEN = [
  {
    person: WORKER.person,
    name: 'Wanda',
    at: null,
    parts: [{ part: 'story', things: 0, letters: 0, taken: { letters: 99, from: 9 } }],
  },
] as const

test('who took text away is told in the plan, and one tap puts it back', async () => {
  const { plan, doc } = createChangedPlan()
  const [news, setNews] = createSignal<readonly PersonNews[]>(TAKEN)
  const dismissTaken = vi.fn(() => void setNews([]))
  await renderApp(`/plan/${plan.id}`, { plan: { ...plan, news, dismissTaken } })
  await page.findByText('Wanda haalde tekst weg uit het verhaal.')
  expect(page.getByRole('link', { name: nl.history.news.look }).getAttribute('href')).toBe(
    toHref(paths.taken(plan.id, 9)),
  )
  expect(readStoryText(doc)).toBe('')
  fireEvent.click(page.getByRole('button', { name: nl.history.news.back }))
  await page.findByText(nl.history.isBack)
  expect(readStoryText(doc)).toContain('Ik woon hier nu elf jaar.')
  expect(dismissTaken).not.toHaveBeenCalled()
  fireEvent.click(page.getByRole('button', { name: nl.history.news.hide }))
  expect(page.queryByText('Wanda haalde tekst weg uit het verhaal.')).toBeNull()
  expect(dismissTaken).toHaveBeenCalledWith(WORKER.person, 9)
})

test('what was put back is no news the next time, also when nobody closes the message', async () => {
  const { plan } = createChangedPlan()
  const dismissTaken = vi.fn()
  const { unmount } = await renderApp(`/plan/${plan.id}`, { plan: { ...plan, news: () => TAKEN, dismissTaken } })
  fireEvent.click(await page.findByRole('button', { name: nl.history.news.back }))
  await page.findByText(nl.history.isBack)
  expect(dismissTaken).not.toHaveBeenCalled()
  unmount()
  expect(dismissTaken).toHaveBeenCalledExactlyOnceWith(WORKER.person, 9)
})

test('that it is back is said until I put it away or go elsewhere, though it is no news by then', async () => {
  const { plan } = createChangedPlan()
  const [news, setNews] = createSignal<readonly PersonNews[]>(TAKEN)
  await renderApp(`/plan/${plan.id}`, { plan: { ...plan, news } })
  fireEvent.click(await page.findByRole('button', { name: nl.history.news.back }))
  await page.findByText(nl.history.isBack)
  setNews([]) // the history was looked through since
  setNews([{ ...TAKEN[0], person: BROTHER.person, name: 'Sam' }])
  expect(page.getByText(nl.history.isBack)).toBeTruthy()
  expect(page.getByText('Sam haalde tekst weg uit het verhaal.')).toBeTruthy()
  window.location.hash = paths.people(plan.id)
  await expect.poll(() => page.queryByText(nl.history.isBack)).toBeNull()
  expect(page.getByText('Sam haalde tekst weg uit het verhaal.')).toBeTruthy()
})

test.each([
  ['lies too far back', { ...TAKEN[0], parts: [{ ...TAKEN[0].parts[0], taken: { letters: 99, from: 999 } }] }],
  [
    'is found of one part and not of another',
    { ...TAKEN[0], parts: [...TAKEN[0].parts, { ...TAKEN[0].parts[0], part: 'contact' }] },
  ],
] as const)('what %s is not called back, and stays news', async (_, news) => {
  const { plan } = createChangedPlan()
  const dismissTaken = vi.fn()
  const { unmount } = await renderApp(`/plan/${plan.id}`, { plan: { ...plan, news: () => [news], dismissTaken } })
  fireEvent.click(await page.findByRole('button', { name: nl.history.news.back }))
  await page.findByText(nl.history.notHere(nl.history.news.look))
  expect(page.getByRole('link', { name: nl.history.news.look })).toBeTruthy()
  unmount()
  expect(dismissTaken).not.toHaveBeenCalled()
})

test('a history that cannot be read says so, and is asked again', async () => {
  const { plan } = createChangedPlan()
  let isThere = false
  const history = async () => (isThere ? plan.history() : Promise.reject(new TypeError('Failed to fetch.')))
  await renderApp(`/plan/${plan.id}`, { plan: { ...plan, news: () => TAKEN, history } })
  fireEvent.click(await page.findByRole('button', { name: nl.history.news.back }))
  await page.findByText(nl.sharing.healFailed)
  isThere = true
  fireEvent.click(page.getByRole('button', { name: nl.history.news.back }))
  await page.findByText(nl.history.isBack)
})

test('news that comes under busy hands waits until they are still, or go elsewhere', async () => {
  const { plan } = createChangedPlan()
  const [news, setNews] = createSignal<readonly PersonNews[]>([])
  await renderApp(`/plan/${plan.id}`, { plan: { ...plan, news } })
  const title = await page.findByRole('heading', { level: 1 })
  const isTold = () => page.queryByText('Wanda haalde tekst weg uit het verhaal.') !== null
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  fireEvent.keyDown(title, { key: 'a' })
  setNews(TAKEN)
  await vi.advanceTimersByTimeAsync(6_000)
  fireEvent.pointerDown(title)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(isTold()).toBe(false)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(isTold()).toBe(true)
  setNews([])
  expect(isTold()).toBe(false)
  fireEvent.keyDown(title, { key: 'a' })
  setNews(TAKEN.map((one) => ({ ...one, parts: [{ ...one.parts[0], taken: { letters: 9, from: 10, to: 11 } }] })))
  expect(isTold()).toBe(false)
  vi.useRealTimers()
  window.location.hash = paths.people(plan.id)
  await expect.poll(isTold).toBe(true)
})

test('news that grows under busy hands stays as it was told until they are still, however often it does', async () => {
  const { plan } = createChangedPlan()
  const [news, setNews] = createSignal<readonly PersonNews[]>(TAKEN)
  await renderApp(`/plan/${plan.id}`, { plan: { ...plan, news } })
  const hide = await page.findByRole('button', { name: nl.history.news.hide })
  hide.focus()
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  for (const to of [10, 11, 12]) {
    fireEvent.keyDown(hide, { key: 'a' })
    setNews(TAKEN.map((one) => ({ ...one, parts: [{ ...one.parts[0], taken: { letters: 9 * to, from: 9, to } }] })))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(document.activeElement).toBe(hide)
  }
  fireEvent.pointerDown(hide)
  fireEvent.click(hide)
  const text = 'Wanda haalde tekst weg uit het verhaal.'
  expect(page.queryByText(text)).toBeNull()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(page.getByText(text)).toBeTruthy() // there is more than was put away
})

test('a reader is told too, and puts nothing back', async () => {
  const { plan } = createChangedPlan()
  await renderApp(`/plan/${plan.id}`, {
    plan: { ...plan, news: () => TAKEN, members: () => [{ ...ME, role: 'reader' }, WORKER], role: () => 'reader' },
  })
  await page.findByText('Wanda haalde tekst weg uit het verhaal.')
  expect(page.queryByRole('button', { name: nl.history.news.back })).toBeNull()
})
