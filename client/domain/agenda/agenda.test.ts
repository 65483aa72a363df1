/** What is to come in one plan, and over all plans. */
import { expect, test } from 'vitest'
import { addConversation, setConversation } from '../conversations/conversations.ts'
import { setAside } from '../document/aside.ts'
import type { Day } from '../document/days.ts'
import { createPlanDoc, type PlanDoc } from '../document/plan-doc.ts'
import { readPlan } from '../document/read-plan.ts'
import { parseWhen, type When } from '../document/when.ts'
import { addGoal, setGoalStatus } from '../goals/goals.ts'
import { addStep, setStep } from '../goals/steps.ts'
import { createRandomness } from '../testing/peers.ts'
import { agendaOf } from './agenda.ts'
import { type AgendaItem, parseItem } from './agenda-item.ts'
import { daysAhead, nextOf } from './days-ahead.ts'

const TODAY = '2026-11-30' as Day
const at = (day: string, clock = ''): When => parseWhen(day, clock)!
const randomness = createRandomness(4)
const read = (doc: PlanDoc) =>
  agendaOf(readPlan(doc), {
    today: TODAY,
    isMe: (who) => 'name' in who && who.name === 'Wanda',
    nameOf: (who) => ('name' in who ? who.name : ''),
  })
const wordsOf = (items: readonly AgendaItem[]) => items.map((item) => (item.kind === 'step' ? item.words : item.kind))

test('conversations and open steps with a day, each by its day and time; what is over or set aside asks for nothing', () => {
  const doc = createPlanDoc(1)
  const goal = addGoal(doc, { title: 'Post' }, randomness)
  const ended = addGoal(doc, { title: 'Geld' }, randomness)
  setGoalStatus(doc, ended, 'completed', randomness)
  addStep(doc, ended, { what: 'van een doel dat klaar is', when: at('2026-12-01') }, randomness)
  addStep(doc, goal, { what: 'later', when: at('2026-12-02') }, randomness)
  addStep(doc, goal, { what: 'eerst', when: at('2026-12-02', '09:00'), who: { name: 'Wanda' } }, randomness)
  addStep(doc, goal, { what: 'klaar', when: at('2026-12-01'), status: 'completed' }, randomness)
  addStep(doc, goal, { what: 'ooit' }, randomness)
  setAside(doc, 'step', addStep(doc, goal, { what: 'opzij', when: at('2026-12-01') }, randomness), 0, randomness)
  const id = addConversation(doc, 0, randomness)
  setConversation(doc, id, { when: at('2026-12-01', '14:30'), form: 'phone' }, randomness)
  const items = read(doc)
  expect(wordsOf(items)).toEqual(['conversation', 'eerst', 'later'])
  expect(items).toMatchObject([
    { id, form: 'phone', prepared: true, when: at('2026-12-01', '14:30') },
    { goal, who: 'Wanda', mine: true },
    { who: '', mine: false },
  ])
  setConversation(doc, id, { held: true }, randomness)
  expect(wordsOf(read(doc))).toEqual(['eerst', 'later'])
})

test('the next contact that was agreed on counts until somebody prepares it', () => {
  const doc = createPlanDoc(1)
  const last = addConversation(doc, 0, randomness)
  setConversation(doc, last, { day: '2026-11-23' as Day, held: true, nextWhen: at('2026-12-07', '10:00') }, randomness)
  const older = addConversation(doc, 9, randomness)
  setConversation(doc, older, { day: '2026-11-01' as Day, held: true, nextWhen: at('2026-11-23') }, randomness)
  expect(read(doc)).toMatchObject([{ id: last, prepared: false, when: at('2026-12-07', '10:00') }])
  addConversation(doc, 10, randomness)
  expect(read(doc)).toMatchObject([{ prepared: true, when: null }])
})

test('without any day, the first open step; and of very many, some', () => {
  const doc = createPlanDoc(1)
  const goal = addGoal(doc, { title: 'Post' }, randomness)
  const first = addStep(doc, goal, { what: 'een' }, randomness)
  addStep(doc, goal, { what: 'twee' }, randomness)
  expect(wordsOf(read(doc))).toEqual(['een'])
  setStep(doc, first, { when: at('2026-11-29') }, randomness)
  for (let count = 0; count < 300; count += 1)
    addStep(doc, goal, { what: `${'x'.repeat(300)}`, when: at(count < 150 ? '2026-11-01' : '2026-12-01') }, randomness)
  const items = read(doc)
  expect(items).toHaveLength(40)
  expect(items).toContainEqual(expect.objectContaining({ id: first }))
  expect(Math.max(...items.map((item) => (item.kind === 'step' ? item.words.length : 0)))).toBe(80)
})

test('an item is stored as it is, and what is none is left out', () => {
  const doc = createPlanDoc(1)
  const goal = addGoal(doc, { title: 'Post' }, randomness)
  addStep(doc, goal, { what: 'Bellen', when: at('2026-12-01', '09:00'), who: { name: 'Wanda' } }, randomness)
  setConversation(doc, addConversation(doc, 0, randomness), { form: 'video' }, randomness)
  const items = read(doc)
  expect(items.map((item) => parseItem(structuredClone(item)))).toEqual(items)
  const [talk, step] = items
  for (const wrong of [
    null,
    7,
    'x',
    [],
    {},
    { ...talk!, kind: 'party' },
    { ...talk!, id: '../..' },
    { ...step!, goal: 1 },
  ])
    expect(parseItem(wrong)).toBeNull()
  const when = { day: 'morgen', time: '25:99' }
  expect(parseItem({ ...step!, when, words: 7, who: {}, mine: 'yes' })).toMatchObject({
    when: null,
    words: '',
    who: '',
    mine: false,
  })
})

const step = (words: string, when: When | null): AgendaItem => ({
  kind: 'step',
  id: 'aaaaaaaaaaa' as AgendaItem['id'],
  goal: 'bbbbbbbbbbb' as AgendaItem['id'],
  when,
  words,
  who: '',
  mine: false,
})
const wordsIn = (rows: readonly { readonly item: AgendaItem }[]) => wordsOf(rows.map(({ item }) => item))

test('over all plans: what was earlier, today, each day of a week that has something, and later', () => {
  const plans = [
    { title: 'B', agenda: [step('om tien uur', at('2026-11-30', '10:00')), step('te laat', at('2026-11-29'))] },
    { title: 'A', agenda: [step('vandaag', at(TODAY)), step('zondag', at('2026-12-06')), step('ooit', null)] },
    { title: 'C', agenda: [step('maandag', at('2026-12-07')), step('ook vandaag', at(TODAY))] },
    { title: 'D' }, // of an earlier release
  ]
  const { late, days, later } = daysAhead(plans, TODAY)
  expect(wordsIn(late)).toEqual(['te laat'])
  expect(days.map(({ day, rows }) => [day, wordsIn(rows)])).toEqual([
    ['2026-11-30', ['om tien uur', 'vandaag', 'ook vandaag']],
    ['2026-12-06', ['zondag']],
  ])
  expect(wordsIn(later)).toEqual(['maandag'])
  expect(daysAhead([], TODAY).days).toEqual([{ day: TODAY, rows: [] }])
})

test('a week has seven days, also when the clocks change', () => {
  const plans = [{ title: 'A', agenda: [step('zaterdag', at('2026-10-31')), step('zondag', at('2026-11-01'))] }]
  const { days, later } = daysAhead(plans, '2026-10-25' as Day)
  expect(days.map(({ day }) => day)).toEqual(['2026-10-25', '2026-10-31'])
  expect(wordsIn(later)).toEqual(['zondag'])
})

test('the next of a kind is the first that is not over, otherwise the last that was', () => {
  const [was, soon, ooit] = [step('was', at('2026-11-02')), step('straks', at('2026-12-01')), step('ooit', null)]
  expect(nextOf([was, soon], 'step', TODAY)).toBe(soon)
  expect(nextOf([was], 'step', TODAY)).toBe(was)
  expect(nextOf([ooit], 'step', TODAY)).toBe(ooit)
  expect(nextOf([was, soon], 'conversation', TODAY)).toBeNull()
})
