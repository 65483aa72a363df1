/** One goal: its steps first, then people's answers, its topic, and its ending. */
import { useParams } from '@solidjs/router'
import { createSignal, For, type ParentProps, Show } from 'solid-js'
import { setAside, showAgain } from '#domain/document/aside.ts'
import type { GoalStatus } from '#domain/document/choices.ts'
import { type EntityId, parseEntityId } from '#domain/document/entity-id.ts'
import { type Goal, type GoalText, goalsOf, setGoalStatus } from '#domain/goals/goals.ts'
import { SharedText } from '#editor/shared-text.tsx'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Fold } from '#ui/fold.tsx'
import { ChooseOne } from '#ui/chips.tsx'
import { createHeldRow, LeftRow } from '#ui/held-row.tsx'
import { Screen } from '#ui/screen.tsx'
import { Answers } from './answers.tsx'
import { GoalConflict } from './conflicts.tsx'
import { Ending } from './ending.tsx'
import { GoalKind } from './goal-card.tsx'
import { AsideBy, SetAside } from './set-aside.tsx'
import { StepList } from './step-list.tsx'
import { endOf, useGoalWords } from './use-goal-words.ts'
import './goals.css'

const TEXTS = ['title', 'why', 'start', 'wished'] as const satisfies readonly GoalText[]
/** The other statuses are decided together. */
const OPEN_STATUSES = ['proposed', 'active', 'on-hold'] as const satisfies readonly GoalStatus[]

export const GoalScreen = () => {
  const params = useParams<{ goal: string }>()
  return (
    <Show when={params.goal} keyed>
      {(id) => <OneGoal id={parseEntityId(id)} />}
    </Show>
  )
}

const OneGoal = (props: { id: EntityId | null }) => {
  const { copy, titleOf } = useGoalWords()
  const goal = usePlanState((state) => goalsOf(state).find(({ id }) => id === props.id))
  return (
    <Show
      when={goal()}
      fallback={
        <Screen title={copy().goals.gone}>
          <Back />
        </Screen>
      }
    >
      {(known) => (
        <Screen title={titleOf(known())} written>
          <GoalParts goal={known()} />
          <Back />
        </Screen>
      )}
    </Show>
  )
}

const Back = () => {
  const { copy, plan } = useGoalWords()
  return (
    <p>
      <LinkButton look="quiet" icon="back" href={toHref(paths.goals(plan.id))}>
        {copy().goals.toAll}
      </LinkButton>
    </p>
  )
}

const GoalParts = (props: { goal: Goal }) => {
  const { copy, plan, mayWrite, randomness, now, titleOf, whatOf } = useGoalWords()
  const { isLeft, leave } = createHeldRow()
  const hidden = () => {
    const { aside } = props.goal
    return aside === null ? null : { kind: 'goal' as const, id: props.goal.id, text: titleOf(props.goal), aside }
  }
  return (
    <>
      <GoalKind goal={props.goal} />
      <Show when={hidden()}>
        {(row) => (
          <Card tone="warm" name={copy().goals.aside.here}>
            <p>{copy().goals.aside.here}</p>
            <AsideBy row={row()} />
          </Card>
        )}
      </Show>
      <GoalConflict goal={props.goal} />
      <Show when={props.goal.ending !== null || endOf(props.goal) !== null}>
        <Ending goal={props.goal} />
      </Show>
      <Card title={copy().goals.steps}>
        <StepList goal={props.goal} whole />
      </Card>
      <Answers goal={props.goal} />
      <About goal={props.goal} />
      <Show when={props.goal.ending === null && endOf(props.goal) === null}>
        <Ending goal={props.goal} />
      </Show>
      <SetAside
        rows={props.goal.steps.flatMap((step) =>
          step.aside === null ? [] : [{ kind: 'step' as const, id: step.id, text: whatOf(step), aside: step.aside }],
        )}
      />
      <LeftRow
        left={isLeft(props.goal)}
        text={copy().goals.aside.here}
        back={copy().goals.aside.back}
        onBack={() => showAgain(plan.doc, 'goal', props.goal.id, randomness)}
      >
        <Show when={mayWrite() && hidden() === null}>
          <p>
            <Button
              look="quiet"
              icon="archive"
              aria-label={copy().goals.aside.goOf(titleOf(props.goal))}
              onClick={() => {
                leave(props.goal)
                setAside(plan.doc, 'goal', props.goal.id, now(), randomness)
              }}
            >
              {copy().goals.aside.go}
            </Button>
          </p>
        </Show>
      </LeftRow>
    </>
  )
}

const About = (props: { goal: Goal }) => {
  const { copy, plan, mayWrite, randomness } = useGoalWords()
  const status = () =>
    props.goal.status.length === 1 ? (props.goal.status[0] as (typeof OPEN_STATUSES)[number]) : null
  const statusWords = () => {
    const known = status()
    return known === null ? '' : copy().goals.status[known]
  }
  return (
    <Card title={copy().goals.about} place={`goal:${props.goal.id}`}>
      <For each={TEXTS}>
        {(field) => (
          <Show when={mayWrite()} fallback={<ReadText label={copy().goals.texts[field]} text={props.goal[field]} />}>
            <Asked question={copy().goals.texts[field]} answer={props.goal[field]}>
              <SharedText
                doc={plan.doc}
                kind="goal"
                id={props.goal.id}
                field={field}
                label={copy().goals.texts[field]}
                lines={field === 'title' ? 1 : 2}
                single={field === 'title'}
              />
            </Asked>
          </Show>
        )}
      </For>
      <Show when={endOf(props.goal) === null}>
        <Show
          when={mayWrite()}
          fallback={
            <Show when={status()}>
              {(known) => <ReadText label={copy().goals.fields.status} text={copy().goals.status[known()]} />}
            </Show>
          }
        >
          <Asked question={copy().goals.fields.status} answer={statusWords()}>
            <ChooseOne
              legend={copy().goals.fields.status}
              chips={OPEN_STATUSES.map((value) => ({ value, label: copy().goals.status[value] }))}
              value={status()}
              onChoose={(value) => value !== null && setGoalStatus(plan.doc, props.goal.id, value, randomness)}
            />
          </Asked>
        </Show>
      </Show>
    </Card>
  )
}

/** One question at a time: the answer is read, and its field is folded away until somebody wants to write. */
const Asked = (props: ParentProps<{ question: string; answer: string }>) => {
  const [open, setOpen] = createSignal(false)
  return (
    <div class="go-asked">
      <Fold title={props.question} onOpen={setOpen}>
        {props.children}
      </Fold>
      <Show when={!open() && props.answer}>
        {(answer) => (
          <p class="go-read" dir="auto">
            {answer()}
          </p>
        )}
      </Show>
    </div>
  )
}

const ReadText = (props: { label: string; text: string }) => (
  <Show when={props.text}>
    <div>
      <h3>{props.label}</h3>
      <p class="go-read" dir="auto" translate="no">
        {props.text}
      </p>
    </div>
  </Show>
)
