/**
 * What is still to come in one plan: conversations and steps with their day and time, for the list of all plans. It is kept with
 * that list, so that a worker's day is there without opening any plan. It knows no clock but the day that it is told.
 */
import type { ContactForm } from '../document/choices.ts'
import type { Day } from '../document/days.ts'
import { settled } from '../document/fields.ts'
import type { PlanState } from '../document/plan-state.ts'
import { toLine } from '../document/plain.ts'
import { byWhen, type When } from '../document/when.ts'
import { conversationsOf } from '../conversations/conversations.ts'
import { isOutcome, outcomeOf } from '../goals/endings.ts'
import { goalsOf } from '../goals/goals.ts'
import type { Who } from '../plan/who.ts'
import type { AgendaItem } from './agenda-item.ts'

export type AgendaOptions = {
  readonly today: Day
  isMe(who: Who): boolean
  nameOf(who: Who): string
}

/** The most of each kind with a day: what comes, and the last that should have been. One plan in a list of sixty holds no more. */
const [MOST_COMING, MOST_LATE] = [30, 10]
/** In characters: two lines at 320 px. */
const WORDS_LIMIT = 80

export const agendaOf = (plan: PlanState, options: AgendaOptions): readonly AgendaItem[] => [
  ...bound(conversationItems(plan), options.today),
  ...bound(stepItems(plan, options), options.today),
]

/** Those to come; where nobody has prepared the next contact, the agreement at the end of the last conversation. */
const conversationItems = (plan: PlanState): readonly AgendaItem[] => {
  const all = conversationsOf(plan).filter(({ aside }) => aside === null)
  const coming = all.filter(({ held }) => !held)
  const prepared = coming.map(({ id, when, form }) => toTalk(id, settled(when), settled(form), true))
  const last = all.filter(({ held }) => held).toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))[0]
  const next = last === undefined ? null : settled(last.nextWhen)
  if (last === undefined || next === null || coming.length > 0) return prepared
  return [toTalk(last.id, next, settled(last.nextForm), false)]
}

const dayOf = ({ day }: { readonly day: readonly (Day | null)[] }): string => settled(day) ?? ''

const toTalk = (
  conversation: AgendaItem['id'],
  when: When | null,
  form: ContactForm | null,
  prepared: boolean,
): AgendaItem => ({ kind: 'conversation', id: conversation, when, form, prepared })

/** Steps with a day; where none has one, the first that is open. */
const stepItems = (plan: PlanState, { isMe, nameOf }: AgendaOptions): readonly AgendaItem[] => {
  const open = goalsOf(plan)
    .filter(({ aside, status }) => aside === null && outcomeOf(status) === null)
    .flatMap(({ steps }) => steps)
    .filter(({ aside, status }) => aside === null && !(status.length === 1 && isOutcome(settled(status))))
    .map((step): AgendaItem => {
      const who = settled(step.who)
      const words = toLine(step.what, WORDS_LIMIT) ?? ''
      const [mine, name] = who === null ? [false, ''] : [isMe(who), nameOf(who)]
      return { kind: 'step', id: step.id, goal: step.goal, when: settled(step.when), words, who: name, mine }
    })
  const dated = open.filter(({ when }) => when !== null)
  return dated.length > 0 ? dated : open.slice(0, 1)
}

const bound = (items: readonly AgendaItem[], today: Day): readonly AgendaItem[] => {
  const sorted = items.toSorted((a, b) => (a.when && b.when ? byWhen(a.when, b.when) : a.when ? -1 : b.when ? 1 : 0))
  const late = sorted.filter(({ when }) => when !== null && when.day < today)
  const coming = sorted.filter(({ when }) => when === null || when.day >= today)
  return [...late.slice(-MOST_LATE), ...coming.slice(0, MOST_COMING)]
}
