/** Adds a goal, from a button here or from another screen. */
import { useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { DIMENSIONS, oneOf, type Topic, TOPICS } from '#domain/document/choices.ts'
import { addGoal } from '#domain/goals/goals.ts'
import type { Wish } from '#domain/goals/wishes.ts'
import { paths } from '#reactive/paths.ts'
import { useLatestWheels } from '#reactive/use-latest-wheels.ts'
import { AddLine } from '#ui/add-line.tsx'
import { ChooseOne } from '#ui/chips.tsx'
import { LINE_LIMIT } from './step-list.tsx'
import { useGoalQuestions } from './use-goal-questions.ts'
import { useGoalWords } from './use-goal-words.ts'

/** All topics of the wheel, those to talk about first; a single one of these is preselected. */
const useAbout = () => {
  const { talk } = useLatestWheels()
  const [chosen, choose] = createSignal<Topic | null>()
  const ticked = () => TOPICS.filter((topic) => talk().some((item) => item.topic === topic))
  const only = () => (ticked().length === 1 ? ticked()[0] : undefined) ?? null
  return {
    topics: (): readonly Topic[] => [...new Set([...ticked(), ...DIMENSIONS])],
    topic: () => (chosen() === undefined ? only() : (chosen() ?? null)),
    choose,
  }
}

/** The name under which a goal that is being typed is kept. `source`: a wish, a topic, or what else it comes from. */
export const fieldOfGoal = (source: string): string => `goal/new/${source}`

/** From a place on the wheel, from a wish, or from nothing. The goal is then opened, for its first step. */
export const AddGoal = (props: { wish: Wish | null; main: boolean; onDone: () => void }) => {
  const { copy, plan, randomness } = useGoalWords()
  const [query, setQuery] = useSearchParams<{ topic: string; new: string }>()
  const navigate = useNavigate()
  const asked = useGoalQuestions()
  const about = useAbout()
  const topic = () => oneOf(TOPICS)(query.topic)
  /** On the guided way the topic is asked for as well. */
  const led = () => query.new !== undefined && from() === undefined
  const from = () => {
    const known = topic()
    return props.wish?.text ?? (known === null ? undefined : copy().wheel.topics[known])
  }
  const done = (): void => {
    props.onDone()
    if (query.topic ?? query.new) setQuery({ topic: undefined, new: undefined }, { replace: true })
  }
  /** Another screen asked for a goal: the question is open and focused. */
  const key = () => props.wish?.id ?? topic() ?? query.new ?? 'scratch'
  return (
    <Show when={key()} keyed>
      {(source) => (
        <AddLine
          add={copy().goals.addGoal}
          field={fieldOfGoal(source)}
          label={asked().goal}
          hint={from() === undefined ? undefined : copy().goals.goalFrom(from() ?? '')}
          words={copy().goals}
          limit={LINE_LIMIT}
          main={props.main}
          open={source !== 'scratch'}
          first={props.wish?.text ?? ''}
          onAdd={(title) => {
            const id = addGoal(
              plan.doc,
              { title, wish: props.wish?.id ?? null, topic: topic() ?? (led() ? about.topic() : null) },
              randomness,
            )
            navigate(paths.goal(plan.id, id))
          }}
          onCancel={done}
        >
          <Show when={led()}>
            <ChooseOne
              legend={copy().goals.whichOne}
              chips={about.topics().map((value) => ({ value, label: copy().wheel.topics[value] }))}
              value={about.topic()}
              onChoose={about.choose}
            />
          </Show>
        </AddLine>
      )}
    </Show>
  )
}
