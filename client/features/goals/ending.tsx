/** Ending a goal: one person proposes, another agrees. A person who is alone decides alone. Ticking steps ends nothing. */
import { For, Show } from 'solid-js'
import { type Decision, type Ending as Proposal, type Outcome, withdrawEnding } from '#domain/goals/endings.ts'
import { type Goal, setGoalStatus } from '#domain/goals/goals.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Fold } from '#ui/fold.tsx'
import { useEnding } from './use-ending.ts'
import { endOf, useGoalWords } from './use-goal-words.ts'

const OUTCOMES = ['completed', 'cancelled'] as const satisfies readonly Outcome[]

export const Ending = (props: { goal: Goal }) => {
  const { copy, plan, randomness, mayWrite } = useGoalWords()
  const { alone, decide } = useEnding(() => props.goal)
  const words = () => copy().goals.ending
  return (
    <Show
      when={endOf(props.goal)}
      fallback={
        <Card title={words().title} tone={props.goal.ending === null ? 'plain' : 'warm'}>
          <Show
            when={props.goal.ending}
            fallback={
              <Show when={mayWrite()} fallback={<p>{words().text}</p>}>
                <Fold title={words().decide}>
                  <p>{alone() ? words().aloneText : words().text}</p>
                  <div class="go-actions">
                    <For each={OUTCOMES}>
                      {(outcome) => <Button onClick={() => decide(outcome)}>{words().propose[outcome]}</Button>}
                    </For>
                  </div>
                </Fold>
              </Show>
            }
          >
            {(ending) => <Proposed goal={props.goal} ending={ending()} />}
          </Show>
        </Card>
      }
    >
      {(end) => (
        <Card title={words().ended[end()]} tone="soft">
          <Show when={props.goal.decision}>{(decision) => <Decided by={decision()} />}</Show>
          <Show when={mayWrite()}>
            <Button onClick={() => setGoalStatus(plan.doc, props.goal.id, 'active', randomness)}>
              {words().reopen}
            </Button>
          </Show>
        </Card>
      )}
    </Show>
  )
}

/** "Proposed by Fatma, 12 November – Wilma agreed, 13 November". */
const Decided = (props: { by: Decision }) => {
  const { copy, authorName, authorWithin, now } = useGoalWords()
  const said = (): readonly string[] => {
    const { proposedBy, agreedBy, agreed, decidedBy, setBy } = copy().goals.ending
    const { by } = props
    const yes = (client: number, at: number): string =>
      by.proposed.length === 0 ? decidedBy(authorWithin(client), at, now()) : agreedBy(authorName(client), at, now())
    return [
      ...by.proposed.map((one) => proposedBy(authorWithin(one.client), one.at, now())),
      ...by.agreed.map(({ client, at }) => (at === 0 ? agreed(authorName(client)) : yes(client, at))),
      ...(by.set.length === 0 ? [] : [setBy([...new Set(by.set.map((one) => authorWithin(one.client)))])]),
    ]
  }
  return (
    <Show when={said().length > 0}>
      <p dir="auto">{said().join(' – ')}</p>
    </Show>
  )
}

const Proposed = (props: { goal: Goal; ending: Proposal }) => {
  const { copy, plan, randomness, mayWrite, authorName } = useGoalWords()
  const { agree, mayAgree } = useEnding(() => props.goal)
  const words = () => copy().goals.ending
  const withdraw = () => withdrawEnding(plan.doc, props.goal.id, randomness)
  return (
    <>
      <p dir="auto">{words().proposed(authorName(props.ending.client), words().propose[props.ending.outcome])}</p>
      <Show when={!mayAgree()}>
        <p>{words().waiting}</p>
      </Show>
      <Show when={mayWrite()}>
        <div class="go-actions">
          <Show when={mayAgree()} fallback={<Button onClick={withdraw}>{words().withdraw}</Button>}>
            <Button onClick={() => agree(props.ending.outcome)}>{words().agree}</Button>
            <Button onClick={withdraw}>{words().notYet}</Button>
          </Show>
        </div>
      </Show>
    </>
  )
}
