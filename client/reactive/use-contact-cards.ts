/** How people in the open plan like contact, joined by who wrote it down. */
import { contactCardsOf, joinCards, type JoinedCard } from '#domain/contact/contact.ts'
import { isSameWho } from '#domain/plan/who.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { usePlanState } from './use-plan-state.ts'

export const useContactCards = () => {
  const plan = useOpenPlan()
  const all = usePlanState(contactCardsOf)
  const me = { person: plan.me }
  return {
    /** Of a card about me it may not be known yet that another device of mine wrote it. */
    cards: (): readonly JoinedCard[] =>
      joinCards(
        all(),
        ({ maker, who }) => (maker === null ? null : plan.personAt(maker)) ?? (isSameWho(who, me) ? plan.me : null),
      ),
    isMine: ({ who, author }: JoinedCard): boolean => author === plan.me && isSameWho(who, me),
  }
}
