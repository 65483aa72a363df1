/** One part of a plan on paper. An empty part has lines for a pen, so that a plan can be made without any screen. */
import { For, Show } from 'solid-js'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { PaperEmpty } from './paper-empty.tsx'
import { PaperGoal } from './paper-goal.tsx'
import { isEmpty, type PaperGroup as Group, type PaperPart as Part } from './paper-short.ts'
import { OtherWheel, PaperWheel } from './paper-wheel.tsx'
import { StoryBlocks } from './story-blocks.tsx'

export const PaperPart = (props: { part: Part }) => {
  return (
    <section class={`pp-part pp-of-${props.part.id}`}>
      <h2 dir="auto">{props.part.title}</h2>
      <For each={props.part.groups}>{(group, index) => <PaperGroup group={group} first={index() === 0} />}</For>
      <Show when={isEmpty(props.part)}>
        <PaperEmpty of={props.part.id} />
      </Show>
    </section>
  )
}

const PaperGroup = (props: { group: Group; first: boolean }) => {
  const copy = usePlanCopy()
  const besides = (): readonly string[] => {
    const { goal } = props.group
    if (goal === undefined) return []
    const done = goal.done === 0 ? '' : copy().overview.doneSteps(goal.done)
    return [goal.status, done].filter((words) => words !== '')
  }
  return (
    <div class="pp-group">
      <Show when={props.group.title}>
        {(title) => (
          <h3 dir="auto">
            {title()}
            <span class="pp-status">{besides().map((words) => ` · ${words}`)}</span>
          </h3>
        )}
      </Show>
      <Show when={props.group.wheel} fallback={<PaperWords group={props.group} />}>
        {(wheel) => (
          <Show when={props.first} fallback={<OtherWheel now={wheel().now} />}>
            <PaperWheel now={wheel().now} before={wheel().before} />
          </Show>
        )}
      </Show>
    </div>
  )
}

const PaperWords = (props: { group: Group }) => (
  <Show when={props.group.goal} fallback={<StoryBlocks blocks={props.group.blocks} />}>
    {(goal) => <PaperGoal {...goal()} more={props.group.moreSteps} />}
  </Show>
)
