/** Home, with few plans and with many; news in words; the practice plan beside the real ones. */
import { cleanup, fireEvent, screen as page, within } from '@solidjs/testing-library'
import { expect, test, vi } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import type { Passage } from '#domain/search/passages.ts'
import type { PlanSummary } from '#ports/device.ts'
import { paths } from '#reactive/paths.ts'
import { createFakePlan, ME, NOW, workspaceId } from '#testing/fake-plan.ts'
import { renderApp } from '#testing/render-app.tsx'
import { PRACTICE_IDS } from '#domain/plan/practice-id.ts'

const DAY_MS = 24 * 60 * 60 * 1000

const plan = (id: number, changes: Partial<PlanSummary> = {}): PlanSummary => ({
  id: workspaceId(id),
  title: `Plan ${id}`,
  archived: false,
  openedAt: NOW - id,
  people: [{ name: 'Ans', colour: 1 }],
  unshared: false,
  news: [],
  ...changes,
})
const many = (count: number) => Array.from({ length: count }, (_, index) => plan(index + 1))
const shown = () => page.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)

test('up to five plans are a plain list; from six on there is a search', async () => {
  const screen = await renderApp('/', { plans: many(5) })
  await screen.findByRole('heading', { level: 1, name: nl.home.title })
  expect(screen.queryByRole('search')).toBeNull()
  screen.device.setPlans(many(6))
  expect(await screen.findByRole('search')).toBeTruthy()
})

test('search, filter and order; the choice is stored on this device, the searched words are not', async () => {
  const news = [{ name: '', parts: [], at: NOW }]
  const plans = [...many(6), plan(7, { title: 'Rustig wonen', news })]
  const screen = await renderApp('/', { plans })
  fireEvent.input(await screen.findByLabelText(nl.worker.find.search), { target: { value: 'rust' } })
  expect(shown()).toEqual(['Rustig wonen', nl.worker.practice.title])
  expect(screen.getByText('1 plan').role).toBe('status')
  fireEvent.change(screen.getByLabelText(nl.worker.find.order), { target: { value: 'name' } })
  fireEvent.change(screen.getByLabelText(nl.worker.find.show), { target: { value: 'archived' } })
  expect(screen.device.asked.homeView).toBe('archived name')
  expect(screen.getByText(nl.worker.find.noneCalled)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: nl.worker.find.clear }))
  expect(shown()).toHaveLength(8)
  expect(screen.device.asked.homeView).toBe('all name')
})

test('a title that nobody chose is listed, found and sorted by whose plan it is', async () => {
  const unnamed = [plan(8, { title: 'Mijn plan', whose: 'Bep' }), plan(9, { title: 'Mijn plan', whose: null })]
  const screen = await renderApp('/', { plans: [...many(6), ...unnamed] })
  fireEvent.input(await screen.findByLabelText(nl.worker.find.search), { target: { value: 'plan van b' } })
  expect(shown()).toEqual(['Plan van Bep', nl.worker.practice.title])
  fireEvent.input(screen.getByLabelText(nl.worker.find.search), { target: { value: 'mijn' } })
  expect(shown()).toEqual(['Mijn plan', nl.worker.practice.title])
})

test('a word is found in what people wrote, with the way to where it stands', async () => {
  const passages = (id: PlanSummary['id']): readonly Passage[] =>
    id === workspaceId(2)
      ? [
          { part: 'story', thing: null, text: 'Ik mis mijn fiets.' },
          { part: 'goals', thing: 'goal12345678901234567' as EntityId, text: 'Een fiets kopen' },
        ]
      : []
  const screen = await renderApp('/', { plans: many(6), passages })
  const field = await screen.findByLabelText(nl.worker.find.search)
  fireEvent.input(field, { target: { value: 'fi' } })
  expect(screen.queryByText(nl.worker.find.within.none)).toBeNull()
  fireEvent.input(field, { target: { value: 'FIETS' } })
  const found = within((await screen.findByText(nl.worker.find.within.found(1))).parentElement as HTMLElement)
  expect(found.getAllByText('fiets').map(({ localName }) => localName)).toEqual(['mark', 'mark'])
  expect(found.getByRole('link', { name: 'Verhaal' }).getAttribute('href')).toBe(`#${paths.story(workspaceId(2))}`)
  expect(found.getByRole('link', { name: 'Doelen' }).getAttribute('href')).toContain('/goals/goal12345678901234567')
  fireEvent.input(field, { target: { value: 'auto' } })
  expect(await found.findByText(nl.worker.find.within.none)).toBeTruthy()
})

test('what others wrote meanwhile is found too', async () => {
  let written = 'Niets'
  const passages = (): readonly Passage[] => [{ part: 'story', thing: null, text: written }]
  const plans = many(6)
  const screen = await renderApp('/', { plans, passages })
  fireEvent.input(await screen.findByLabelText(nl.worker.find.search), { target: { value: 'fiets' } })
  expect(await screen.findByText(nl.worker.find.within.none)).toBeTruthy()
  written = 'Een fiets'
  screen.device.setPlans(
    plans.map((each, at) => (at === 0 ? { ...each, news: [{ name: '', parts: [], at: NOW }] } : each)),
  )
  expect(await screen.findByText(nl.worker.find.within.found(1))).toBeTruthy()
})

test('it opens as it was left', async () => {
  const news = [{ name: 'Ans', parts: [], at: NOW }]
  const screen = await renderApp('/', { plans: [...many(6), plan(7, { news })], homeView: 'new news' })
  const show = await screen.findByLabelText<HTMLSelectElement>(nl.worker.find.show)
  expect(show.value).toBe('new')
  expect(shown()).toEqual(['Plan 7', nl.worker.practice.title])
})

test('a card says who changed which part, by its name in that plan, how much and when, for a few people', async () => {
  const by = (name: string, days: number): PlanSummary['news'][number] => ({
    name,
    at: NOW - days * DAY_MS,
    parts: [
      { part: 'story', things: 0, letters: 12 },
      {
        part: 'goals',
        things: 3,
        letters: 80,
        kinds: [
          { kind: 'goal', count: 1 },
          { kind: 'step', count: 2 },
        ],
      },
      { part: 'contact', title: 'Bel me zo', things: 1, letters: 0 },
    ],
  })
  const screen = await renderApp('/', {
    plans: [plan(1, { news: [by('Wanda', 3), by('', 0), by('Zoë', 30), by('Bas', 31)] })],
  })
  const card = (await screen.findByText(nl.worker.news.heading)).closest('li')
  expect(card?.textContent).toContain(
    'Wanda: verhaal (een paar woorden), doelen (1 doel en 2 stappen) en Bel me zo (iets veranderd)',
  )
  expect(screen.getAllByRole('link', { name: 'verhaal (een paar woorden)' })[0]?.getAttribute('href')).toBe(
    `#/plan/${workspaceId(1)}/story`,
  )
  expect(card?.textContent).toContain('3 dagen geleden')
  expect(card?.textContent).toContain('iemand zonder naam: ')
  expect(card?.textContent).toContain('23 oktober')
  expect(card?.textContent).not.toContain('Bas')
  expect(card?.textContent).toContain(nl.worker.news.others(1))
})

test('a card says who took text away, and leads to what it was', async () => {
  const news = [
    { name: 'Wanda', at: NOW, parts: [{ part: 'story', things: 0, letters: 0, taken: { letters: 80, from: 4 } }] },
  ] as const
  const screen = await renderApp('/', { plans: [plan(1, { news })] })
  const card = (await screen.findByText(nl.worker.news.heading)).closest('li')
  expect(card?.textContent).toContain('Wanda haalde tekst weg uit het verhaal.')
  const look = screen.getByRole('link', { name: nl.history.news.look })
  expect(look.getAttribute('href')).toContain(paths.taken(workspaceId(1), 4))
  expect(card?.textContent).not.toContain(nl.worker.news.took) // once is enough
})

test('the practice plan is always there, and never in the list', async () => {
  const screen = await renderApp('/', { plans: [] })
  const link = await screen.findByRole('link', { name: nl.worker.practice.title })
  expect(link.getAttribute('href')).toBe(`#/plan/${PRACTICE_IDS.resident}`)
  expect(link.closest('li')).toBeNull()
})

const createPractice = () =>
  createFakePlan({
    id: PRACTICE_IDS.resident,
    practice: true,
    members: [{ ...ME, name: 'Samira' }],
    sharing: { saved: 'saved', shared: { name: 'practice' }, connection: 'online' },
  })

test('the practice plan cannot be archived', async () => {
  const screen = await renderApp(`/plan/${PRACTICE_IDS.resident}/manage`, { plan: createPractice().plan })
  expect(await screen.findByText(nl.takeOut.title)).toBeTruthy()
  expect(screen.queryByText(nl.manage.archive.title)).toBeNull()
  expect(screen.queryByText(nl.manage.takeOff.title)).toBeNull()
})

test('the practice plan says so on every screen, invites nobody, and restarts only after asking', async () => {
  const screen = await renderApp(`/plan/${PRACTICE_IDS.resident}/invite`, { plan: createPractice().plan })
  expect(await screen.findByText(nl.practice.invite)).toBeTruthy()
  expect(screen.queryByRole('button', { name: nl.invite.go })).toBeNull()
  expect(screen.queryByText(nl.practice.text('Samira'))).toBeNull()
  expect(screen.getByRole('banner').textContent).toContain('Hiervan wordt niets gedeeld.')
  fireEvent.click((await screen.findAllByText(nl.plan.overview))[0]!)
  expect(await screen.findByText(nl.practice.text('Samira'))).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: nl.practice.anew }))
  const dialog = await page.findByRole('alertdialog')
  expect(screen.device.asked.begunAnew).toBe(0)
  fireEvent.click(within(dialog).getByRole('button', { name: nl.practice.confirm.go }))
  expect(screen.device.asked.begunAnew).toBe(1)
})

test('whoever practises can be the worker instead, and is spoken to as one', async () => {
  const practice = createPractice().plan
  const screen = await renderApp(`/plan/${practice.id}`, { plan: practice })
  const way = await screen.findByRole('link', { name: nl.practice.beWorker })
  expect(way.getAttribute('href')).toBe(`#/plan/${PRACTICE_IDS.worker}`)
  cleanup()
  const members = [
    { ...ME, me: false, name: 'Samira' },
    { ...ME, name: 'Wilma' },
  ]
  const asWorker = { ...practice, id: PRACTICE_IDS.worker, members: () => members }
  const after = await renderApp(`/plan/${PRACTICE_IDS.worker}`, { plan: asWorker })
  expect(await after.findByText(nl.practice.textAsWorker('Wilma', 'Samira'))).toBeTruthy()
  expect(after.getByRole('link', { name: nl.practice.beResident }).getAttribute('href')).toBe(
    `#/plan/${PRACTICE_IDS.resident}`,
  )
})

test('plans that are only unreachable are never reported as gone', async () => {
  const screen = await renderApp('/', { storage: { name: 'memory', reason: 'blocked' } })
  await screen.findByText(nl.device.memoryReason.blocked, { exact: true })
  expect(screen.queryByText(nl.device.storage.memory, { exact: false })).toBeNull()
})

test('somebody who joined since the last look is named, with the way to take them out', async () => {
  const circle = { newcomers: ['Jan', ''], gone: ['Wanda'], mayRemove: true, ended: null }
  await renderApp('/', { plans: [plan(1, { circle }), plan(2, { circle: { ...circle, newcomers: [], gone: [] } })] })
  expect(await page.findByText(nl.circle.gone(['Wanda']))).toBeTruthy()
  const told = await page.findByText(nl.circle.newcomers.title(['Jan', nl.general.namelessWithin]))
  expect(page.getAllByText(/^Nieuw in dit plan/)).toEqual([told])
  expect(page.getByRole('link', { name: nl.circle.newcomers.remove }).getAttribute('href')).toContain('/people')
})

test('of many only a few are named; who may not remove them reads whom to ask', async () => {
  const newcomers = Array.from({ length: 20 }, (_, index) => `N${index}`)
  await renderApp('/', { plans: [plan(1, { circle: { newcomers, mayRemove: false, ended: null } })] })
  const names = ['N0', 'N1', 'N2', nl.circle.newcomers.more(17)]
  expect(await page.findByText(nl.circle.newcomers.title(names))).toBeTruthy()
  expect(page.getByRole('link', { name: nl.circle.newcomers.ask })).toBeTruthy()
})

test.each(['removed', 'left', 'closed'] as const)('a plan that ended here (%s) says so in the list', async (ended) => {
  await renderApp('/', { plans: [plan(1, { circle: { newcomers: ['Jan'], mayRemove: false, ended } })] })
  expect(await page.findByText(nl.circle.endedChip[ended])).toBeTruthy()
  expect(page.queryByText(/^Nieuw in dit plan/)).toBeNull()
})

test('whatever one plan holds, home shows all, and the way into that one', async () => {
  const reported = vi.spyOn(console, 'error').mockImplementation(() => {}) // what Solid says of it while developing
  const parts = [{ part: 'wheel' as const, things: 1, letters: 9 }]
  const late = plan(1, { title: 'Laat', openedAt: 9e15, news: [{ name: 'Wanda', parts, at: 9e15 }] })
  const broken = plan(2, { title: 'Stuk', news: [{ name: 'Wanda', parts: null as never, at: null }] })
  const screen = await renderApp('/', { plans: [late, broken, plan(3)] })
  for (const name of ['Laat', 'Stuk', 'Plan 3']) expect(await screen.findByRole('link', { name })).toBeTruthy()
  expect(screen.container.textContent).not.toContain(nl.general.brokenScreen.title)
  expect(reported.mock.calls).toEqual([[expect.any(TypeError)]])
  reported.mockRestore()
})
