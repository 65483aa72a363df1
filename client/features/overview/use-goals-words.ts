/** Open goals with their open steps: what, who, by when, how. The next step is marked. */
import type { Accessor } from 'solid-js'
import { toStepWords } from '#wording/step-words.ts'
import { byWhen } from '#domain/document/when.ts'
import { settled } from '#domain/document/fields.ts'
import { type Goal, goalsOf } from '#domain/goals/goals.ts'
import type { Step } from '#domain/goals/steps.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { SOME } from '#reactive/use-some.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import type { Block, GoalWords } from './blocks.tsx'

/** More goals are a list, which has its own screen. */
const MOST_GOALS = 3

const hasEnded = (status: string | null): boolean => status === 'completed' || status === 'cancelled'
const isOpen = (one: Goal | Step): boolean => one.aside === null && !hasEnded(settled<string>(one.status))

export const useGoalsWords = (): Accessor<readonly Block[]> => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const all = usePlanState(goalsOf)
  const toGoal = ({ title, steps }: Goal, first: string | undefined): GoalWords => {
    const inView = steps.filter((step) => step.aside === null)
    const done = inView.filter((step) => settled(step.status) === 'completed').length
    return {
      title: title || copy().goals.noTitle,
      steps: steps
        .filter(isOpen)
        .slice(0, SOME)
        .map((step) => ({
          what: step.what,
          details: toStepWords(copy(), step, plan.members(), platform.now()),
          mark: step.id === first ? copy().overview.next : '',
        })),
      soft: inView.length === 0 ? copy().overview.noSteps : done > 0 ? copy().overview.doneSteps(done) : '',
    }
  }
  return () => {
    const goals = all().filter(isOpen)
    if (goals.length === 0) return [{ is: 'soft', text: copy().overview.empty.goals }]
    const first = goals
      .flatMap(({ steps }) => steps.filter(isOpen))
      .flatMap((step) => {
        const when = settled(step.when)
        return when === null ? [] : [{ id: step.id, when }]
      })
      .toSorted((a, b) => byWhen(a.when, b.when))[0]?.id
    const rest = goals.length - MOST_GOALS
    return [
      { is: 'goals', goals: goals.slice(0, MOST_GOALS).map((goal) => toGoal(goal, first)) },
      ...(rest > 0 ? [{ is: 'soft', text: copy().overview.moreGoals(rest) } as const] : []),
    ]
  }
}
