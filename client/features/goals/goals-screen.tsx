/** "Wishes, goals, steps": wishes on top, then each goal with its steps, then what was set aside. */
import { createSignal, Show, untrack } from 'solid-js'
import type { EntityId } from '#domain/document/entity-id.ts'
import { type Goal, goalsOf } from '#domain/goals/goals.ts'
import { moveAfter } from '#domain/document/order.ts'
import { type Wish, wishesOf } from '#domain/goals/wishes.ts'
import { useCalendar } from '#reactive/use-calendar.ts'
import { useBeginning } from '#reactive/use-beginning.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { createSome } from '#reactive/use-some.ts'
import { useDrafts } from '#ui/draft.ts'
import { Fold } from '#ui/fold.tsx'
import { ForId } from '#ui/for-id.tsx'
import { createHeldRow } from '#ui/held-row.tsx'
import { Screen } from '#ui/screen.tsx'
import { ShowMore } from '#ui/show-more.tsx'
import { ToCalendar } from '#ui/to-calendar.tsx'
import { SortableList } from '#ui/sortable.tsx'
import { WayOn } from '#ui/way-on.tsx'
import { AddGoal, fieldOfGoal } from './add-goal.tsx'
import { GoalCard } from './goal-card.tsx'
import { SetAside, type SetAsideRow } from './set-aside.tsx'
import { useGoalQuestions } from './use-goal-questions.ts'
import { endOf, useGoalWords } from './use-goal-words.ts'
import { WishList } from './wish-list.tsx'
import './goals.css'

export const GoalsScreen = () => {
  const { copy, plan, mayWrite, titleOf, whatOf, randomness } = useGoalWords()
  const calendar = useCalendar()
  const asked = useGoalQuestions()
  const { wayFrom } = useBeginning()
  const wishes = usePlanState(wishesOf)
  const drafts = useDrafts()
  /** The one of which somebody was making a goal here before. */
  const begun = () => wishes().find(({ id, aside }) => aside === null && drafts.read(fieldOfGoal(id)) !== null)
  const [wish, setWish] = createSignal<Wish | null>(untrack(begun) ?? null)
  const goals = usePlanState(goalsOf)
  const { isShown, hold } = createHeldRow()
  const shown = () => goals().filter(isShown)
  const open = () => shown().filter((goal) => endOf(goal) === null)
  const some = createSome(open)
  const ended = () => shown().filter((goal) => endOf(goal) !== null)
  const steps = () => open().flatMap((goal) => goal.steps)
  const aside = (): readonly SetAsideRow[] => [
    ...wishes().flatMap((row) => toAside('wish', row, row.text || copy().goals.noWords)),
    ...goals().flatMap((row) => toAside('goal', row, titleOf(row))),
    ...shown().flatMap((goal) => goal.steps.flatMap((row) => toAside('step', row, whatOf(row)))),
  ]
  return (
    <Screen title={copy().plan.goals} lead={asked().lead}>
      <WishList
        wishes={wishes()}
        onGoal={(from) => {
          setWish(null)
          setWish(from)
        }}
      />
      <section class="go-part">
        <h2>{copy().goals.goals}</h2>
        <Show when={shown().length === 0}>
          <p class="soft">{asked().noGoals}</p>
        </Show>
        <SortableList
          each={some.shown()}
          name={titleOf}
          words={copy().goals.move}
          fixed={!mayWrite()}
          onMove={(id, after) => moveAfter(plan.doc, 'goal', id as EntityId, open(), after, randomness)}
        >
          {(goal, move) => <GoalCard goal={goal()} move={move} onHold={() => hold(goal())} />}
        </SortableList>
        <ShowMore rest={some.rest()} label={copy().general.more} onMore={some.more} />
        <Show when={mayWrite()}>
          <AddGoal wish={wish()} main={wayFrom('goal') === null} onDone={() => setWish(null)} />
        </Show>
        <WayOn way={wayFrom('goal')} main />
      </section>
      <Ended goals={ended()} />
      <Show when={calendar.ofSteps(steps()).length > 0}>
        <Fold title={copy().goals.calendar.title}>
          <ToCalendar
            label={copy().goals.calendar.all}
            words={copy().goals.calendar}
            onSave={() => calendar.save(calendar.ofSteps(steps()))}
          />
        </Fold>
      </Show>
      <SetAside rows={aside()} />
    </Screen>
  )
}

const toAside = (kind: SetAsideRow['kind'], row: Pick<Wish, 'id' | 'aside'>, text: string): readonly SetAsideRow[] =>
  row.aside === null ? [] : [{ kind, id: row.id, text, aside: row.aside }]

const Ended = (props: { goals: readonly Goal[] }) => {
  const { copy } = useGoalWords()
  const some = createSome(() => props.goals)
  return (
    <Show when={props.goals.length > 0}>
      <Fold title={`${copy().goals.ending.ended.completed} (${props.goals.length})`}>
        <div class="go-part">
          <ForId each={some.shown()} by={(goal) => goal.id}>
            {(goal) => <GoalCard goal={goal()} />}
          </ForId>
          <ShowMore rest={some.rest()} label={copy().general.more} onMore={some.more} />
        </div>
      </Fold>
    </Show>
  )
}
