/** Goals: what people want to reach together. A goal ends by deciding together, never by ticking its last step (product.md, rule 6). */
import type * as Y from 'yjs'
import { type Answer, readAnswers } from './answers.ts'
import { type Aside, readAside } from '../document/aside.ts'
import { GOAL_STATUSES, type GoalStatus, oneOf, TOPICS, type Topic } from '../document/choices.ts'
import { type Decision, type Ending, outcomeOf, readDecision, readEnding } from './endings.ts'
import { type EntityId, keyOf, makerOf, parseEntityId, readFixed, readText } from '../document/entities.ts'
import { readSeveral, type Several } from '../document/fields.ts'
import { groupBy } from '../document/group-by.ts'
import { addEntity, readIds } from '../document/add-entity.ts'
import { remember, rememberList } from '../document/read-cache.ts'
import { byOrder, orderAfter, readOrder } from '../document/order.ts'
import { readSteps, type Step } from './steps.ts'
import { type Randomness, setValue } from '../document/values.ts'

export type Goal = {
  readonly id: EntityId
  /** The wish it came from. */
  readonly wish: EntityId | null
  /** Where on the wheel it belongs. */
  readonly topic: Topic | null
  readonly order: string
  readonly title: string
  readonly why: string
  /** How it is now, and how it should become. */
  readonly start: string
  readonly wished: string
  readonly maker: number | null
  readonly status: Several<GoalStatus | null>
  readonly answers: readonly Answer[]
  /** Somebody has proposed to end it, and not everybody who must has said yes. */
  readonly ending: Ending | null
  /** How it came to its end; `null` while it has not ended. */
  readonly decision: Decision | null
  /** Also those set aside. */
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

/** Also those set aside. */
export const readGoals = (doc: Y.Doc): readonly Goal[] =>
  rememberList(doc, 'goal', 'read', () => {
    const steps = groupBy(readSteps(doc), (step) => step.goal)
    return readIds(doc, 'goal')
      .map((id) => remember(doc, 'goal', id, 'read', () => readGoal(doc, id, steps.get(id) ?? [])))
      .toSorted(byOrder)
  })

const readGoal = (doc: Y.Doc, id: EntityId, steps: readonly Step[]): Goal => {
  const status = readSeveral(doc, 'goal', id, 'status', oneOf(GOAL_STATUSES))
  const outcome = outcomeOf(status)
  return {
    id,
    wish: parseEntityId(readFixed(doc, 'goal', id, 'wish')),
    topic: oneOf(TOPICS)(readFixed(doc, 'goal', id, 'topic')),
    order: readOrder(doc, 'goal', id),
    title: readText(doc, 'goal', id, 'title'),
    why: readText(doc, 'goal', id, 'why'),
    start: readText(doc, 'goal', id, 'start'),
    wished: readText(doc, 'goal', id, 'wished'),
    maker: makerOf(doc, 'goal', id),
    status,
    answers: readAnswers(doc, id),
    ending: readEnding(doc, id),
    decision: outcome === null ? null : readDecision(doc, id, outcome),
    steps,
    aside: readAside(doc, 'goal', id),
  }
}
