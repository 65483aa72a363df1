/** Whose wheel is shown, of when, and who filled it in for them: for every place that shows one without its screen. */
import type { PlanCopy } from '#copy/languages.ts'
import type { Authors } from '#domain/document/own-words.ts'
import type { CheckIn } from '#domain/wheel/check-ins.ts'
import { toWhoName, toWhoWithin } from './names.ts'
import { toFilledInBy } from './written-by.ts'

export const toWheelTitle = (
  copy: PlanCopy,
  checkIn: Pick<CheckIn, 'who' | 'at' | 'writers'>,
  plan: Authors & { members(): Parameters<typeof toWhoName>[2] },
  now: number,
): string => {
  const title = copy.overview.wheelOf(toWhoName(copy, checkIn.who, plan.members()), checkIn.at, now)
  const by = toFilledInBy(copy, checkIn, plan, (who) => toWhoWithin(copy, who, plan.members()))
  return by === null ? title : `${title} · ${by}`
}
