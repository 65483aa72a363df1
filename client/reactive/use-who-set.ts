/** Who set a field of the plan, as a sentence begins with them; `null`: nobody knows, as while a log is still being read. */
import type { Accessor } from 'solid-js'
import { choicesOf } from '#domain/document/fields.ts'
import { toWhoName } from '#wording/names.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { usePlanCopy } from './use-plan-copy.ts'
import { usePlanState } from './use-plan-state.ts'

/** Of several at once, another than the reader, who knows of themself. */
export const useWhoSet = (owner: Accessor<string>, field: string): Accessor<string | null> => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const choices = usePlanState((state) => choicesOf(state, owner(), field))
  return () => {
    const people = choices().flatMap(({ client }) => plan.personAt(client) ?? [])
    const person = people.find((one) => one !== plan.me) ?? people[0]
    return person === undefined ? null : toWhoName(copy(), { person }, plan.members())
  }
}
