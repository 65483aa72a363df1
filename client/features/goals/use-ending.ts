/** Who may decide that a goal ends, on every screen that asks: nobody ends a goal of two people alone. */
import { agreeEnding, type Outcome, proposeEnding } from '#domain/goals/endings.ts'
import type { Goal } from '#domain/goals/goals.ts'
import { useGoalWords } from './use-goal-words.ts'

export const useEnding = (goal: () => Goal) => {
  const { plan, randomness, now } = useGoalWords()
  const alone = () => plan.members().filter(({ role }) => role !== 'reader').length < 2
  const agree = (outcome: Outcome): void => agreeEnding(plan.doc, goal().id, outcome, now(), randomness)
  return {
    alone,
    agree,
    /** The proposer cannot agree; if the proposer is unknown, it has to be proposed again. */
    mayAgree(): boolean {
      const { ending } = goal()
      const proposer = ending && plan.personAt(ending.client)
      return alone() || (proposer !== null && proposer !== plan.me)
    },
    decide(outcome: Outcome): void {
      if (alone()) agree(outcome)
      else proposeEnding(plan.doc, goal().id, outcome, now(), randomness)
    },
  }
}
