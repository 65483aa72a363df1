/** How a goal ends: one proposes, another says yes. Who writes alone decides alone. Ticking steps ends nothing. */
import { For, Show } from 'solid-js'
import { agreeEnding, type Ending as Proposal, type Outcome, proposeEnding, withdrawEnding } from '#domain/endings.ts'
import { type Goal, setGoalStatus } from '#domain/goals.ts'
import { readField } from '#domain/value-index.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { endOf, useWords } from './use-words.ts'

const OUTCOMES = ['completed', 'cancelled'] as const satisfies readonly Outcome[]

export const Ending = (props: { goal: Goal }) => {
  const { copy, plan, randomness, mayWrite, authorName, now } = useWords()
  const words = () => copy().goals.ending
  const alone = () => plan.members().filter(({ role }) => role !== 'reader').length < 2
  const decide = (outcome: Outcome): void => {
    if (alone()) agreeEnding(plan.doc, props.goal.id, outcome, randomness)
    else proposeEnding(plan.doc, props.goal.id, outcome, now(), randomness)
  }
  const yes = () => {
    const [signed] = readField(plan.doc, `goal:${props.goal.id}`, 'status')
    return signed === undefined ? null : authorName(signed.client)
  }
  return (
    <Show
      when={endOf(props.goal)}
      fallback={
        <Card title={words().title} tone={props.goal.ending === null ? 'plain' : 'warm'}>
          <Show
            when={props.goal.ending}
            fallback={
              <Show when={mayWrite()} fallback={<p>{words().text}</p>}>
                <p>{alone() ? words().aloneText : words().text}</p>
                <div class="go-actions">
                  <For each={OUTCOMES}>
                    {(outcome) => <Button onClick={() => decide(outcome)}>{words().propose[outcome]}</Button>}
                  </For>
                </div>
              </Show>
            }
          >
            {(ending) => <Proposed goal={props.goal} ending={ending()} alone={alone()} />}
          </Show>
        </Card>
      }
    >
      {(end) => (
        <Card title={words().ended[end()]} tone="soft">
          <Show when={yes()}>{(name) => <p dir="auto">{words().saidYes(name())}</p>}</Show>
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

const Proposed = (props: { goal: Goal; ending: Proposal; alone: boolean }) => {
  const { copy, plan, randomness, mayWrite, authorName } = useWords()
  const words = () => copy().goals.ending
  const proposer = () => plan.personAt(props.ending.client)
  /** Who proposed it is not who says yes; where it is not known who did, it is proposed anew. */
  const mayAgree = () => props.alone || (proposer() !== null && proposer() !== plan.me)
  const withdraw = () => withdrawEnding(plan.doc, props.goal.id, randomness)
  return (
    <>
      <p dir="auto">
        {words().proposed(
          authorName(props.ending.client) ?? copy().general.nameless,
          words().short[props.ending.outcome],
        )}
      </p>
      <Show when={!mayAgree()}>
        <p>{words().waiting}</p>
      </Show>
      <Show when={mayWrite()}>
        <div class="go-actions">
          <Show when={mayAgree()} fallback={<Button onClick={withdraw}>{words().withdraw}</Button>}>
            <Button onClick={() => agreeEnding(plan.doc, props.goal.id, props.ending.outcome, randomness)}>
              {words().agree}
            </Button>
            <Button onClick={withdraw}>{words().notYet}</Button>
          </Show>
        </div>
      </Show>
    </>
  )
}
