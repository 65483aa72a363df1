/** The latest wheel of each person in the open plan. */
import { sameList } from '#domain/document/memoize.ts'
import { latestWheelsOf } from '#domain/wheel/latest-wheels.ts'
import { toTalkList } from '#domain/wheel/talk-list.ts'
import type { Who } from '#domain/plan/who.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { usePlanState } from './use-plan-state.ts'
import { useTimes } from './use-times.ts'

export const useLatestWheels = () => {
  const plan = useOpenPlan()
  const times = useTimes()
  const wheels = usePlanState((state) => latestWheelsOf(state, times()), sameList)
  const isOf = (who: Who, person: PersonId): boolean => 'person' in who && plan.currentPerson(who.person) === person
  return {
    /** The wheel of the person of the plan, and of nobody else: it stands under their name. While the plan is nobody's, the latest. */
    shown: () => {
      const person = plan.planPerson()
      return person === null ? wheels()[0] : wheels().find(({ who }) => isOf(who, person))
    },
    talk: () => toTalkList(wheels()),
  }
}
