/** Goals: what people want to reach together. A goal ends by deciding together, never by ticking its last step (product.md, rule 6). */
import type * as Y from 'yjs'
import { addEntity } from '../document/add-entity.ts'
import { type Answer, answersIn } from './answers.ts'
import { type Aside, asideOf } from '../document/aside.ts'
import { GOAL_STATUSES, type GoalStatus, oneOf, TOPICS, type Topic } from '../document/choices.ts'
import { type Decision, decisionIn, type Ending, endingIn, outcomeOf } from './endings.ts'
import { fixedIn, keyOf, linkIn, textIn } from '../document/entities.ts'
import type { EntityId } from '../document/entity-id.ts'
import { type Several, severalIn } from '../document/fields.ts'
import type { Unheard } from '../plan/hands.ts'
import { groupParts, partIn, type Parts, shownIn } from '../document/fingerprint.ts'
import { memoize, sameList } from '../document/memoize.ts'
import { byOrder, orderAfter, orderIn } from '../document/order.ts'
import type { Entities, Entity, PlanState } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { type Step, toStep } from './steps.ts'
import { type Randomness, setValue } from '../document/values.ts'

export type Goal = {
  readonly id: EntityId
  /** The wish it came from. */
  readonly wish: EntityId | null
  /** The topic of the wheel that it belongs to. */
  readonly topic: Topic | null
  readonly order: string
  readonly title: string
  readonly why: string
  /** The situation at the start, and the one wished for. */
  readonly start: string
  readonly wished: string
  readonly maker: number | null
  readonly status: Several<GoalStatus | null>
  readonly answers: readonly Unheard<Answer>[]
  /** The open proposal to end it; `null`: none. */
  readonly ending: Ending | null
  /** The people who proposed and agreed to its end; `null` while it has not ended. */
  readonly decision: Decision | null
  /** Its steps, also those set aside. */
  readonly steps: readonly Step[]
  readonly aside: Aside | null
}

export type GoalText = 'title' | 'why' | 'start' | 'wished'
export type NewGoal = {
  readonly title: string
  readonly why?: string
  readonly start?: string
  readonly wished?: string
  readonly wish?: EntityId | null
  readonly topic?: Topic | null
}

export const addGoal = (doc: Y.Doc, goal: NewGoal, randomness: Randomness): EntityId => {
  const { title, why = '', start = '', wished = '', wish = null, topic = null } = goal
  const texts = { title, why, start, wished }
  const values = { order: orderAfter(readGoals(doc)), status: 'proposed' }
  return addEntity(doc, 'goal', { fixed: { wish, topic }, texts, values }, randomness, addGoal)
}

export const setGoalStatus = (doc: Y.Doc, id: EntityId, status: GoalStatus, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf('goal', id, 'status'), status, randomness), setGoalStatus)

/** All goals, also those set aside. */
export const goalsOf = (plan: PlanState): readonly Goal[] => listGoals(plan.entities.goal, plan.entities.step)
export const readGoals = (doc: Y.Doc): readonly Goal[] => goalsOf(readPlan(doc))

const listGoals = memoize((goals: Entities, steps: Entities): readonly Goal[] => {
  const parts = groupParts(steps, 'goal')
  return shownIn(goals, (id) => partIn(parts, id))
    .map((entity) => toGoal(entity, partIn(parts, entity.id)))
    .toSorted(byOrder)
})

const toGoal = memoize<Entity, Parts, Goal>((entity, parts) => {
  const { id, maker, fields } = entity
  const status = severalIn(fields, 'status', oneOf(GOAL_STATUSES))
  const outcome = outcomeOf(status)
  return {
    id,
    wish: linkIn(entity, 'wish'),
    topic: oneOf(TOPICS)(fixedIn(entity, 'topic')),
    order: orderIn(fields),
    title: textIn(entity, 'title'),
    why: textIn(entity, 'why'),
    start: textIn(entity, 'start'),
    wished: textIn(entity, 'wished'),
    maker,
    status,
    answers: answersIn(fields),
    ending: endingIn(fields),
    decision: outcome === null ? null : decisionIn(fields, outcome),
    steps: parts
      .map(toStep)
      .filter((step) => step !== null)
      .toSorted(byOrder),
    aside: asideOf(entity, parts),
  }
}, sameList)
