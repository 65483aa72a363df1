/** Open goals with their open steps: what, who, by when, how. The next step is marked. */
import { For, Show } from 'solid-js'
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
import { Dotted } from '#ui/dotted.tsx'
import { ForId } from '#ui/for-id.tsx'

/** More goals are a list, which has its own screen. */
const MOST_GOALS = 3

const hasEnded = (status: string | null): boolean => status === 'completed' || status === 'cancelled'
const isOpen = (one: Goal | Step): boolean => one.aside === null && !hasEnded(settled<string>(one.status))

export const GoalsPart = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const all = usePlanState(goalsOf)
  const goals = () => all().filter(isOpen)
  const rest = () => goals().length - MOST_GOALS
  const first = () =>
    goals()
      .flatMap(({ steps }) => steps.filter(isOpen))
      .flatMap((step) => {
        const when = settled(step.when)
        return when === null ? [] : [{ id: step.id, when }]
      })
      .toSorted((a, b) => byWhen(a.when, b.when))[0]?.id
  return (
    <Show when={goals().length > 0} fallback={<p class="soft">{copy().overview.empty.goals}</p>}>
      <ul class="ov-goals">
        <ForId each={goals().slice(0, MOST_GOALS)} by={(goal) => goal.id}>
          {(goal) => (
            <li class="ov-goal">
              <h3 dir="auto" translate="no">
                {goal().title || copy().goals.noTitle}
              </h3>
              <Show
                when={goal().steps.some((step) => step.aside === null)}
                fallback={<p class="soft">{copy().overview.noSteps}</p>}
              >
                <ul class="ov-steps">
                  <For each={goal().steps.filter(isOpen).slice(0, SOME)}>
                    {(step) => (
                      <li class="ov-step">
                        <Show when={step.id === first()}>
                          <span class="ov-first">{copy().overview.next}</span>
                        </Show>
                        <span dir="auto" translate="no">
                          {step.what}
                        </span>
                        <span class="soft" dir="auto">
                          <Dotted texts={toStepWords(copy(), step, plan.members(), platform.now())} />
                        </span>
                      </li>
                    )}
                  </For>
                </ul>
                <Show
                  when={
                    goal().steps.filter((step) => step.aside === null && settled(step.status) === 'completed').length
                  }
                >
                  {(count) => <p class="soft">{copy().overview.doneSteps(count())}</p>}
                </Show>
              </Show>
            </li>
          )}
        </ForId>
      </ul>
      <Show when={rest() > 0}>
        <p class="soft">{copy().overview.moreGoals(rest())}</p>
      </Show>
    </Show>
  )
}
