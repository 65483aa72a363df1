/** Which plans are shown, and in which order. Pure: plans and a choice in, plans out. */
import type { Day } from '#domain/document/days.ts'
import { foldText, toSearched } from '#domain/search/fold-text.ts'
import type { PlanSummary } from '#ports/device.ts'
import { isWaiting } from './is-waiting.ts'

export const SHOWS = ['all', 'new', 'unshared', 'archived'] as const
export const ORDERS = ['opened', 'next', 'news', 'name'] as const
export type HomeView = { readonly show: (typeof SHOWS)[number]; readonly order: (typeof ORDERS)[number] }

export const FIRST_VIEW: HomeView = { show: 'all', order: 'opened' }

/** As stored on this device; unknown words count as the default. */
export const parseHomeView = (text: string | null): HomeView => {
  const [show, order] = (text ?? '').split(' ')
  return {
    show: SHOWS.find((one) => one === show) ?? FIRST_VIEW.show,
    order: ORDERS.find((one) => one === order) ?? FIRST_VIEW.order,
  }
}
export const formatHomeView = ({ show, order }: HomeView): string => `${show} ${order}`

export const isShown = (plan: PlanSummary, show: HomeView['show']): boolean => {
  if (plan.archived !== (show === 'archived')) return false
  if (show === 'new') return plan.news.length > 0 || (plan.circle?.newcomers.length ?? 0) > 0
  return show !== 'unshared' || isWaiting(plan)
}

/** What is searched first, folded. */
export const toTitleAndNames = ({ title, people }: PlanSummary): string =>
  foldText([title, ...people.map(({ name }) => name)].join(' '))

const newsAt = ({ news }: PlanSummary): number => Math.max(0, ...news.map(({ at }) => at ?? 1))

/** When something comes in it next, as text that sorts like that; what has no day comes last. */
const nextAt = ({ agenda = [] }: PlanSummary, today: Day): string =>
  agenda
    .flatMap(({ when }) => (when === null || when.day < today ? [] : [when.time ?? `${when.day}~`]))
    .toSorted()[0] ?? '~'

/** Every word of `search` is in the title or in a member's name. */
export const findPlans = (
  plans: readonly PlanSummary[],
  search: string,
  { show, order }: HomeView,
  locale: string,
  today: Day,
): readonly PlanSummary[] => {
  const words = toSearched(search)
  const found = plans.filter((plan) => {
    const text = toTitleAndNames(plan)
    return isShown(plan, show) && words.every((word) => text.includes(word))
  })
  const byOpened = (a: PlanSummary, b: PlanSummary): number => b.openedAt - a.openedAt
  const byName = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  switch (order) {
    case 'opened':
      return found.toSorted(byOpened)
    case 'next':
      return found.toSorted((a, b) =>
        nextAt(a, today) < nextAt(b, today) ? -1 : nextAt(a, today) > nextAt(b, today) ? 1 : byOpened(a, b),
      )
    case 'news':
      return found.toSorted((a, b) => newsAt(b) - newsAt(a) || byOpened(a, b))
    case 'name':
      return found.toSorted((a, b) => byName.compare(a.title, b.title) || byOpened(a, b))
  }
}
