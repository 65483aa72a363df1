/** The latest wheel of each person in the open plan. */
import { sameList } from '#domain/document/memoize.ts'
import { latestWheelsOf } from '#domain/wheel/latest-wheels.ts'
import { toTalkList } from '#domain/wheel/talk-list.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { usePlatform } from './use-platform.ts'
import { usePlanState } from './use-plan-state.ts'

export const useLatestWheels = () => {
  const plan = useOpenPlan()
  const platform = usePlatform()
  const wheels = usePlanState((state) => latestWheelsOf(state, platform.now()), sameList)
  const isOwner = (who: object) =>
    'person' in who && plan.members().some(({ person, role }) => person === who.person && role === 'owner')
  return {
    /** The wheel to show first: the owner's, whom the plan is about; until they have one, another person's. */
    shown: () => wheels().find(({ who }) => isOwner(who)) ?? wheels()[0],
    talk: () => toTalkList(wheels()),
  }
}
