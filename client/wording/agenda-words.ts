/** What is to come in a plan, in a few words, and the plans of which it is said. */
import type { AgendaItem } from '#domain/agenda/agenda-item.ts'
import type { PlanSummary } from '#ports/device.ts'
import type { FirstCopy } from '#copy/languages.ts'

/** A plan that was put away, or in which this person takes no part any more, asks for nothing. */
export const isGoingOn = ({ archived, circle }: PlanSummary): boolean => !archived && (circle?.ended ?? null) === null

export const toItemName = (copy: FirstCopy, item: AgendaItem): string => {
  if (item.kind === 'step') return item.words || copy.goals.noWords
  const name = item.prepared ? copy.conversations.title : copy.today.agreed
  return item.form === null ? name : `${name} · ${copy.conversations.forms[item.form]}`
}
