/** People's names at the beginning of a sentence: "you", a member's, or that of a person who takes part no more. */
import { looksLike, memberOf, toDrawnName } from '#domain/plan/names.ts'
import { readPerson } from '#domain/plan/people.ts'
import { parsePersonId } from '#shared/protocol/ids.ts'
import { useCopy } from './use-copy.ts'
import { useOpenPlan } from './use-open-plan.ts'

export const useNames = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const nameOf = (id: string | null): string => {
    if (id === plan.me) return copy().general.you
    const member = memberOf(plan.members(), id)
    if (member !== undefined) return member.name || copy().general.nameless
    const person = parsePersonId(id ?? '')
    const known = person === null ? '' : toDrawnName(readPerson(plan.doc, person, plan).name)
    return known === '' ? copy().general.nameless : copy().history.formerly(known)
  }
  /** Of somebody outside the plan. */
  const nameOutside = (given: string): string => {
    const name = toDrawnName(given) || copy().general.nameless
    return looksLike(name, plan.members()) ? copy().general.noMember(name) : name
  }
  return {
    person: nameOf,
    who: (who: { readonly person: string } | { readonly name: string }): string =>
      'name' in who ? nameOutside(who.name) : nameOf(who.person),
  }
}
