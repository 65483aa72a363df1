/** How things stand on the wheels of the open plan. */
import { sameList } from '#domain/document/memoize.ts'
import { latestWheelsOf } from '#domain/wheel/latest-wheels.ts'
import { toTalkList } from '#domain/wheel/talk-list.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { usePlanState } from './use-plan-state.ts'

export const useLatestWheels = () => {
  const plan = useOpenPlan()
  const wheels = usePlanState(latestWheelsOf, sameList)
  const isOwner = (who: object) =>
    'person' in who && plan.members().some(({ person, role }) => person === who.person && role === 'owner')
  return {
    /** The plan is about its owner; until they have a wheel, it is another's. */
    shown: () => wheels().find(({ who }) => isOwner(who)) ?? wheels()[0],
    talk: () => toTalkList(wheels()),
  }
}
