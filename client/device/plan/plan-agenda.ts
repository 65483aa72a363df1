/** What is to come in a plan, as the row of the home screen holds it, with the names that screens show. */
import { agendaOf } from '#domain/agenda/agenda.ts'
import type { AgendaItem } from '#domain/agenda/agenda-item.ts'
import { toDay } from '#domain/document/days.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { readPlan } from '#domain/document/read-plan.ts'
import { memberOf, toDrawnName } from '#domain/plan/names.ts'
import type { Who } from '#domain/plan/who.ts'
import type { Member } from '#ports/open-plan.ts'

/** `now`: ms since epoch. */
export const readPlanAgenda = (doc: PlanDoc, members: readonly Member[], now: number): readonly AgendaItem[] => {
  const member = (who: Who) => ('person' in who ? memberOf(members, who.person) : undefined)
  return agendaOf(readPlan(doc), {
    today: toDay(now),
    isMe: (who) => member(who)?.me === true,
    nameOf: (who) => ('name' in who ? toDrawnName(who.name) : (member(who)?.name ?? '')),
  })
}
