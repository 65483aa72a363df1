/** A worker remembers a word, and not in whose plan it stands. */
import { expect, test } from 'vitest'
import type { Passage } from '#domain/search/passages.ts'
import type { PlanSummary } from '#ports/device.ts'
import { workspaceId } from '#testing/fake-plan.ts'
import { findWords, isWords, toRead } from './find-words.ts'

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
const says = (...texts: readonly string[]): readonly Passage[] =>
  texts.map((text) => ({ part: 'story', thing: null, text }))
const PLANS = [
  plan(1, 'Fiets'),
  plan(2, 'Rustig wonen'),
  plan(3, 'Werk', { people: [{ name: 'Zoë', colour: 2 }] }),
  plan(4, 'Oud', { archived: true }),
]
const READ = new Map([
  [workspaceId(1), toRead(says('Een fiets'))],
  [workspaceId(2), toRead(says('Ik mis mijn fiets.', 'En de zee. Met de fiets naar zee.'))],
  [workspaceId(3), toRead(says('Geen fiets, geen Łódź'))],
  [workspaceId(4), toRead(says('Oude fiets'))],
])
const find = (search: string, show: 'all' | 'archived' = 'all') =>
  findWords(PLANS, READ, search, { show }).map(({ plan: { title }, places }) => [
    title,
    ...places.map(({ found }) => `${found.before}[${found.word}]${found.after}`),
  ])

test('plans are found by what stands in them, the last opened first, but not again by what they are called', () => {
  expect(find('FIETS')).toEqual([
    ['Werk', 'Geen [fiets], geen Łódź'],
    ['Rustig wonen', 'Ik mis mijn [fiets].', 'En de zee. Met de [fiets] naar zee.'],
  ])
  expect(find('fiets', 'archived')).toEqual([['Oud', 'Oude [fiets]']])
  expect(find('auto')).toEqual([])
})

test('every word counts, wherever it stands: in the title, a name or a text; what has most of them comes first', () => {
  expect(find('zee fiets')).toEqual([['Rustig wonen', 'En de [zee]. Met de fiets naar zee.', 'Ik mis mijn [fiets].']])
  expect(find('zoe lodz')).toEqual([['Werk', 'Geen fiets, geen [Łódź]']])
  expect(find('zoe zee')).toEqual([])
})

test('a letter or two are no search through all plans', () => {
  expect(['', ' ', 'de', 'a b c', '’-’'].map(isWords)).toEqual([false, false, false, false, false])
  expect(isWords('zee')).toBe(true)
})
