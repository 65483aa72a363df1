/** Values that people set at the same time, side by side until somebody chooses. */
import { For, Show } from 'solid-js'
import type { GoalStatus } from '#domain/document/choices.ts'
import { isOutcome } from '#domain/goals/endings.ts'
import type { When } from '#domain/document/when.ts'
import { choicesOf, type Several } from '#domain/document/fields.ts'
import { type Goal, setGoalStatus } from '#domain/goals/goals.ts'
import { setStep, type Step, type StepField } from '#domain/goals/steps.ts'
import { useNames } from '#reactive/use-names.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { ChooseBetween, type Option } from '#ui/choose-between.tsx'
import { useEnding } from './use-ending.ts'
import { useGoalWords } from './use-goal-words.ts'

const FIELDS = ['who', 'when', 'form', 'status'] as const satisfies readonly StepField[]

/** "You chose “busy”, Wanda chose “done”", where that is known of each value; otherwise the values alone. */
const useTitle = (owner: () => string) => {
  const { copy, plan } = useGoalWords()
  const names = useNames()
  const state = usePlanState((now) => now)
  return <Value,>(field: StepField, values: Several<Value | null>, nameOf: (value: Value | null) => string): string => {
    const either = copy().goals.either
    const all = (field === 'when' ? (['day', 'startTime'] as const) : [field]).flatMap((name) =>
      choicesOf(state(), owner(), name),
    )
    const people = values.map((value) => {
      const by = all.filter((one) => JSON.stringify(one.value) === JSON.stringify(toStored(value)))
      return by.length === 1 && by[0] !== undefined ? plan.personAt(by[0].client) : null
    })
    const known = people.every((person) => person !== null) && new Set(people).size === people.length
    return known
      ? either.chose(values.map((value, at) => [names.person(people[at] ?? null), nameOf(value)]))
      : either.choose(either.two[field], values.map(nameOf))
  }
}

/** A day with a time is told by its time, and one without by the day. */
const toStored = (value: unknown): unknown => {
  const { day, time } = Object(value) as Partial<When>
  return day === undefined ? value : (time ?? day)
}

const Choose = <Value,>(props: {
  owner: string
  field: StepField
  values: Several<Value | null>
  name: (value: Value) => string
  onChoose: (value: Value | null) => void
}) => {
  const { copy } = useGoalWords()
  const toTitle = useTitle(() => props.owner)
  const nameOf = (value: Value | null) => (value === null ? copy().goals.either.none : props.name(value))
  return (
    <Show when={props.values.length > 1}>
      <ChooseBetween
        title={toTitle(props.field, props.values, nameOf)}
        options={props.values.map((value) => ({ label: nameOf(value), onChoose: () => props.onChoose(value) }))}
      />
    </Show>
  )
}

export const StepConflicts = (props: { step: Step }) => {
  const words = useGoalWords()
  const set = (field: StepField) => (value: unknown) =>
    setStep(words.plan.doc, props.step.id, { [field]: value }, words.randomness)
  const names = {
    who: words.whoName,
    when: words.whenName,
    form: words.formName,
    status: words.statusName,
  } as { readonly [Field in StepField]: (value: NonNullable<Step[Field][number]>) => string }
  return (
    <Show when={words.mayWrite()} fallback={<ReadConflicts step={props.step} names={names} />}>
      <For each={FIELDS}>
        {(field) => (
          <Choose
            owner={`step:${props.step.id}`}
            field={field}
            values={props.step[field]}
            name={names[field] as (value: unknown) => string}
            onChoose={set(field)}
          />
        )}
      </For>
    </Show>
  )
}

/** A reader sees both, and cannot choose. */
const ReadConflicts = (props: { step: Step; names: object }) => {
  const { copy } = useGoalWords()
  const either = () => copy().goals.either
  const toTitle = useTitle(() => `step:${props.step.id}`)
  const nameOf = (field: StepField) => (value: unknown) =>
    value === null ? either().none : (props.names as Record<StepField, (value: unknown) => string>)[field](value)
  return (
    <For each={FIELDS.filter((field) => props.step[field].length > 1)}>
      {(field) => <p class="go-either">{toTitle<unknown>(field, props.step[field], nameOf(field))}</p>}
    </For>
  )
}

/** A status that ends the goal is only proposed by choosing it: a goal of two people ends when both agree. */
export const GoalConflict = (props: { goal: Goal }) => {
  const { copy, plan, randomness, mayWrite } = useGoalWords()
  const { alone, mayAgree, agree, decide } = useEnding(() => props.goal)
  const either = () => copy().goals.either
  const nameOf = (status: GoalStatus | null) => (status === null ? either().none : copy().goals.status[status])
  const toTitle = useTitle(() => `goal:${props.goal.id}`)
  const title = () => toTitle('status', props.goal.status, nameOf)
  const optionsOf = (status: GoalStatus | null): readonly Option[] => {
    const label = nameOf(status)
    if (!isOutcome(status))
      return [{ label, onChoose: () => setGoalStatus(plan.doc, props.goal.id, status ?? 'proposed', randomness) }]
    const { ending } = props.goal
    if (alone()) return [{ label, onChoose: () => agree(status) }]
    if (ending === null) return [{ label: either().propose(label), onChoose: () => decide(status) }]
    // An existing proposal is answered first.
    return ending.outcome === status && mayAgree()
      ? [{ label: either().agree(label), onChoose: () => agree(status) }]
      : []
  }
  return (
    <Show when={props.goal.status.length > 1}>
      <Show when={mayWrite()} fallback={<p class="go-either">{title()}</p>}>
        <ChooseBetween title={title()} options={props.goal.status.flatMap(optionsOf)} />
      </Show>
    </Show>
  )
}
