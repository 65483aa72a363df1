/** From a question to a first small step, by the hand: which of the four there is already, and one button to the next. */
import { type Accessor, For, Show } from 'solid-js'
import { readGoals } from '#domain/goals.ts'
import { readLatestWheels } from '#domain/latest-wheels.ts'
import type { PlanDoc } from '#domain/plan-doc.ts'
import { readStoryText } from '#domain/story-text.ts'
import type { EntityId } from '#domain/entities.ts'
import { followDoc, sameContent } from '#reactive/follow-doc.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Icon } from '#ui/icon.tsx'

const PIECES = ['story', 'wheel', 'goal', 'step'] as const
type Piece = (typeof PIECES)[number]

const readDone = (doc: PlanDoc): Record<Piece, boolean> & { readonly first: EntityId | null } => {
  const goals = readGoals(doc).filter((goal) => goal.aside === null)
  return {
    story: readStoryText(doc) !== '',
    wheel: readLatestWheels(doc).length > 0,
    goal: goals.length > 0,
    step: goals.some((goal) => goal.steps.some((step) => step.aside === null)),
    first: goals[0]?.id ?? null,
  }
}

export type Done = ReturnType<typeof readDone>

export const useDone = (): Accessor<Done> => {
  const plan = useOpenPlan()
  return followDoc(plan.doc, () => readDone(plan.doc), sameContent)
}

export const isEmpty = (done: Done): boolean => !PIECES.some((piece) => done[piece])

export const Begin = (props: { done: Done }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const done = () => props.done
  /** Who went on to a goal without a story has skipped it, and is not sent back. */
  const next = (): Piece =>
    PIECES.find((piece, index) => !done()[piece] && !PIECES.slice(index).some((later) => done()[later])) ?? 'step'
  const address = (): string => {
    const { first } = done()
    const piece = next()
    if (piece === 'step' && first !== null) return paths.goal(plan.id, first)
    return piece === 'story' || piece === 'wheel' ? paths[piece](plan.id) : paths.goals(plan.id)
  }
  return (
    <Show when={!done().step}>
      <Card tone="soft" title={copy().overview.begin.title}>
        <p>{copy().overview.begin.text}</p>
        <ol class="ov-begin">
          <For each={PIECES}>
            {(piece, index) => (
              <li class="ov-piece" classList={{ 'ov-now': piece === next() }}>
                <span class="ov-number" aria-hidden="true">
                  <Show when={done()[piece]} fallback={index() + 1}>
                    <Icon name="check" />
                  </Show>
                </span>
                <span>
                  {copy().overview.begin.parts[piece]}
                  <Show when={done()[piece]}>
                    <span class="soft">{` (${copy().overview.begin.done})`}</span>
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ol>
        <LinkButton look="main" wide href={toHref(address())}>
          {copy().overview.begin.go[next()]}
        </LinkButton>
      </Card>
    </Show>
  )
}
