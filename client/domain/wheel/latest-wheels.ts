/** The wheels that say how things stand: of each person the latest with something in it. */
import { type CheckIn, checkInsOf } from './check-ins.ts'
import { TOPICS } from '../document/choices.ts'
import { memoizeOne } from '../document/memoize.ts'
import type { PlanState } from '../document/plan-state.ts'
import { whoKey } from '../plan/who.ts'

/** The latest first. */
export const latestWheelsOf = (plan: PlanState): readonly CheckIn[] => latestOf(checkInsOf(plan))

/** Of wheels of which the latest stands first; what was set aside says nothing. */
export const latestOf = memoizeOne((checkIns: readonly CheckIn[]): readonly CheckIn[] => {
  const latest = new Map<string, CheckIn>()
  for (const checkIn of checkIns) {
    const who = whoKey(checkIn.who)
    if (!latest.has(who) && checkIn.aside === null && isFilled(checkIn)) latest.set(who, checkIn)
  }
  return [...latest.values()]
})

/** Begun and left empty says nothing about how things stand. */
export const isFilled = ({ finished, topics }: CheckIn): boolean =>
  finished || TOPICS.some((topic) => hasAny(topics[topic]))

export const hasAny = ({ score, note, talkAbout }: CheckIn['topics']['own']): boolean =>
  score.length > 0 || note !== '' || talkAbout
