/** The days ahead over all plans: what should have been, today, the rest of a week, and later. Pure: lists and a day in, lists out. */
import { type Day, dayToMs, toDay } from '../document/days.ts'
import { byWhen, type When } from '../document/when.ts'
import type { AgendaItem } from './agenda-item.ts'

type Listed = { readonly title: string; readonly agenda?: readonly AgendaItem[] }
type Dated = AgendaItem & { readonly when: When }
export type AgendaRow<Plan> = { readonly plan: Plan; readonly item: Dated }
export type DaysAhead<Plan> = {
  readonly late: readonly AgendaRow<Plan>[]
  /** Today, also when it is empty, and the days of a week that are not. */
  readonly days: readonly { readonly day: Day; readonly rows: readonly AgendaRow<Plan>[] }[]
  readonly later: readonly AgendaRow<Plan>[]
}

/** Today and the six days after it: a week at work. */
const DAYS = 7

export const daysAhead = <Plan extends Listed>(plans: readonly Plan[], today: Day): DaysAhead<Plan> => {
  const rows = plans
    .flatMap((plan) =>
      (plan.agenda ?? []).flatMap((item) => (item.when === null ? [] : [{ plan, item: { ...item, when: item.when } }])),
    )
    .toSorted((a, b) => byWhen(a.item.when, b.item.when) || (a.plan.title < b.plan.title ? -1 : 1))
  const week = Array.from({ length: DAYS }, (_, after) => addDays(today, after))
  const last = week.at(-1) ?? today
  return {
    late: rows.filter(({ item }) => item.when.day < today),
    days: week
      .map((day) => ({ day, rows: rows.filter(({ item }) => item.when.day === day) }))
      .filter(({ day, rows: onDay }) => day === today || onDay.length > 0),
    later: rows.filter(({ item }) => item.when.day > last),
  }
}

/** By noon, which every day has, also where clocks change. */
const addDays = (day: Day, count: number): Day => {
  const noon = new Date(dayToMs(day))
  noon.setDate(noon.getDate() + count)
  return toDay(noon.getTime())
}

/** The next of a kind: the first that is not over, otherwise the last that should have been. */
export const nextOf = (agenda: readonly AgendaItem[], kind: AgendaItem['kind'], today: Day): AgendaItem | null => {
  const all = agenda.filter((item) => item.kind === kind)
  return all.find(({ when }) => when === null || when.day >= today) ?? all.at(-1) ?? null
}
