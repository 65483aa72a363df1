/**
 * What people count as one wheel: one that was filled in, and what corrected it in the same sitting. A correction on another day is
 * another moment, and so is a wheel that corrects none.
 */
import { type CheckIn, checkInsOf } from './check-ins.ts'
import type { EntityId } from '../document/entity-id.ts'
import { memoizeOne } from '../document/memoize.ts'
import type { PlanState } from '../document/plan-state.ts'
import { isSameWho } from '../plan/who.ts'

/** From the beginning of a wheel to that of its correction, in ms: a conversation with a wheel in it lasts no longer. */
const SITTING_MS = 2 * 60 * 60_000

/** `to` corrects `from` in the same sitting. Later, so that no two correct each other. */
const isOfSitting = (from: CheckIn, to: CheckIn): boolean =>
  to.corrects === from.id && to.at > from.at && to.at - from.at <= SITTING_MS && isSameWho(from.who, to.who)

const byId = memoizeOne(
  (checkIns: readonly CheckIn[]): ReadonlyMap<EntityId, CheckIn> => new Map(checkIns.map((one) => [one.id, one])),
)

/** The wheel that a sitting began with; the same for its corrections. */
export const firstOfSitting = (plan: PlanState, id: EntityId): EntityId => {
  const known = byId(checkInsOf(plan))
  for (let wheel = known.get(id); ;) {
    const before = wheel?.corrects ? known.get(wheel.corrects) : undefined
    if (wheel === undefined || before === undefined || !isOfSitting(before, wheel)) return wheel?.id ?? id
    wheel = before
  }
}

/** Without those in whose place a finished correction of the same sitting stands. */
export const withoutCorrected = memoizeOne((checkIns: readonly CheckIn[]): readonly CheckIn[] => {
  const known = byId(checkIns)
  const corrected = new Set(
    checkIns.flatMap((wheel) => {
      const before = wheel.corrects === null ? undefined : known.get(wheel.corrects)
      const stands = before !== undefined && wheel.finished && wheel.aside === null && isOfSitting(before, wheel)
      return stands ? [before.id] : []
    }),
  )
  return checkIns.filter(({ id }) => !corrected.has(id))
})
