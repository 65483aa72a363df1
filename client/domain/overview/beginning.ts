/** The beginning of a plan, from a question to a first small step (product.md, rule 1): which of the four pieces it has, and the next one. */
import type { EntityId } from '../document/entity-id.ts'
import { goalsOf } from '../goals/goals.ts'
import { latestWheelsOf } from '../wheel/latest-wheels.ts'
import type { PlanState } from '../document/plan-state.ts'

export const PIECES = ['story', 'wheel', 'goal', 'step'] as const
export type Piece = (typeof PIECES)[number]

/** `first` is the goal that waits for its first step. */
export type Begun = Readonly<Record<Piece, boolean>> & { readonly first: EntityId | null }

/** The pieces so far. `hasStory` reads the story, which is long and not in the state, and is called only while there is no step. */
export const begunOf = (plan: PlanState, hasStory: () => boolean): Begun => {
  const goals = goalsOf(plan).filter((goal) => goal.aside === null)
  const step = goals.some((goal) => goal.steps.some((one) => one.aside === null))
  return {
    story: step || hasStory(),
    wheel: latestWheelsOf(plan).length > 0,
    goal: goals.length > 0,
    step,
    first: goals[0]?.id ?? null,
  }
}

/** The next piece. A person who went on to a goal without a story has skipped it and is not sent back. `after`: the current piece, which may be skipped. A step needs its goal. */
export const nextPiece = (begun: Begun, after?: Piece): Piece | null => {
  const rest = PIECES.slice(after === undefined ? 0 : PIECES.indexOf(after) + 1)
  const next = rest.find((piece) => !PIECES.slice(PIECES.indexOf(piece)).some((later) => begun[later]))
  return next === 'step' && !begun.goal ? null : (next ?? null)
}
