/** The latest wheels: each person's latest one that is not empty. */
import { type CheckIn, checkInsOf } from './check-ins.ts'
import { TOPICS } from '../document/choices.ts'
import { memoizeOne } from '../document/memoize.ts'
import { inTime, type Times } from '../document/moments.ts'
import type { PlanState } from '../document/plan-state.ts'
import { whoKey } from '../plan/who.ts'

/** The latest wheels, the newest first. */
export const latestWheelsOf = (plan: PlanState, times: Times | null = null): readonly CheckIn[] =>
  latestOf(inTime(checkInsOf(plan), times))

/** The same from a list with the newest first; wheels that were set aside do not count. */
export const latestOf = memoizeOne((checkIns: readonly CheckIn[]): readonly CheckIn[] => {
  const latest = new Map<string, CheckIn>()
  for (const checkIn of checkIns) {
    const who = whoKey(checkIn.who)
    if (!latest.has(who) && checkIn.aside === null && isFilled(checkIn)) latest.set(who, checkIn)
  }
  return [...latest.values()]
})

/** Whether a wheel has content; one that was begun and left empty does not count. */
export const isFilled = ({ finished, topics }: CheckIn): boolean =>
  finished || TOPICS.some((topic) => hasAny(topics[topic]))

export const hasAny = ({ score, note, talkAbout }: CheckIn['topics']['own']): boolean =>
  score.length > 0 || note !== '' || talkAbout
