/** Whose the open plan is, to whoever reads it. */
import type { Accessor } from 'solid-js'
import { memberOf } from '#domain/plan/names.ts'
import type { Who } from '#domain/plan/who.ts'
import type { WhosePlan } from '#wording/whose-plan.ts'
import { useOpenPlan } from './use-open-plan.ts'

export const useWhosePlan = (): Accessor<WhosePlan> => {
  const plan = useOpenPlan()
  return () => {
    const person = plan.planPerson()
    if (person === null) return { name: 'nobodys' }
    if (person === plan.me) return { name: 'mine' }
    const name = memberOf(plan.members(), person)?.name ?? ''
    return name === '' ? { name: 'nobodys' } : { name: 'theirs', person: name }
  }
}

/** The plan's person first, then as they were: for lists of what each person filled in. */
export const usePersonFirst = (): (<Of extends { readonly who: Who }>(all: readonly Of[]) => readonly Of[]) => {
  const plan = useOpenPlan()
  return (all) => {
    const person = plan.planPerson()
    const isTheirs = ({ who }: { readonly who: Who }): boolean =>
      person !== null && 'person' in who && plan.currentPerson(who.person) === person
    return [...all.filter(isTheirs), ...all.filter((one) => !isTheirs(one))]
  }
}
