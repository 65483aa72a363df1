/** People's names in the sentences of the history: "you", a member's, or that of a person who takes part no more. */
import { looksLike, memberOf, toDrawnName } from '#domain/plan/names.ts'
import { readPerson } from '#domain/plan/people.ts'
import { parsePersonId } from '#shared/protocol/ids.ts'
import type { NamesOf } from '#wording/history.ts'
import { usePlanCopy } from './use-plan-copy.ts'
import { useOpenPlan } from './use-open-plan.ts'

export const useNames = (): NamesOf => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const isMine = (id: string | null): boolean => id === plan.me || memberOf(plan.members(), id)?.me === true
  const nameOf = (id: string | null, you: string, nameless: string): string => {
    const member = memberOf(plan.members(), id)
    if (isMine(id)) return you
    if (member !== undefined) return member.name || nameless
    const person = parsePersonId(id ?? '')
    const known = person === null ? '' : toDrawnName(readPerson(plan.doc, person, plan).name)
    if (known === '') return nameless
    return looksLike(known, plan.members()) ? copy().history.formerly(known) : known
  }
  /** Of somebody outside the plan. */
  const nameOutside = (given: string, nameless: string): string => {
    const name = toDrawnName(given) || nameless
    return looksLike(name, plan.members()) ? copy().general.noMember(name) : name
  }
  const start = () => [copy().general.you, copy().general.nameless] as const
  const within = () => [copy().general.youWithin, copy().general.namelessWithin] as const
  return {
    person: (id) => nameOf(id, ...start()),
    who: (who) => ('name' in who ? nameOutside(who.name, start()[1]) : nameOf(who.person, ...start())),
    within: (who) => ('name' in who ? nameOutside(who.name, within()[1]) : nameOf(who.person, ...within())),
    isMe: (who) => 'person' in who && isMine(who.person),
  }
}
