/** The latest wheel of each person in the open plan. */
import { sameList } from '#domain/document/memoize.ts'
import { latestWheelsOf } from '#domain/wheel/latest-wheels.ts'
import { toTalkList } from '#domain/wheel/talk-list.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { usePlanState } from './use-plan-state.ts'
import { useTimes } from './use-times.ts'

export const useLatestWheels = () => {
  const plan = useOpenPlan()
  const times = useTimes()
  const wheels = usePlanState((state) => latestWheelsOf(state, times()), sameList)
  const isOwner = (who: object) =>
    'person' in who && plan.members().some(({ person, role }) => person === who.person && role === 'owner')
  return {
    /** The wheel to show first: the owner's, whom the plan is about; until they have one, another person's. */
    shown: () => wheels().find(({ who }) => isOwner(who)) ?? wheels()[0],
    talk: () => toTalkList(wheels()),
  }
}
