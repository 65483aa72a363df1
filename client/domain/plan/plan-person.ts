/**
 * Whose plan it is: the person whom "my story" and "my wheel" mean. The signed records say it, so no member can claim a plan, and
 * plans of earlier releases say it too.
 */
import type { PersonId } from '#shared/protocol/ids.ts'

/** People as who they are now. */
export type PlanOrigin = {
  readonly founder: PersonId
  readonly owners: readonly PersonId[]
  /** From whom to whom the plan was handed over, each giver once. */
  readonly handedOver: ReadonlyMap<PersonId, PersonId>
  /** Whether the founder began it for somebody who is still to come. */
  readonly forSomeone: boolean
}

/** `null`: nobody's yet, or nobody's any more. Whoever the plan is of decides about it: else it is the only other owner's. */
export const planPersonOf = ({ founder, owners, handedOver, forSomeone }: PlanOrigin): PersonId | null => {
  const givers = new Set<PersonId>()
  let person = founder
  for (let to = handedOver.get(person); to !== undefined && !givers.has(person); to = handedOver.get(person)) {
    givers.add(person)
    person = to
  }
  const isStillToCome = forSomeone && person === founder
  if (!isStillToCome && owners.includes(person)) return person
  const others = owners.filter((owner) => !givers.has(owner) && owner !== (isStillToCome ? founder : null))
  return others.length === 1 ? (others[0] ?? null) : null
}
