/** The contact cards of the people in the open plan, joined by author. */
import { contactCardsOf, joinCards, type JoinedCard } from '#domain/contact/contact.ts'
import { createMemo } from 'solid-js'
import { whoNow } from '#domain/plan/hands.ts'
import { isSameWho } from '#domain/plan/who.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { usePlanState } from './use-plan-state.ts'

export const useContactCards = () => {
  const plan = useOpenPlan()
  const all = usePlanState(contactCardsOf)
  const me = { person: plan.me }
  return {
    /** The joined cards. A card about this person may not be known yet as the work of another own device. */
    cards: createMemo((): readonly JoinedCard[] =>
      joinCards(
        all(),
        plan,
        ({ maker, who }) =>
          (maker === null ? null : plan.personAt(maker)) ?? (isSameWho(whoNow(who, plan), me) ? plan.me : null),
      ),
    ),
    isMine: ({ who, author }: JoinedCard): boolean => author === plan.me && isSameWho(who, me),
  }
}
