/** The latest wheels: each person's latest one that is not empty. */
import { type CheckIn, checkInsOf } from './check-ins.ts'
import { TOPICS } from '../document/choices.ts'
import { memoizeOne } from '../document/memoize.ts'
import type { PlanState } from '../document/plan-state.ts'
import { whoKey } from '../plan/who.ts'

/** The latest wheels, the newest first. */
export const latestWheelsOf = (plan: PlanState, now?: number): readonly CheckIn[] =>
  latestOf(inTime(checkInsOf(plan), now))

/** How far a clock may be ahead. */
const AHEAD_MS = 24 * 3_600_000

/**
 * Wheels with the newest first, those of a later day behind all others: whoever dates one years ahead would else have it stay the
 * latest of that person until then. Without a `now`, as they are dated.
 */
export const inTime = (checkIns: readonly CheckIn[], now = Number.POSITIVE_INFINITY): readonly CheckIn[] => {
  const first = checkIns.findIndex(({ at }) => at <= now + AHEAD_MS)
  return first <= 0 ? checkIns : [...checkIns.slice(first), ...checkIns.slice(0, first)]
}

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
