/** One goal with its steps, in the list. */
import { For, type JSX, Show } from 'solid-js'
import { showAgain } from '#domain/document/aside.ts'
import type { Goal } from '#domain/goals/goals.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { SOME } from '#reactive/use-some.ts'
import { LinkButton } from '#ui/button.tsx'
import { HeldNotice } from '#ui/held-row.tsx'
import { ReadAloudButton } from '#ui/read-aloud.tsx'
import { GoalConflict } from './conflicts.tsx'
import { StepList } from './step-list.tsx'
import { endOf, useGoalWords } from './use-goal-words.ts'

export const GoalCard = (props: { goal: Goal; move?: () => JSX.Element; onHold?: () => void }) => {
  const { copy, plan, titleOf, randomness, heldText } = useGoalWords()
  return (
    <div class="cd go-card" onFocusIn={() => props.onHold?.()}>
      <ReadAloudButton name={titleOf(props.goal)} />
      <GoalKind goal={props.goal} />
      <h3 class="go-title" dir="auto" translate="no">
        {titleOf(props.goal)}
      </h3>
      <HeldNotice
        text={heldText(props.goal.aside)}
        back={copy().goals.aside.back}
        onBack={() => showAgain(plan.doc, 'goal', props.goal.id, randomness)}
      />
      <GoalChips goal={props.goal} />
      <GoalConflict goal={props.goal} />
      <StepList goal={props.goal} />
      <div class="go-quiet">
        <LinkButton
          look="quiet"
          icon="next"
          href={toHref(paths.goal(plan.id, props.goal.id))}
          aria-label={copy().goals.openGoalOf(titleOf(props.goal))}
        >
          {copy().goals.openGoal}
        </LinkButton>
      </div>
      {props.move?.()}
    </div>
  )
}

/** "Goal · Participation", in the colour of its topic on the wheel. */
export const GoalKind = (props: { goal: Goal }) => {
  const { copy } = useGoalWords()
  return (
    <p class="soft">
      {copy().goals.goal}
      <Show when={props.goal.topic}>
        {(topic) => (
          <>
            {' · '}
            <b class={`go-topic go-${topic()}`}>{copy().wheel.topics[topic()]}</b>
          </>
        )}
      </Show>
    </p>
  )
}

/** Its status, its proposal, and people's answers. */
const GoalChips = (props: { goal: Goal }) => {
  const { copy, authorName, heard, answerWords, answeredWords, writtenBy } = useGoalWords()
  const status = () => (props.goal.status.length === 1 ? props.goal.status[0] : null)
  const proposal = () => {
    const { ending } = props.goal
    const { proposed, propose } = copy().goals.ending
    return ending && proposed(authorName(ending.client), propose[ending.outcome])
  }
  return (
    <ul class="go-chips">
      <Show when={endOf(props.goal)}>
        {(end) => <li class="go-chip go-chip-soft">{copy().goals.ending.ended[end()]}</li>}
      </Show>
      <Show when={endOf(props.goal) === null && status() !== 'active' && status()}>
        {(known) => <li class="go-chip">{copy().goals.status[known()]}</li>}
      </Show>
      <Show when={endOf(props.goal) === null && proposal()}>
        {(words) => (
          <li class="go-chip go-chip-warm" dir="auto">
            {words()}
          </li>
        )}
      </Show>
      <For each={heard(props.goal.answers.slice(0, SOME))}>
        {(answer) => (
          <li
            class="go-chip"
            classList={{ 'go-chip-soft': answer.answer === 'agree', 'go-chip-warm': answer.answer !== 'agree' }}
            dir="auto"
          >
            {[answerWords(answer), answeredWords(answer, props.goal), writtenBy(answer)]
              .filter((words) => words !== null)
              .join(' · ')}
          </li>
        )}
      </For>
    </ul>
  )
}
