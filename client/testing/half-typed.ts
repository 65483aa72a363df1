/** What somebody left on a device in the middle of typing, for previews. */
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { readGoals } from '#domain/goals/goals.ts'

/** What was half typed, too much, or did not fit. */
export const halfTyped = (doc: PlanDoc): Readonly<Record<string, string>> => {
  const goal = readGoals(doc)[0]?.id ?? ''
  const long = 'Ik wil er nog over nadenken, want het gaat me eigenlijk te snel. '
  return {
    'wish/new': 'Een hond om mee te wan',
    [`goal/${goal}/step`]: 'Bellen met de arbeidsongeschiktheidsverzeke',
    [`answer/${goal}/words`]: long.repeat(10),
    [`goal/${goal}/why/rest`]: long.repeat(4),
    'plan/title': 'Weer onder de men',
    'start/title': 'Weer onder de men',
    'person/name': 'An',
  }
}
