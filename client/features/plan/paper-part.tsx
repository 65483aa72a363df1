/** One part of a plan on paper. What is empty leaves room for a pen, so that a plan can be made without any screen. */
import { For, Show } from 'solid-js'
import type { PlanGroup, PlanPart } from '#domain/plan-text.ts'
import { PaperEmpty } from './paper-empty.tsx'
import { PaperGoal } from './paper-goal.tsx'
import { PaperWheel } from './paper-wheel.tsx'
import { StoryBlocks } from './story-blocks.tsx'

/** A plan that only has wishes still needs room for a goal. */
export const isEmpty = ({ id, groups }: PlanPart): boolean =>
  !groups.some(({ goal, blocks }) => (id === 'goals' ? goal !== undefined : blocks.length > 0))

export const PaperPart = (props: { part: PlanPart }) => {
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

const PaperGroup = (props: { group: PlanGroup; first: boolean }) => (
  <div class="pp-group">
    <Show when={props.group.title}>
      {(title) => (
        <h3 dir="auto">
          {title()}
          <Show when={props.group.goal?.status}>{(status) => <span class="pp-status"> · {status()}</span>}</Show>
        </h3>
      )}
    </Show>
    {/* One drawing is clear, three fill the page: the wheels of others are told in words. */}
    <Show when={props.first && props.group.wheel} fallback={<PaperWords group={props.group} />}>
      {(wheel) => <PaperWheel now={wheel().now} before={wheel().before} />}
    </Show>
  </div>
)

const PaperWords = (props: { group: PlanGroup }) => (
  <Show when={props.group.goal} fallback={<StoryBlocks blocks={props.group.blocks} />}>
    {(goal) => <PaperGoal {...goal()} />}
  </Show>
)
