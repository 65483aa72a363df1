/** What is to come in plans, by a number: for previews and screen tests. */
import type { AgendaItem } from '#domain/agenda/agenda-item.ts'
import { toDay } from '#domain/document/days.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { parseWhen, type When } from '#domain/document/when.ts'
import { MINUTE_MS, NOW } from './fake-plan.ts'

const DAY_MS = 24 * 60 * MINUTE_MS
const STEPS = ['Bellen met de gemeente', 'Samen de brief van de woningstichting lezen', 'Kijken bij de buurttuin']

const id = (of: string, index: number): EntityId => `${of}${String(index).padStart(11 - of.length, '0')}` as EntityId
export const inDays = (days: number, clock = ''): When => parseWhen(toDay(NOW + days * DAY_MS), clock)!

export const talk = (index: number, when: When | null, prepared = true): AgendaItem => ({
  kind: 'conversation',
  id: id('talk', index),
  when,
  form: index % 2 === 0 ? 'phone' : 'together',
  prepared,
})
export const step = (index: number, when: When | null, mine = false): AgendaItem => ({
  kind: 'step',
  id: id('step', index),
  goal: id('goal', index),
  when,
  words: STEPS[index % STEPS.length] ?? '',
  who: mine ? 'Wanda' : 'Ans',
  mine,
})

export const agendaAt = (index: number): readonly AgendaItem[] => [
  ...(index % 3 === 0 ? [talk(index, inDays((index % 9) - 1, index % 2 === 0 ? '10:30' : '14:00'))] : []),
  ...(index % 7 === 0 ? [talk(index + 100, inDays(3), false)] : []),
  ...(index % 2 === 0 ? [step(index, inDays((index % 13) - 2), index % 4 === 0)] : [step(index, null)]),
]
