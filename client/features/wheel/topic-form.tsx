/**
 * One topic of the wheel with everything about it: question, score, whether to talk about it, notes, and the way to a goal.
 */
import { Show, type Ref } from 'solid-js'
import type { Topic } from '#domain/document/choices.ts'
import { toList } from '#copy/format/days-and-times.ts'
import { toScoreWord } from '#wording/wheel-spokes.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { ScoreButtons } from './score-buttons.tsx'
import { OwnName, TalkAndNote } from './topic-fields.tsx'
import { useWheel } from './use-wheel.ts'

/** Mount it anew for another topic. `scores`: for scrolling them into view. */
export const TopicForm = (props: { topic: Topic; scores?: Ref<HTMLDivElement> }) => {
  const copy = usePlanCopy()
  const wheel = useWheel()
  const asked = () => (props.topic === 'own' ? null : wheel.pack()?.dimensions[props.topic])
  return (
    <>
      <Show when={wheel.filling() || props.topic !== 'own'}>
        <p class="wl-question">{props.topic === 'own' ? copy().wheel.ownQuestion : asked()?.question}</p>
      </Show>
      <Show when={asked()?.aspects.length}>
        <p class="soft">{copy().wheel.think(toList(copy().locale, asked()?.aspects ?? []))}</p>
      </Show>
      <Show when={wheel.filling()} fallback={<Answers topic={props.topic} />}>
        <OwnName topic={props.topic} />
        <ScoreButtons topic={props.topic} ref={props.scores} />
        <TalkAndNote topic={props.topic} />
      </Show>
      <Show when={wheel.mayWrite()}>
        <GoalLink topic={props.topic} />
      </Show>
    </>
  )
}

/** Read-only. */
const Answers = (props: { topic: Topic }) => {
  const copy = usePlanCopy()
  const wheel = useWheel()
  const state = () => wheel.checkIn().topics[props.topic]
  return (
    <>
      <p>{copy().wheel.before(copy().wheel.tableScore, toScoreWord(copy(), state().score))}</p>
      <Show when={state().talkAbout}>
        <p class="wl-talks">{wheel.talkAbout()}</p>
      </Show>
      <Show when={state().note}>
        <p class="wl-note" dir="auto" translate="no">
          {state().note}
        </p>
      </Show>
    </>
  )
}

export const GoalLink = (props: { topic: Topic; said?: boolean }) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const wheel = useWheel()
  return (
    <a
      class="wl-link"
      href={`${toHref(paths.goals(plan.id))}?topic=${props.topic}`}
      aria-label={props.said ? copy().wheel.toGoalOf(wheel.nameOf(props.topic)) : undefined}
    >
      {copy().wheel.toGoal}
    </a>
  )
}
