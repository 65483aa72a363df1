/** A worker finds one plan among many: by title or name, with news, unshared, or archived. */
import { expect, test } from 'vitest'
import type { AgendaItem } from '#domain/agenda/agenda-item.ts'
import type { Day } from '#domain/document/days.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { parseWhen } from '#domain/document/when.ts'
import type { PlanSummary } from '#ports/device.ts'
import { workspaceId } from '#testing/fake-plan.ts'
import { findPlans, FIRST_VIEW, formatHomeView, type HomeView, ORDERS, parseHomeView, SHOWS } from './find-plans.ts'

const TODAY = '2026-11-30' as Day
const on = (...days: readonly string[]): readonly AgendaItem[] =>
  days.map((day) => ({ kind: 'conversation', id: 'x7Fa2_k-9Qw' as EntityId, when: parseWhen(day, ''), form: null, prepared: true })) // prettier-ignore

const news = (at: number | null): PlanSummary['news'] => [
  { name: 'Ans', parts: [{ part: 'goals', things: 1, letters: 9 }], at },
]
const plan = (id: number, title: string, changes: Partial<PlanSummary> = {}): PlanSummary => ({
  id: workspaceId(id),
  title,
  archived: false,
  openedAt: id,
  people: [{ name: 'Ans', colour: 1 }],
  unshared: false,
  news: [],
  ...changes,
})
const PLANS = [
  plan(1, 'Rustig wonen', { news: news(5), agenda: on('2026-11-02', '2026-12-09') }),
  plan(2, 'École en werk', { people: [{ name: 'Zoë Özdemir', colour: 2 }], unshared: true }),
  plan(3, 'Plan 10', { news: news(9), agenda: on('2026-12-02', '2026-12-20') }),
  plan(4, 'Plan 9', { people: [], unshared: true }),
  plan(6, 'Wacht op Bas', { people: [], unshared: true, invited: true, openedAt: 0 }),
  plan(5, 'Oud', { archived: true, unshared: true }),
]
const titles = (search: string, changes: Partial<HomeView> = {}) =>
  findPlans(PLANS, search, { ...FIRST_VIEW, ...changes }, 'nl', TODAY).map(({ title }) => title)

test('at first all that are not archived, the last opened first', () => {
  expect(titles('')).toEqual(['Plan 9', 'Plan 10', 'École en werk', 'Rustig wonen', 'Wacht op Bas'])
})

test('every word is searched for in the title and in the names, ignoring accents and case', () => {
  expect(titles('zoe')).toEqual(['École en werk'])
  expect(titles(' ozdemir  ECOLE ')).toEqual(['École en werk'])
  expect(titles('ans plan')).toEqual(['Plan 10'])
  expect(titles('nergens')).toEqual([])
})

test('only those with news, with unshared edits, or archived', () => {
  expect(titles('', { show: 'new' })).toEqual(['Plan 10', 'Rustig wonen'])
  expect(titles('', { show: 'unshared' })).toEqual(['École en werk', 'Wacht op Bas']) // alone, nothing counts as unshared
  expect(titles('', { show: 'archived' })).toEqual(['Oud'])
})

test('those with news first, latest first; by name with numbers in numeric order', () => {
  expect(titles('', { order: 'news' })).toEqual(['Plan 10', 'Rustig wonen', 'Plan 9', 'École en werk', 'Wacht op Bas'])
  expect(titles('', { order: 'name' })).toEqual(['École en werk', 'Plan 9', 'Plan 10', 'Rustig wonen', 'Wacht op Bas'])
})

test('those with something to come first, the nearest first; what is over does not count', () => {
  expect(titles('', { order: 'next' })).toEqual(['Plan 10', 'Rustig wonen', 'Plan 9', 'École en werk', 'Wacht op Bas'])
})

test('a choice is stored as words, and an unknown one counts as the default', () => {
  for (const show of SHOWS)
    for (const order of ORDERS) expect(parseHomeView(formatHomeView({ show, order }))).toEqual({ show, order })
  for (const text of [null, '', 'new', 'x y', ' ']) expect(parseHomeView(text).order).toBe('opened')
  expect(parseHomeView('toString constructor')).toEqual(FIRST_VIEW)
})
