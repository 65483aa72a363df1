/** How things stand on the wheels of the open plan. */
import { readLatestWheels } from '#domain/wheel/latest-wheels.ts'
import { readTalkList } from '#domain/wheel/talk-list.ts'
import { followDoc, sameContent } from './follow-doc.ts'
import { useOpenPlan } from './use-open-plan.ts'

export const useLatestWheels = () => {
  const plan = useOpenPlan()
  const wheels = followDoc(plan.doc, readLatestWheels, sameContent)
  const isOwner = (who: object) =>
    'person' in who && plan.members().some(({ person, role }) => person === who.person && role === 'owner')
  return {
    /** The plan is about its owner; until they have a wheel, it is another's. */
    shown: () => wheels().find(({ who }) => isOwner(who)) ?? wheels()[0],
    talk: () => readTalkList(wheels()),
  }
}
