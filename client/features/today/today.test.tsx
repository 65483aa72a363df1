/** A worker's day over all plans, from what the list of plans holds. */
import { fireEvent, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { toTime } from '#copy/format/days-and-times.ts'
import { en } from '#copy/en.ts'
import { nl } from '#copy/nl.ts'
import { whenToMs } from '#domain/document/when.ts'
import type { PlanSummary } from '#ports/device.ts'
import { NOW, workspaceId } from '#testing/fake-plan.ts'
import { manyPlans } from '#testing/many-plans.ts'
import { inDays, step, talk } from '#testing/sample-agenda.ts'
import { renderApp } from '#testing/render-app.tsx'

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
const words = nl.today
const rowOf = (link: HTMLElement) => link.closest('li')?.textContent ?? ''

test('each row says when, what and in which plan, and leads there', async () => {
  const plans = [
    plan(1, { agenda: [talk(1, inDays(0, '14:00')), step(1, inDays(2))] }),
    plan(2, { agenda: [talk(2, inDays(0), false), step(2, inDays(-3), true), step(4, inDays(30)), step(5, null)] }),
  ]
  const screen = await renderApp('/today', { plans })
  await screen.findByRole('heading', { level: 1, name: words.title })
  const links = screen.getAllByRole('link').filter((link) => link.classList.contains('td-link'))
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Gesprek · samen', `#/plan/${workspaceId(1)}/conversations/talk0000001`],
    [`${words.agreed} · bellen`, `#/plan/${workspaceId(2)}/conversations`],
    ['Kijken bij de buurttuin', `#/plan/${workspaceId(2)}/goals/goal0000002`],
    ['Samen de brief van de woningstichting lezen', `#/plan/${workspaceId(1)}/goals/goal0000001`],
    ['Samen de brief van de woningstichting lezen', `#/plan/${workspaceId(2)}/goals/goal0000004`],
  ])
  expect(rowOf(links[0]!)).toBe(`${toTime('nl-NL', whenToMs(inDays(0, '14:00')))}Gesprek · samenPlan 1`)
  expect(rowOf(links[3]!)).toContain('Plan 1 · Ans') // whose step it is
  expect(rowOf(links[2]!)).not.toContain('Wanda') // mine
  const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
  expect(headings).toEqual([expect.stringMatching(/^Vandaag, /), expect.stringMatching(/^[A-Z].*dag \d+ /)])
  expect(screen.getByText(words.late(1))).toBeTruthy()
  expect(screen.getByText(words.later(1))).toBeTruthy()
})

test('what is new leads into the plan; a plan that was put away, or that is over, asks for nothing', async () => {
  const agenda = [talk(1, inDays(0))]
  const ended = { newcomers: [], mayRemove: false, ended: 'removed' as const }
  const plans = [
    plan(1, { news: [{ name: 'Ans', parts: [], at: NOW }], agenda: [] }),
    plan(2, { agenda, archived: true }),
    plan(3, { agenda, circle: ended }),
  ]
  const screen = await renderApp('/today', { plans })
  expect(await screen.findByText(words.newBy(['Ans']))).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Plan 1' }).getAttribute('href')).toBe(`#/plan/${workspaceId(1)}`)
  expect(screen.getByText(words.nothing)).toBeTruthy()
  expect(screen.queryByText(/Plan [23]/)).toBeNull()
})

test('home leads here with the number of things for today, and not where nothing is to come', async () => {
  const screen = await renderApp('/', { plans: [plan(1, { agenda: [step(1, null)] })] })
  await screen.findByRole('heading', { level: 1, name: nl.home.title })
  expect(screen.queryByRole('link', { name: words.link(0) })).toBeNull()
  const agenda = [talk(1, inDays(0, '14:00')), step(1, inDays(-2)), step(2, inDays(3))]
  screen.device.setPlans([plan(1, { agenda })])
  fireEvent.click(await screen.findByRole('link', { name: words.link(2) }))
  expect(await screen.findByRole('heading', { level: 1, name: words.title })).toBeTruthy()
})

test('sixty plans, in English, some at a time', async () => {
  const screen = await renderApp('/today', manyPlans([{ name: 'Ans', colour: 2 }]).device, { language: 'en' })
  await screen.findByRole('heading', { level: 1, name: en.today.title })
  expect(within(screen.getByRole('main')).getAllByRole('listitem').length).toBeGreaterThan(20)
})
