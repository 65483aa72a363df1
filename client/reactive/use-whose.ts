/** The owner of something, as worded after "of": this person, a member, a former member, or unknown. */
import { memberOf, toDrawnName } from '#domain/plan/names.ts'
import { readPerson } from '#domain/plan/people.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { usePlanCopy } from './use-plan-copy.ts'
import { useOpenPlan } from './use-open-plan.ts'

export const useWhose = (): ((person: PersonId | null) => string) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  return (person) => {
    const words = copy().alarms
    if (person === null) return words.somebody
    const member = memberOf(plan.members(), person)
    if (person === plan.me || member?.me === true) return copy().general.youWithin
    return member === undefined
      ? words.gone(toDrawnName(readPerson(plan.doc, person, plan).name))
      : member.name || copy().general.namelessWithin
  }
}
